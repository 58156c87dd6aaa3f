package nl.achterwacht.watch;

import static nl.achterwacht.Cast.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import nl.achterwacht.World;
import nl.achterwacht.app.Engine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A planned watch gets another plan in a real database; one that has begun never does. */
class ReplanTest {
  private final World world = new World();
  private final Engine server = world.server();
  private final Engine other = world.server();

  @AfterEach
  void close() {
    world.close();
  }

  private static void drain(Engine engine) {
    for (int woken = 1; woken > 0; ) {
      woken = engine.watches().wakeDue(100);
    }
  }

  @Test
  void aPlannedWatchGetsAnotherPlanAndWakesAtItsNewStart() {
    NewWatch watch = planned();
    ActResult moved = replan(server, watch, minutes(240), minutes(1));
    assertThat(moved).isInstanceOf(ActResult.Done.class);

    world.advance(minutes(30));
    drain(server);
    assertThat(world.count("select count(*) from notify.notice")).isZero();
    assertThat(world.count("select grace_s from watch.watch")).isEqualTo(60);
    assertThat(world.count("select extract(epoch from wake_at - due_at)::bigint from watch.watch"))
        .isEqualTo(15 * 60);
    assertThat(
            world.count(
                "select count(*) from journal.entry where kind = 'watch.replanned' and actor_id = '"
                    + world.bram()
                    + "'"))
        .isEqualTo(1);

    world.advance(minutes(230));
    drain(server);
    assertThat(world.count("select count(*) from notify.notice where kind = 'worker-not-started'"))
        .isEqualTo(1);
  }

  @Test
  void aWatchThatRunsKeepsItsPlanAndTheTryIsInTheJournal() {
    NewWatch watch = world.visit();
    world.start(server, watch, minutes(10));
    assertThat(replan(server, watch, minutes(240), minutes(60)))
        .isInstanceOf(ActResult.Refused.class);
    assertThat(world.count("select grace_s from watch.watch")).isEqualTo(300);
    assertThat(world.count("select count(*) from journal.entry where kind = 'watch.refused'"))
        .isEqualTo(1);
  }

  @Test
  void whoStartsAndWhoMovesAtTheSameMomentDoNotSpoilEachOther() throws Exception {
    List<NewWatch> watches = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      watches.add(planned());
    }
    long moved;
    try (var threads = Executors.newFixedThreadPool(2)) {
      var moves = threads.submit(() -> moveAll(watches));
      var starts = threads.submit(() -> startAll(watches.reversed()));
      starts.get();
      moved = moves.get();
    }

    assertThat(world.count("select count(*) from watch.watch where state = 'running'"))
        .isEqualTo(100);
    assertThat(world.count("select count(*) from watch.watch where grace_s = 60")).isEqualTo(moved);
    assertThat(world.count("select count(*) from journal.entry where kind = 'watch.replanned'"))
        .isEqualTo(moved);
  }

  private long moveAll(List<NewWatch> watches) {
    return watches.stream()
        .map(watch -> replan(server, watch, minutes(240), minutes(1)))
        .filter(ActResult.Done.class::isInstance)
        .count();
  }

  private long startAll(List<NewWatch> watches) {
    var now = world.clock().instant();
    for (NewWatch watch : watches) {
      var started = new WatchEvent.Started(now, Leg.OUT, now.plus(minutes(45)));
      assertThat(world.act(other, watch, started)).isInstanceOf(ActResult.Done.class);
    }
    return watches.size();
  }

  /** A visit that should begin now. */
  private NewWatch planned() {
    NewWatch watch = world.visit();
    world
        .database()
        .inTransactionDo(
            tx -> server.watches().plan(tx, watch, world.clock().instant(), world.bram()));
    return watch;
  }

  private ActResult replan(Engine engine, NewWatch watch, Duration later, Duration grace) {
    WatchPlan was = watch.plan();
    var plan =
        new WatchPlan(
            was.shape(),
            was.highRisk(),
            was.halfwaySign(),
            was.signEvery(),
            was.reminder(),
            grace,
            was.phoneAfter(),
            was.extension(),
            was.travelHome(),
            was.journeyMargin(),
            was.shortGrace());
    return world
        .database()
        .inTransaction(tx ->
            engine
                .watches()
                .replan(
                    tx,
                    watch.organisation(),
                    watch.id(),
                    plan,
                    watch.trip(),
                    world.clock().instant().plus(later),
                    world.bram()));
  }
}
