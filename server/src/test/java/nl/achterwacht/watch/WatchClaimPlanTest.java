package nl.achterwacht.watch;

import static nl.achterwacht.Cast.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import nl.achterwacht.Plan;
import nl.achterwacht.World;
import org.junit.jupiter.api.Test;

/** Waking looks at what is due only, however many watches run (performance 4). */
class WatchClaimPlanTest {
  @Test
  void dueWatchesAreFoundByAnIndex() {
    try (var world = new World()) {
      NewWatch watch = world.visit();
      world.start(world.server(), watch, minutes(30));
      world.sql(MANY);
      world.sql("analyze watch.watch");
      String plan = world.database().inTransaction(tx -> Plan.of(tx, WatchStore.CLAIM_DUE));
      assertThat(plan).contains("Index Cond: (wake_at <=").doesNotContain("Seq Scan");
    }
  }

  private static final String MANY =
      """
      insert into watch.watch
             (organisation_id, id, worker_id, team_id, shape, high_risk, halfway_sign, sign_every_s,
              reminder_s, grace_s, phone_after_s, extension_s, travel_home_s, journey_margin_s,
              short_grace_s, travel_mode, state, leg, started_at, due_at, end_at, wake_at)
      select organisation_id, gen_random_uuid(), worker_id, team_id, shape, high_risk, halfway_sign,
             sign_every_s, reminder_s, grace_s, phone_after_s, extension_s, travel_home_s,
             journey_margin_s, short_grace_s, travel_mode, state, leg, started_at, due_at, end_at,
             wake_at + n * interval '1 second'
        from watch.watch, generate_series(1, 20000) n
      """;
}
