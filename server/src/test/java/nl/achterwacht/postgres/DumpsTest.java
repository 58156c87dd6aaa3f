package nl.achterwacht.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpsTest {
  @TempDir Path folder;

  @Test
  void aDatabaseThatCouldLoseASignOfLifeIsRefused() {
    try (var test = TestDatabase.createEmpty()) {
      assertThatThrownBy(() -> addressOf(test).requireUsable())
          .isInstanceOf(DatabaseUnusable.class)
          .hasMessageContaining("fsync is off, and must be on")
          .hasMessageContaining("synchronous_commit is off");
    }
  }

  @Test
  void anAddressThatIsNoneOrAnswersNotIsRefusedInPlainWords() {
    assertThatThrownBy(() -> new DatabaseAddress("mysql://there", "u", "p").requireUsable())
        .hasMessageContaining("must begin with jdbc:postgresql:");
    assertThatThrownBy(() ->
            new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/none", "u", "p").requireUsable())
        .isInstanceOf(DatabaseUnusable.class)
        .hasMessageContaining("refuses us");
  }

  @Test
  void aDatabaseOfOnesOwnIsRefusedToBeWrittenOver() throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    try (var postgres =
        LocalPostgres.start(data, TestDatabase.programs(), RunAs.fitting(), List.of())) {
      var address = new DatabaseAddress(postgres.jdbcUrl(), postgres.user(), postgres.password());
      address.requireUsable();
      try (var connection = address.connect();
          var statement = connection.createStatement()) {
        statement.execute("create table mine (id int)");
      }
      assertThatThrownBy(() -> Dumps.restore(folder.resolve("any"), address))
          .hasMessageContaining("is not empty");
    }
  }

  @Test
  void aCommandThatFailsSaysSoByItsExitCode() {
    assertThat(BackupCommand.run(List.of("--data", folder.toString(), "--to", "x"))).isEqualTo(1);
    assertThat(BackupCommand.run(List.of("--what"))).isEqualTo(1);
    assertThat(RestoreCommand.run(List.of("--from", "nothing", "--data", folder + "/new")))
        .isEqualTo(1);
  }

  private static DatabaseAddress addressOf(TestDatabase test) {
    return new DatabaseAddress(test.jdbcUrl(), TestDatabase.user(), TestDatabase.password());
  }
}
