package nl.achterwacht.watch;

import static nl.achterwacht.Cast.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import nl.achterwacht.World;
import nl.achterwacht.alarm.AlarmEvent;
import nl.achterwacht.alarm.AlarmId;
import nl.achterwacht.alarm.Outcome;
import nl.achterwacht.app.Engine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Watches in a real database: claims, locks, two servers, a row that is broken. */
class WatchKeeperTest {
  private static final String ALARMS = "select count(*) from alarm.alarm";

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
  void twoServersMakeExactlyOneAlarmOfEachOfTwoThousandSilences() throws Exception {
    world.startMany(server, 2_000, minutes(10));
    world.advance(minutes(10));
    atOnce(() -> wakeAll(server), () -> wakeAll(other));
    assertThat(world.count("select count(*) from notify.notice where kind = 'worker-sign-due'"))
        .isEqualTo(2_000);

    world.advance(minutes(5));
    List<Integer> shares = atOnce(() -> wakeAll(server), () -> wakeAll(other));

    assertThat(world.count(ALARMS)).isEqualTo(2_000);
    assertThat(shares).allMatch(share -> share > 0);
    assertThat(world.count("select count(distinct watch_id) from alarm.alarm")).isEqualTo(2_000);
    assertThat(world.count("select count(*) from notify.notice where kind = 'alarm-call'"))
        .isEqualTo(2_000);
    assertThat(world.count("select count(*) from journal.entry where kind like '%fail-safe'"))
        .isZero();
  }

  @Test
  void whatTheWorkerIsAskedIsWithdrawnWhenTheWorkerAnswers() {
    String waiting = "select count(*) from notify.notice where wake_at is not null and kind like ";
    NewWatch anna = world.visit();
    NewWatch other = world.visit();
    world.start(server, anna, minutes(10));
    world.start(server, other, minutes(10));
    world.advance(minutes(10));
    drain(server);
    assertThat(world.count(waiting + "'worker-sign-due'")).isEqualTo(2);

    world.act(server, anna, new WatchEvent.SignOfLife(world.clock().instant()));
    assertThat(world.count(waiting + "'worker-sign-due'")).isEqualTo(1);

    world.advance(minutes(5));
    drain(server);
    world.act(
        server,
        other,
        new WatchEvent.CodeGiven(world.clock().instant(), world.anna(), Code.SAFE, true));
    assertThat(world.count(waiting + "'worker-%'")).isZero();
    assertThat(world.count(waiting + "'alarm-call'")).isZero();
  }

  private static int wakeAll(Engine engine) {
    int done = 0;
    for (int woken = 1; woken > 0; done += woken) {
      woken = engine.watches().wakeDue(50);
    }
    return done;
  }

  @Test
  void signsAndWakingAtTheSameTimeNeverSpoilEachOther() throws Exception {
    List<NewWatch> watches = world.startMany(server, 200, minutes(10));
    world.advance(minutes(10));
    atOnce(
        () -> wakeAll(server),
        () -> {
          for (NewWatch watch : watches.reversed()) {
            var sign = new WatchEvent.SignOfLife(world.clock().instant());
            assertThat(world.act(other, watch, sign)).isInstanceOf(ActResult.Done.class);
          }
          return 0;
        });

    assertThat(world.count("select count(*) from watch.watch where state = 'running'"))
        .isEqualTo(200);
    assertThat(world.count(ALARMS)).isZero();
  }

  @Test
  void oneBrokenRowDoesNotHoldUpItsNeighbours() {
    List<NewWatch> watches = world.startMany(server, 20, minutes(10));
    UUID broken = watches.get(3).id().value();
    world.poisonWatches("new.id = '" + broken + "' and new.state = 'alarmed'");
    world.advance(minutes(10));
    drain(server);
    world.advance(minutes(5));
    drain(server);

    assertThat(world.count(ALARMS)).isEqualTo(19);
    assertThat(world.count("select count(*) from notify.notice where kind = 'fail-safe'"))
        .isPositive();
    assertThat(world.count("select count(*) from watch.watch where wake_at is not null"))
        .isEqualTo(1);

    world.sql("drop trigger poison on watch.watch");
    world.advance(Duration.ofSeconds(10));
    drain(server);
    assertThat(world.count(ALARMS)).isEqualTo(20);
  }

  @Test
  void aRowThatCannotEvenWaitDoesNotHoldUpItsNeighbours() {
    List<NewWatch> watches = world.startMany(server, 20, minutes(10));
    world.poisonWatches("new.id = '" + watches.getFirst().id() + "'");
    world.advance(minutes(10));
    for (int i = 0; i < 3; i++) {
      server.watches().wakeDue(100);
    }

    assertThat(world.count("select count(*) from watch.watch where state = 'overdue'"))
        .isEqualTo(19);
    assertThat(world.count("select count(*) from notify.notice where kind = 'fail-safe'"))
        .isPositive();
  }

  @Test
  void aRowThatCannotBeReadDoesNotHoldUpItsNeighboursAndIsTold() {
    List<NewWatch> watches = world.startMany(server, 20, minutes(10));
    UUID broken = watches.get(3).id().value();
    world.sql("update watch.watch set place = '[\"no place\"]' where id = '" + broken + "'");
    world.advance(minutes(10));
    drain(server);
    world.advance(minutes(5));
    drain(server);

    assertThat(world.count(ALARMS)).isEqualTo(19);
    assertThat(
            world.count(
                "select count(*) from notify.notice where kind = 'fail-safe' and watch_id = '"
                    + broken
                    + "'"))
        .isPositive();
  }

  @Test
  void anEventThatComesTwiceCountsOnce() {
    NewWatch watch = world.visit();
    world.start(server, watch, minutes(30));
    var act =
        Act.of(
            new WatchEvent.Extended(world.clock().instant(), minutes(15)),
            world.anna(),
            UUID.randomUUID());
    for (int i = 0; i < 3; i++) {
      world
          .database()
          .inTransaction(tx -> server.watches().handle(tx, watch.organisation(), watch.id(), act));
    }
    assertThat(
            world.count("select extract(epoch from end_at - started_at)::bigint from watch.watch"))
        .isEqualTo(45 * 60);
  }

  @Test
  void twoAlarmsClosedInTheSameMomentLeaveNobodyUnwatched() throws Exception {
    for (int i = 0; i < 20; i++) {
      NewWatch watch = world.visit();
      world.start(server, watch, minutes(30));
      world.act(server, watch, new WatchEvent.HelpAsked(world.clock().instant(), false));
      world.act(server, watch, new WatchEvent.DeviceAlarmed(world.clock().instant()));
    }
    List<UUID> panics = alarms("panic");
    List<UUID> devices = alarms("device");
    atOnce(() -> closeAll(server, panics), () -> closeAll(other, devices));

    assertThat(world.count("select count(*) from alarm.alarm where state <> 'closed'")).isZero();
    assertThat(world.count("select count(*) from watch.watch where state = 'alarmed'")).isZero();
  }

  private List<UUID> alarms(String kind) {
    return world
        .database()
        .inTransaction(tx ->
            tx.sql("select id from alarm.alarm where kind = :kind order by watch_id")
                .param("kind", kind)
                .query(UUID.class)
                .list());
  }

  private int closeAll(Engine engine, List<UUID> alarms) {
    for (UUID alarm : alarms) {
      for (AlarmEvent event :
          List.of(
              new AlarmEvent.Acknowledged(world.bram()),
              new AlarmEvent.ClosingAsked(world.bram(), Outcome.SAFE))) {
        world
            .database()
            .inTransaction(tx ->
                engine
                    .alarms()
                    .handle(
                        tx,
                        world.rows().organisation(),
                        new AlarmId(alarm),
                        nl.achterwacht.alarm.Act.of(event, world.bram())));
      }
    }
    return alarms.size();
  }

  @Test
  void aLaterSilenceOfTheSameMomentStillAlarms() {
    NewWatch watch = world.visit();
    world.start(server, watch, minutes(10));
    for (int silence = 1; silence <= 2; silence++) {
      world.sql(
          """
          update watch.watch
             set state = 'overdue', due_at = '2026-11-23T13:10Z', end_at = '2026-11-23T13:10Z',
                 moment_at = '2026-11-23T13:00Z', wake_at = '2026-11-23T13:00Z', asked = 1
          """);
      drain(server);
      assertThat(world.count("select count(*) from alarm.alarm where state <> 'closed'"))
          .isEqualTo(1);
      closeAll(
          server,
          world
              .database()
              .inTransaction(tx ->
                  tx.sql("select id from alarm.alarm where state <> 'closed'")
                      .query(UUID.class)
                      .list()));
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
    var now = world.clock().instant();
    List<Integer> done =
        atOnce(
            () -> {
              int moved = 0;
              for (NewWatch watch : watches) {
                boolean isMoved =
                    replan(server, watch, minutes(240), minutes(1)) instanceof ActResult.Done;
                moved += isMoved ? 1 : 0;
              }
              return moved;
            },
            () -> {
              for (NewWatch watch : watches.reversed()) {
                var started = new WatchEvent.Started(now, Leg.OUT, now.plus(minutes(45)));
                assertThat(world.act(other, watch, started)).isInstanceOf(ActResult.Done.class);
              }
              return 0;
            });

    assertThat(world.count("select count(*) from watch.watch where state = 'running'"))
        .isEqualTo(100);
    assertThat(world.count("select count(*) from watch.watch where grace_s = 60"))
        .isEqualTo(done.getFirst().longValue());
    assertThat(world.count("select count(*) from journal.entry where kind = 'watch.replanned'"))
        .isEqualTo(done.getFirst().longValue());
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

  @Test
  void aWatchThatCanStillAlarmNeverSleeps() {
    world.start(server, world.visit(), minutes(10));
    for (String state : List.of("planned", "running", "overdue")) {
      assertThatThrownBy(
              () -> world.sql("update watch.watch set wake_at = null, state = '" + state + "'"))
          .hasStackTraceContaining("watch_never_sleeps");
    }
    assertThatThrownBy(() -> world.sql("update watch.watch set mask = 'running'"))
        .hasStackTraceContaining("watch_masked_is_alarmed");
  }

  @Test
  void theStateThatIsStoredIsTheStateThatIsRead() {
    var running =
        new WatchState.Running(Leg.HOME, world.clock().instant(), world.clock().instant(), null);
    NewWatch watch = world.visit();
    world.start(server, watch, minutes(10));
    var store = new WatchStore();
    for (WatchState state : every(running)) {
      world
          .database()
          .inTransactionDo(tx -> {
            Watch before = found(store.lock(tx, watch.organisation(), watch.id()));
            var change =
                new WatchChange(
                    before,
                    new WatchEvent.Woken(List.of()),
                    null,
                    nl.achterwacht.base.Decision.to(state),
                    world.clock().instant());
            store.saveAll(tx, List.of(change));
            Watch after = found(store.find(tx, watch.organisation(), watch.id()));
            assertThat(after.state()).isEqualTo(state);
          });
    }
  }

  private static Watch found(@Nullable Watch watch) {
    if (watch == null) {
      throw new AssertionError("the watch is gone");
    }
    return watch;
  }

  private List<WatchState> every(WatchState.Running running) {
    var now = world.clock().instant();
    List<WatchState> plain =
        List.of(
            new WatchState.Planned(Leg.OUT, now, 2),
            running,
            new WatchState.Running(Leg.OUT, now, now.plusSeconds(60), now),
            new WatchState.Overdue(Leg.OUT, now, now, now.plusSeconds(9), null, true),
            new WatchState.Overdue(
                Leg.OUT, now, now, now.plusSeconds(900), now.plusSeconds(300), false),
            new WatchState.Alarmed(Leg.OUT, now, now, new WatchState.Mask.None()),
            new WatchState.Closed(Leg.OUT, now, world.anna(), WatchState.How.NOBODY_HOME));
    List<WatchState> all = new ArrayList<>(plain);
    for (WatchState shown : plain) {
      all.add(
          new WatchState.Alarmed(
              shown.leg(), now.plusSeconds(1), endOf(shown), new WatchState.Mask.Seems(shown)));
    }
    return all;
  }

  private java.time.Instant endOf(WatchState shown) {
    return shown instanceof WatchState.Running r ? r.endAt() : world.clock().instant();
  }

  private static List<Integer> atOnce(Callable<Integer> one, Callable<Integer> another)
      throws InterruptedException, ExecutionException {
    try (var threads = Executors.newFixedThreadPool(2)) {
      var first = threads.submit(one);
      var second = threads.submit(another);
      return List.of(first.get(), second.get());
    }
  }
}
