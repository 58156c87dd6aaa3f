package nl.achterwacht.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import nl.achterwacht.postgres.TestDatabase;
import org.junit.jupiter.api.Test;

/** Rows as only a bug of ours could leave them, put there past all doors. */
class AuditorTest {
  private static final Instant NOW = Instant.parse("2026-03-02T14:00:00Z");

  private static final String WATCH =
      """
      insert into watch.watch
             (organisation_id, id, worker_id, team_id, shape, high_risk, halfway_sign, sign_every_s,
              reminder_s, grace_s, phone_after_s, extension_s, travel_home_s, journey_margin_s,
              short_grace_s, travel_mode, state, leg, started_at, due_at, end_at, moment_at, wake_at)
      values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'visit',
              false, false, 3600, 300, 300, 120, 900, 1800, 900, 120, 'walking', :state, 'on-site',
              :now::timestamptz, :now::timestamptz + make_interval(secs => :due),
              :now::timestamptz + make_interval(secs => :due),
              :now::timestamptz + make_interval(secs => :due + 300),
              :now::timestamptz + make_interval(secs => :wake))
      """;

  private static final String ALARM =
      """
      insert into alarm.alarm
             (organisation_id, id, kind, silent, cause_id, team_id, ladder, promise_s, raised_at,
              opened_at, state, step, round, wake_at)
      values (gen_random_uuid(), :id, 'panic', false, gen_random_uuid(), gen_random_uuid(), '{}',
              300, :now::timestamptz, :now::timestamptz, 'calling', 0, 1,
              :now::timestamptz + make_interval(secs => :wake))
      """;

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void whatIsLookedAfterIsNotReported() {
    try (var database = TestDatabase.create()) {
      watch(database, "running", 600, 300);
      watch(database, "running", 600, 600);
      watch(database, "overdue", -60, 60);
      watch(database, "running", -5, -5);
      alarm(database, 60);

      Auditor auditor = auditor(database);
      assertThat(auditor.audit()).isZero();
      assertThat(auditor.reason()).isNull();
      assertThat(meters.get("achterwacht.running.watches").gauge().value()).isEqualTo(4);
      assertThat(meters.get("achterwacht.open.alarms").gauge().value()).isEqualTo(1);
      assertThat(meters.get("achterwacht.watches.astray").gauge().value()).isZero();
    }
  }

  @Test
  void aWatchThatWakesTooLateAndAnAlarmThatGoesNowhereAreReported() {
    try (var database = TestDatabase.create()) {
      watch(database, "running", 600, 601);
      watch(database, "overdue", -60, 241);
      watch(database, "running", -90, -90);
      alarm(database, -61);
      alarm(database, 3601);

      Auditor auditor = auditor(database);
      assertThat(auditor.audit()).isEqualTo(5);
      assertThat(auditor.reason()).contains("5 watches or alarms");
      assertThat(meters.get("achterwacht.watches.astray").gauge().value()).isEqualTo(3);
      assertThat(meters.get("achterwacht.alarms.astray").gauge().value()).isEqualTo(2);
    }
  }

  @Test
  void whereReadingTakesLongItIsDoneLessOften() {
    try (var database = TestDatabase.create()) {
      var now = new AtomicReference<>(NOW);
      // A second passes whenever somebody looks at this clock.
      var auditor =
          new Auditor(database.database(), () -> now.getAndUpdate(n -> n.plusSeconds(1)), meters);
      assertThat(auditor.audit()).isZero();

      watch(database, "running", 600, 601);
      watch(database, "running", -90, -90);
      for (int minute = 1; minute <= 3; minute++) {
        assertThat(auditor.audit()).as("who waits is seen each minute").isEqualTo(1);
        assertThat(meters.get("achterwacht.running.watches").gauge().value()).isZero();
      }
      assertThat(auditor.audit()).as("all are read again").isEqualTo(2);
      assertThat(meters.get("achterwacht.running.watches").gauge().value()).isEqualTo(2);

      remove(database);
      assertThat(auditor.audit()).as("a minute after it was told").isZero();
      assertThat(auditor.reason()).isNull();
    }
  }

  private static void remove(TestDatabase database) {
    database.database().inTransactionDo(tx -> tx.sql("delete from watch.watch").update());
  }

  private Auditor auditor(TestDatabase database) {
    return new Auditor(database.database(), () -> NOW, meters);
  }

  private static void watch(TestDatabase database, String state, int due, int wake) {
    database
        .database()
        .inTransactionDo(tx ->
            tx.sql(WATCH)
                .param("state", state)
                .param("now", NOW.toString())
                .param("due", due)
                .param("wake", wake)
                .update());
  }

  private static void alarm(TestDatabase database, int wake) {
    database
        .database()
        .inTransactionDo(tx ->
            tx.sql(ALARM)
                .param("id", UUID.randomUUID())
                .param("now", NOW.toString())
                .param("wake", wake)
                .update());
  }
}
