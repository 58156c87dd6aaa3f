package nl.achterwacht.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {
  @Test
  void eachTestGetsADatabaseOfItsOwn() {
    try (var one = TestDatabase.create();
        var other = TestDatabase.create()) {
      one.database().inTransactionDo(tx -> tx.sql("create table only_here (id int)").update());

      assertThat(tablesNamedOnlyHere(one)).isEqualTo(1);
      assertThat(tablesNamedOnlyHere(other)).isEqualTo(0);
    }
  }

  @Test
  void everyMigrationHasRun() throws Exception {
    try (var test = TestDatabase.create()) {
      long ran =
          test.database()
              .inTransaction(tx ->
                  tx.sql("select count(*) from flyway_schema_history where type = 'SQL'")
                      .query(Long.class)
                      .single());
      assertThat(ran).isEqualTo(migrationFiles());
    }
  }

  private static long migrationFiles() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
      return files.filter(file -> file.toString().endsWith(".sql")).count();
    }
  }

  private static long tablesNamedOnlyHere(TestDatabase test) {
    return test.database()
        .inTransaction(tx ->
            tx.sql("select count(*) from pg_class where relname = 'only_here'")
                .query(Long.class)
                .single());
  }
}
