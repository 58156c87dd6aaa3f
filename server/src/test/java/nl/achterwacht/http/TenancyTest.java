package nl.achterwacht.http;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.postgres.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The database itself keeps organisations apart, also from a query that forgot to. */
class TenancyTest {
  private static final TestDatabase TEST = TestDatabase.create();
  private static final Database DATABASE = TEST.database();
  private static final java.time.Instant NOW = java.time.Instant.parse("2026-11-23T12:00:00Z");
  private static final TestTown OURS = TestTown.make(DATABASE, "ours", NOW);
  private static final TestTown THEIRS = TestTown.make(DATABASE, "theirs", NOW);

  @AfterAll
  static void drop() {
    TEST.close();
  }

  @Test
  void everyTableWithAnOrganisationIsGuarded() {
    String guarded =
        """
        select c.relrowsecurity
               and exists (select from pg_policy p where p.polrelid = c.oid)
          from pg_class c
         where c.oid = :table::regclass
        """;
    List<String> tables = Tables.withOrganisation(DATABASE);
    assertThat(tables).hasSizeGreaterThan(20);
    for (String table : tables) {
      boolean isGuarded =
          DATABASE.inTransaction(
              tx -> tx.sql(guarded).param("table", table).query(Boolean.class).single());
      assertThat(isGuarded).as(table).isTrue();
    }
  }

  /** Indexes that cross organisations, each with what for. */
  private static final Map<String, String> CROSSING =
      Map.ofEntries(
          entry("watch.watch_due", "waking"),
          entry("alarm.alarm_due", "waking"),
          entry("task.task_due", "waking"),
          entry("report.yearly_due", "waking"),
          entry("notify.notice_due", "sending"),
          entry("calendar.visit_import_due", "checking and carrying out"),
          entry("calendar.subscription_due", "reading calendars"),
          entry("drill.presence_to_learn", "learning who was there"),
          entry("protocol.protocol_due", "putting into force, and reminding"),
          entry("journal.entry_in_order", "one reader feeds the boards of all"),
          entry("account.login_by_name", "who signs in has not said of which organisation"),
          entry("account.session_by_token", "a token does not say of which organisation it is"),
          entry("account.passkey_by_credential", "a passkey signs in without a user name"));

  @Test
  void everyIndexOfAnOrganisationBeginsWithItButThoseThatCrossAllOnPurpose() {
    String notLeading =
        """
        select i.indexrelid::regclass::text
          from pg_index i
          join pg_attribute a on a.attrelid = i.indrelid and a.attname = 'organisation_id'
          join pg_class c on c.oid = i.indrelid and c.relkind in ('r', 'p')
         where i.indkey[0] <> a.attnum
        """;
    List<String> crossing =
        DATABASE.inTransaction(tx -> tx.sql(notLeading).query(String.class).list());
    assertThat(crossing).containsExactlyInAnyOrderElementsOf(CROSSING.keySet());
  }

  @Test
  void everyKeyOfAnOrganisationBeginsWithIt() {
    String notLeading =
        """
        select c.conrelid::regclass || '.' || c.conname
          from pg_constraint c
          join pg_attribute a on a.attrelid = c.conrelid and a.attname = 'organisation_id'
         where c.contype in ('p', 'u', 'f')
           and c.conkey[1] <> a.attnum
        """;
    List<String> wrong =
        DATABASE.inTransaction(tx -> tx.sql(notLeading).query(String.class).list());
    assertThat(wrong).isEmpty();
  }

  @Test
  void aWrongQuerySeesNothingOfAnotherOrganisation() {
    for (String table : Tables.withOrganisation(DATABASE)) {
      // A wrong query: it names no organisation at all.
      List<UUID> seen =
          DATABASE.inTransaction(
              OURS.id(),
              tx ->
                  tx.sql("select distinct organisation_id from " + table).query(UUID.class).list());
      assertThat(seen).as(table).isSubsetOf(OURS.id().value());
    }
    Map<String, Long> theirs = Tables.rows(DATABASE, List.of(THEIRS.id()));
    assertThat(theirs.get("people.person")).isPositive();
    assertThat(theirs.get("account.login")).isPositive();
  }

  @Test
  void aWrongUpdateChangesNothingOfAnotherOrganisation() {
    int changed =
        DATABASE.inTransaction(
            OURS.id(), tx -> tx.sql("update people.person set name = 'x'").update());
    assertThat(changed).isEqualTo(4);
    long theirs =
        DATABASE.inTransaction(tx ->
            tx.sql("select count(*) from people.person where organisation_id = :id")
                .param("id", THEIRS.id().value())
                .query(Long.class)
                .single());
    assertThat(theirs).isEqualTo(4);
  }

  @Test
  void whoeverNamesNoOrganisationSeesNothing() {
    long seen =
        DATABASE.inTransaction(
            new OrganisationId(new UUID(0, 0)),
            tx -> tx.sql("select count(*) from people.person").query(Long.class).single());
    assertThat(seen).isZero();
  }
}
