package nl.achterwacht.visit;

import static nl.achterwacht.Cast.at;
import static nl.achterwacht.Cast.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import nl.achterwacht.World;
import nl.achterwacht.app.Engine;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.visit.MoveResult.Moved;
import nl.achterwacht.visit.SeriesRegister.Change;
import nl.achterwacht.visit.SeriesRegister.Restored;
import nl.achterwacht.visit.SeriesRegister.Scope;
import nl.achterwacht.watch.Act;
import nl.achterwacht.watch.ActResult;
import nl.achterwacht.watch.Leg;
import nl.achterwacht.watch.NewWatch;
import nl.achterwacht.watch.Place;
import nl.achterwacht.watch.WatchEvent;
import nl.achterwacht.watch.WatchId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Visits in a real database: moved, handed over, repeated, cancelled, and taken back. */
class VisitRegisterTest {
  private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");

  private final World world = new World();
  private final Engine engine = world.server();
  private final VisitRegister visits = new VisitRegister(world.clock(), engine.watches());
  private final SeriesRegister series = new SeriesRegister(world.clock(), visits, HERE);
  private final OrganisationId organisation = world.rows().organisation();
  private final PersonId bram = world.bram();

  @AfterEach
  void close() {
    world.close();
  }

  private <T> T in(Function<Tx, T> work) {
    return world.database().inTransaction(work);
  }

  private static Appointment from(long start, long end) {
    return new Appointment(
        new Place("Dorpsstraat 12", null, null, null),
        "Kennismaking",
        at(start),
        at(end),
        false,
        "walking",
        null,
        20);
  }

  private Visit planned() {
    return in(tx -> visits.plan(tx, VisitId.next(), from(60, 120), world.visit(), bram));
  }

  private MoveResult move(Visit visit, Appointment to, int version) {
    return in(tx -> visits.move(tx, organisation, visit.id(), to, version, bram));
  }

  private Visit now(Visit visit) {
    return in(tx -> visits.find(tx, organisation, visit.id())).orElseThrow();
  }

  private Restored restore(Visit visit) {
    return in(tx -> series.restore(tx, organisation, visit.id(), bram));
  }

  private void start(WatchId watch) {
    var started = new WatchEvent.Started(at(0), Leg.OUT, at(45));
    in(tx ->
        engine
            .watches()
            .handle(
                tx, organisation, watch, Act.of(started, world.anna(), VisitId.next().value())));
  }

  @Test
  void aMovedVisitAndItsWatchStandAtTheNewTime() {
    Visit visit = planned();
    MoveResult result = move(visit, from(300, 330), 0);
    assertThat(result).isInstanceOf(Moved.class);
    Visit after = now(visit);
    assertThat(after.appointment()).isEqualTo(from(300, 330));
    assertThat(after.version()).isEqualTo(1);
    assertThat(after.lastChange()).isEqualTo(new LastChange(bram, at(0)));
    assertThat(result).isEqualTo(new Moved(after));
    assertThat(world.count("select extract(epoch from due_at)::bigint from watch.watch"))
        .isEqualTo(at(300).getEpochSecond());
  }

  @Test
  void whoHasAnOldVersionOnTheScreenIsToldSo() {
    Visit visit = planned();
    move(visit, from(300, 330), 0);
    assertThat(move(visit, from(400, 430), 0)).isEqualTo(new MoveResult.Stale(1));
    assertThat(now(visit).appointment()).isEqualTo(from(300, 330));
  }

  @Test
  void whatHasBegunOrWasCancelledOrNeverWasIsNotMoved() {
    Visit begun = planned();
    start(begun.watch());
    assertThat(move(begun, from(300, 330), 0)).isEqualTo(new MoveResult.Started());

    Visit cancelled = planned();
    in(tx -> series.cancel(tx, organisation, cancelled.id(), Scope.ONE, bram));
    assertThat(move(cancelled, from(300, 330), 1)).isEqualTo(new MoveResult.Cancelled());

    MoveResult unknown =
        in(tx -> visits.move(tx, organisation, VisitId.next(), from(1, 2), 0, bram));
    assertThat(unknown).isEqualTo(new MoveResult.Unknown());
  }

  @Test
  void aVisitThatBecomesRiskyHasTheShorterGrace() {
    Visit visit = planned();
    Appointment risky =
        new Appointment(
            new Place("Kerkstraat 1", "2", null, null),
            null,
            at(60),
            at(120),
            true,
            "bicycle",
            null,
            45);
    move(visit, risky, 0);
    assertThat(world.count("select grace_s from watch.watch where high_risk")).isEqualTo(120);
    assertThat(world.count("select travel_home_s from watch.watch")).isEqualTo(45 * 60);
    move(visit, from(60, 120), 1);
    assertThat(world.count("select grace_s from watch.watch where not high_risk")).isEqualTo(300);
  }

  @Test
  void whatThePolicyAskedBeyondTheTeamsNumbersStays() {
    Visit visit = planned();
    world.sql("update watch.watch set halfway_sign = true, high_risk = true, grace_s = 90");
    move(visit, from(300, 330), 0);
    assertThat(
            world.count(
                "select count(*) from watch.watch"
                    + " where halfway_sign and high_risk and grace_s = 90"))
        .isEqualTo(1);
  }

  @Test
  void aVisitHandedOverHasAWatchOfItsNewWorker() {
    Visit visit = planned();
    PersonId dirk =
        in(tx -> new nl.achterwacht.Rows(tx, world.rows()).person("Dirk", "worker", "email"));
    NewWatch template = world.visit();
    NewWatch his =
        new NewWatch(
            organisation,
            WatchId.next(),
            dirk,
            template.team(),
            template.plan(),
            template.trip(),
            Leg.OUT);
    MoveResult result = in(tx -> visits.handOver(tx, his, visit.id(), from(300, 330), 0, bram));
    assertThat(result).isInstanceOf(Moved.class);
    Visit after = now(visit);
    assertThat(after.worker()).isEqualTo(dirk);
    assertThat(after.watch()).isEqualTo(his.id());
    assertThat(
            world.count(
                "select count(*) from watch.watch where state = 'closed' and id = '"
                    + visit.watch()
                    + "'"))
        .isEqualTo(1);
    assertThat(
            world.count(
                "select count(*) from watch.watch where state = 'planned' and worker_id = '"
                    + dirk
                    + "'"))
        .isEqualTo(1);
  }

  @Test
  void aCancelledVisitIsTakenBackWithinAMinuteAndAHalf() {
    Visit visit = planned();
    in(tx -> series.cancel(tx, organisation, visit.id(), Scope.ONE, bram));
    world.advance(minutes(1));
    Restored restored = restore(visit);
    assertThat(restored).isInstanceOf(Restored.Done.class);
    assertThat(now(visit).cancelled()).isFalse();
    assertThat(now(visit).watch()).isNotEqualTo(visit.watch());
    assertThat(world.count("select count(*) from watch.watch where state = 'planned'"))
        .isEqualTo(1);
    assertThat(restore(visit)).isEqualTo(new Restored.NotPossible(false));

    in(tx -> series.cancel(tx, organisation, visit.id(), Scope.ONE, bram));
    world.advance(minutes(2));
    assertThat(restore(visit)).isEqualTo(new Restored.NotPossible(true));
  }

  private List<Visit> threeTuesdays() {
    var weekly = new Repetition(1, Set.of(DayOfWeek.TUESDAY), LocalDate.of(2026, 12, 8));
    // Tomorrow, a Tuesday, at this time.
    Appointment first = from(24 * 60, 24 * 60 + 45);
    return in(tx -> series.plan(tx, weekly, series.dates(weekly, first), world.visit(), bram));
  }

  @Test
  void aSeriesIsThreeVisitsEachWithAWatch() {
    List<Visit> all = threeTuesdays();
    assertThat(all).hasSize(3);
    assertThat(all).extracting(Visit::series).containsOnly(all.getFirst().series());
    assertThat(world.count("select count(distinct visit_id) from watch.watch")).isEqualTo(3);
  }

  private SeriesRegister.Changed change(Visit visit, Appointment to, Scope scope) {
    return in(tx ->
        series.change(
            tx, organisation, visit.id(), new Change(to, now(visit).version(), scope, null, bram)));
  }

  @Test
  void oneOfASeriesMovesAlone() {
    List<Visit> all = threeTuesdays();
    Visit second = all.get(1);
    var changed = change(second, second.appointment().at(at(0), at(30)), Scope.ONE);
    assertThat(changed.others()).isEmpty();
    assertThat(now(all.get(2)).version()).isZero();
  }

  @Test
  void theFollowingMoveBySoManyDaysAtTheNewTime() {
    List<Visit> all = threeTuesdays();
    Visit second = all.get(1);
    long day = 24 * 60;
    // A day later and an hour later, half an hour long.
    Appointment to = second.appointment().at(at(9 * day + 60), at(9 * day + 90));
    var changed = change(second, to, Scope.FOLLOWING);
    assertThat(changed.others()).hasSize(1);
    assertThat(now(all.get(0)).version()).isZero();
    assertThat(now(all.get(2)).appointment().plannedStartAt()).isEqualTo(at(16 * day + 60));
    assertThat(now(all.get(2)).appointment().plannedEndAt()).isEqualTo(at(16 * day + 90));
  }

  @Test
  void whatHasBegunIsLeftAlone() {
    List<Visit> all = threeTuesdays();
    start(all.get(2).watch());
    Visit first = all.getFirst();
    var changed = change(first, first.appointment().at(at(60), at(90)), Scope.ALL);
    assertThat(changed.result()).isInstanceOf(Moved.class);
    assertThat(changed.others()).hasSize(1);
    assertThat(changed.leftAlone()).isEqualTo(1);
  }

  @Test
  void allAreCancelledAndTakenBackTogetherButNotWhatWasCancelledBefore() {
    List<Visit> all = threeTuesdays();
    in(tx -> series.cancel(tx, organisation, all.get(1).id(), Scope.ONE, bram));
    world.advance(minutes(1));
    var cancelled = in(tx -> series.cancel(tx, organisation, all.get(0).id(), Scope.ALL, bram));
    assertThat(cancelled.result()).isInstanceOf(ActResult.Done.class);
    assertThat(cancelled.others()).isEqualTo(1);
    assertThat(restore(all.get(0)))
        .isInstanceOfSatisfying(Restored.Done.class, done -> assertThat(done.visits()).hasSize(2));
    assertThat(now(all.get(1)).cancelled()).isTrue();
    assertThat(now(all.get(2)).cancelled()).isFalse();
  }
}
