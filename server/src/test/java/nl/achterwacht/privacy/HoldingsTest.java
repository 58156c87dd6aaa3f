package nl.achterwacht.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.postgres.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Every table is listed, with what is shown of it and when its rows go. */
class HoldingsTest {
  private static final TestDatabase TEST = TestDatabase.create();
  private static final Database DATABASE = TEST.database();
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  @AfterAll
  static void drop() {
    TEST.close();
  }

  @Test
  void everyTableIsListedOnceAndEveryListedTableIsThere() {
    List<String> listed = Holdings.all().stream().map(Held::table).toList();
    assertThat(listed)
        .as("add a new table to the Holdings: what is shown of it, and when its rows go")
        .containsExactlyInAnyOrderElementsOf(
            texts(
                """
                select case n.nspname when 'public' then '' else n.nspname || '.' end || c.relname
                  from pg_class c
                  join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind in ('r', 'p')
                   and n.nspname not like 'pg\\_%'
                   and n.nspname <> 'information_schema'
                """));
  }

  @Test
  void eachSaysWhatIsShownOrWhyNotAndHowItsRowsGoOrWhyTheyStay() {
    for (Held held : Holdings.all()) {
      boolean shows = !held.shown().isEmpty() || !held.shownOfPlace().isEmpty();
      assertThat(shows || held.notShown() != null).as(held.table()).isTrue();
      assertThat(!held.goes().isEmpty() || held.otherwise() != null).as(held.table()).isTrue();
    }
  }

  @Test
  void whatNamesAPersonIsShownToThatPersonOrItIsSaidWhyNot() {
    List<String> naming =
        texts(
            """
            select distinct c.conrelid::regclass::text
              from pg_constraint c
             where c.contype = 'f'
               and c.confrelid = 'people.person'::regclass
            """);
    for (Held held : Holdings.all()) {
      if (naming.contains(held.table())) {
        assertThat(!held.shown().isEmpty() || held.notShown() != null).as(held.table()).isTrue();
      }
    }
  }

  @Test
  void everyColumnThatIsNamedIsThere() {
    List<String> columns =
        texts(
            """
            select attrelid::regclass || '.' || attname
              from pg_attribute
             where attnum > 0
               and not attisdropped
            """);
    for (Held held : Holdings.all()) {
      held.hidden().forEach(column -> assertThat(columns).contains(held.table() + "." + column));
      for (Held.Shown shown : held.shown()) {
        shown
            .columns()
            .forEach(column -> assertThat(columns).contains(held.table() + "." + column));
      }
    }
  }

  @Test
  void secretsAreNeverShown() {
    List<String> secrets =
        texts(
            """
            select attrelid::regclass || '.' || attname
              from pg_attribute a
              join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
             where a.attnum > 0
               and (a.attname ~ '(hash|secret|password|credential|private_key|safe_word)'
                    or a.atttypid = 'bytea'::regtype)
               and a.attrelid::regclass::text not like 'pg\\_%'
            """);
    for (Held held : Holdings.all()) {
      for (Held.Shown shown : held.shown()) {
        for (String secret : secrets) {
          String table = secret.substring(0, secret.lastIndexOf('.'));
          String column = secret.substring(secret.lastIndexOf('.') + 1);
          if (table.equals(held.table())) {
            boolean seen =
                shown.columns().isEmpty()
                    ? !held.hidden().contains(column)
                    : shown.columns().contains(column);
            assertThat(seen).as(secret).isFalse();
          }
        }
      }
    }
  }

  @Test
  void everyRuleErasesSomethingAndItsSqlCanBeRun() {
    var keeper = new RetentionKeeper(() -> NOW, new Journal());
    var organisation = new OrganisationId(UUID.randomUUID());
    for (Retention rule : Retention.values()) {
      assertThat(
              Holdings.all().stream()
                  .flatMap(held -> held.goes().stream())
                  .anyMatch(goes -> goes.rule() == rule))
          .as(rule.text())
          .isTrue();
      long rows =
          DATABASE.inTransaction(tx -> keeper.wouldGo(tx, organisation, rule, rule.standard()));
      assertThat(rows).isZero();
    }
  }

  @Test
  void everythingThatIsShownHasANameInBothLanguages() {
    for (String language : List.of("nl", "en")) {
      var labels = new Labels(language);
      for (Held held : Holdings.all()) {
        if (!held.shown().isEmpty() || !held.shownOfPlace().isEmpty()) {
          assertThat(labels.has(held.table())).as(language + " " + held.table()).isTrue();
        }
      }
    }
  }

  @Test
  void everyColumnThatIsShownHasANameInBothLanguages() {
    List<String> columns =
        texts(
            """
            select attrelid::regclass || '.' || attname
              from pg_attribute
             where attnum > 0
               and not attisdropped
               and attname not in ('id', 'organisation_id')
            """);
    for (String language : List.of("nl", "en")) {
      var labels = new Labels(language);
      var missing = new TreeSet<String>();
      for (String column : columns) {
        String name = column.substring(column.lastIndexOf('.') + 1);
        if (isShown(column) && !labels.has("c." + name)) {
          missing.add(name);
        }
      }
      assertThat(missing).as(language).isEmpty();
    }
  }

  private static boolean isShown(String column) {
    String table = column.substring(0, column.lastIndexOf('.'));
    String name = column.substring(column.lastIndexOf('.') + 1);
    return Holdings.all().stream()
        .filter(held -> held.table().equals(table) && !held.hidden().contains(name))
        .flatMap(held -> Stream.concat(held.shown().stream(), held.shownOfPlace().stream()))
        .anyMatch(shown -> shown.columns().isEmpty() || shown.columns().contains(name));
  }

  private static List<String> texts(String sql) {
    return DATABASE.inTransaction(tx -> tx.sql(sql).query(String.class).list());
  }
}
