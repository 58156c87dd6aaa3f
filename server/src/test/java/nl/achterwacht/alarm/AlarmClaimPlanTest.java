package nl.achterwacht.alarm;

import static nl.achterwacht.Cast.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import nl.achterwacht.Plan;
import nl.achterwacht.World;
import nl.achterwacht.watch.NewWatch;
import nl.achterwacht.watch.WatchEvent;
import org.junit.jupiter.api.Test;

/** Waking looks at what is due only, however many alarms there were (performance 4). */
class AlarmClaimPlanTest {
  @Test
  void dueAlarmsAreFoundByAnIndex() {
    try (var world = new World()) {
      NewWatch watch = world.visit();
      world.start(world.server(), watch, minutes(30));
      world.act(world.server(), watch, new WatchEvent.HelpAsked(world.clock().instant(), false));
      world.sql(MANY);
      world.sql("analyze alarm.alarm");
      String plan = world.database().inTransaction(tx -> Plan.of(tx, AlarmStore.CLAIM_DUE));
      assertThat(plan).contains("Index Cond: (wake_at <=").doesNotContain("Seq Scan");
    }
  }

  private static final String MANY =
      """
      insert into alarm.alarm
             (organisation_id, id, kind, silent, cause_id, watch_id, worker_id, team_id, ladder,
              promise_s, raised_at, opened_at, state, step, round, wake_at)
      select organisation_id, gen_random_uuid(), kind, silent, gen_random_uuid(), watch_id,
             worker_id, team_id, ladder, promise_s, raised_at, opened_at, state, step, round,
             wake_at + n * interval '1 second'
        from alarm.alarm, generate_series(1, 20000) n
      """;
}
