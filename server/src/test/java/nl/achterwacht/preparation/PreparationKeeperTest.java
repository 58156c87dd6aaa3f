package nl.achterwacht.preparation;

import static java.util.Objects.requireNonNull;
import static nl.achterwacht.Cast.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.achterwacht.Rows;
import nl.achterwacht.World;
import nl.achterwacht.app.Engine;
import nl.achterwacht.base.Ids;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.NothingKnownAround;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.policy.Measure;
import nl.achterwacht.policy.RiskClass;
import nl.achterwacht.preparation.MeasureEffect.Reason;
import nl.achterwacht.preparation.MeasureEvent.Accepted;
import nl.achterwacht.preparation.MeasureEvent.Named;
import nl.achterwacht.preparation.MeasureEvent.Proved;
import nl.achterwacht.preparation.MeasureEvent.Withdrawn;
import nl.achterwacht.travel.ReachabilityRegister;
import nl.achterwacht.visit.Appointment;
import nl.achterwacht.visit.MoveResult;
import nl.achterwacht.visit.Visit;
import nl.achterwacht.visit.VisitId;
import nl.achterwacht.visit.VisitRegister;
import nl.achterwacht.watch.Act;
import nl.achterwacht.watch.Leg;
import nl.achterwacht.watch.NewWatch;
import nl.achterwacht.watch.Place;
import nl.achterwacht.watch.Watch;
import nl.achterwacht.watch.WatchEvent;
import nl.achterwacht.watch.WatchId;
import nl.achterwacht.watch.WatchRegister;
import nl.achterwacht.watch.WatchState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Preparations in a real database: judged, proven, lost again; two writers; both watches. */
class PreparationKeeperTest {
  private static final Place DORPSSTRAAT = new Place("Dorpsstraat 12, Dorp", null, null, null);
  private static final Estimate RISKY =
      new Estimate(
          Set.of("D2", "D3", "P3"), Estimate.Reaction.TENSE, "achterdeur", true, "Bram", 80);

  private final World world = new World();
  private final Server one = new Server(world.server());
  private final Server other = new Server(world.server());
  private final PersonId dirk =
      in(tx -> new Rows(tx, world.rows()).person("Dirk", "worker", "email"));

  /** What one server process has. */
  private final class Server {
    final VisitRegister visits;
    final PreparationKeeper keeper;
    final CompanionRegister companions;

    Server(Engine engine) {
      var people = new PeopleRegister();
      var followUp =
          new PreparationFollowUp(engine.notices(), engine.journal(), engine.rosters(), people);
      visits =
          new VisitRegister(
              world.clock(), engine.watches(), (tx, visit, by) -> changed(tx, visit, by));
      keeper =
          new PreparationKeeper(
              world.clock(),
              new PreparationDoors(
                  visits,
                  engine.watches(),
                  new WatchRegister(),
                  people,
                  new JudgingByTheBook(),
                  NothingKnownAround.NOTHING,
                  new ReachabilityRegister(world.clock(), engine.watches(), engine.journal())),
              followUp);
      companions = new CompanionRegister(world.clock(), visits, followUp);
    }

    private void changed(Tx tx, Visit visit, PersonId by) {
      keeper.changed(tx, visit, by);
    }
  }

  @AfterEach
  void close() {
    world.close();
  }

  private <T> T in(java.util.function.Function<Tx, T> work) {
    return world.database().inTransaction(work);
  }

  private OrganisationId organisation() {
    return world.rows().organisation();
  }

  private Actor anna() {
    return new Actor(world.anna(), false);
  }

  /** Anna's visit from 15:00 to 16:00. */
  private VisitId visit() {
    NewWatch watch = world.visit();
    VisitId id = VisitId.next();
    var appointment = new Appointment(DORPSSTRAAT, null, at(60), at(120), false, "car", null, 20);
    var planned =
        new NewWatch(
            watch.organisation(),
            watch.id(),
            watch.worker(),
            watch.team(),
            watch.plan(),
            watch.trip(),
            Leg.OUT);
    in(tx -> one.visits.plan(tx, id, appointment, planned, world.anna()));
    return id;
  }

  private PreparationResult handle(VisitId id, Measure measure, MeasureEvent event) {
    return in(tx -> one.keeper.handle(tx, organisation(), id, measure, event));
  }

  private Preparation done(PreparationResult result) {
    assertThat(result).isInstanceOf(PreparationResult.Done.class);
    return ((PreparationResult.Done) result).preparation();
  }

  private Preparation estimated(VisitId id, Estimate estimate) {
    return done(in(tx -> one.keeper.estimate(tx, organisation(), id, estimate, world.anna())));
  }

  private Visit visit(VisitId id) {
    return in(tx -> one.visits.find(tx, organisation(), id).orElseThrow());
  }

  private Watch watch(WatchId id) {
    return requireNonNull(
        world
            .database()
            .<@Nullable Watch>inTransaction(
                tx -> new WatchRegister().find(tx, organisation(), id)));
  }

  private Preparation look(VisitId id) {
    return in(tx -> one.keeper.look(tx, visit(id), world.anna()));
  }

  private Companion companion(VisitId id) {
    return requireNonNull(look(id).companion());
  }

  private long notices(String kind) {
    return world.count("select count(*) from notify.notice where kind = '" + kind + "'");
  }

  private void companionJoins(VisitId id) {
    done(handle(id, Measure.DUO, new Named(dirk, anna())));
    done(handle(id, Measure.DUO, new Accepted(new Actor(dirk, false))));
  }

  @Test
  void theAnswersAreJudgedAndTheWatchGoesByTheAdvice() {
    VisitId id = visit();
    Preparation p = estimated(id, RISKY);
    assertThat(requireNonNull(p.judged()).riskClass()).isEqualTo(RiskClass.HIGH);
    assertThat(p.missing())
        .contains(Measure.DUO, Measure.LEID, Measure.BEL)
        .doesNotContain(Measure.DAG);
    Watch watch = watch(visit(id).watch());
    assertThat(watch.plan().highRisk()).isTrue();
    assertThat(watch.plan().halfwaySign()).isTrue();
    assertThat(watch.plan().grace()).hasMinutes(2);
    assertThat(notices("approval-asked")).isEqualTo(1);
    // Estimated again without risk, the watch is as the team has it.
    estimated(id, new Estimate(Set.of(), Estimate.Reaction.CALM, null, false, null, null));
    assertThat(watch(visit(id).watch()).plan().highRisk()).isFalse();
    assertThat(watch(visit(id).watch()).plan().grace()).hasMinutes(5);
  }

  @Test
  void anAgreedCallBackIsInTheWatchAndGoesWhenTheVisitMovesAway() {
    VisitId id = visit();
    estimated(id, RISKY);
    done(handle(id, Measure.TERUG, new Proved(new Proof.CallBack(at(80)), anna())));
    assertThat(watch(visit(id).watch()).plan().callBackAt()).isEqualTo(at(80));
    Visit visit = visit(id);
    var later = new Appointment(DORPSSTRAAT, null, at(240), at(300), false, "car", null, 20);
    MoveResult moved =
        in(tx -> one.visits.move(tx, organisation(), id, later, visit.version(), world.anna()));
    assertThat(moved).isInstanceOf(MoveResult.Moved.class);
    assertThat(look(id).measure(Measure.TERUG).state().isSettled()).isFalse();
    assertThat(watch(visit(id).watch()).plan().callBackAt()).isNull();
    // The rest of the advice stays.
    assertThat(watch(visit(id).watch()).plan().highRisk()).isTrue();
  }

  @Test
  void whoComesAlongHasAWatchOfTheirOwnThatMovesAndEndsWithTheVisit() {
    VisitId id = visit();
    companionJoins(id);
    Companion companion = companion(id);
    assertThat(companion.person()).isEqualTo(dirk);
    Watch theirs = watch(companion.watch());
    assertThat(theirs.worker()).isEqualTo(dirk);
    assertThat(theirs.trip().companion()).isEqualTo("Anna");
    assertThat(theirs.trip().visitId()).isEqualTo(id.value());
    assertThat(watch(visit(id).watch()).trip().companion()).isEqualTo("Dirk");
    assertThat(((WatchState.Planned) theirs.state()).startBy()).isEqualTo(at(60));

    var later = new Appointment(DORPSSTRAAT, null, at(240), at(300), false, "car", null, 20);
    int version = visit(id).version();
    in(tx -> one.visits.move(tx, organisation(), id, later, version, world.anna()));
    assertThat(((WatchState.Planned) watch(companion.watch()).state()).startBy())
        .isEqualTo(at(240));
    assertThat(watch(visit(id).watch()).trip().companion()).isEqualTo("Dirk");

    var cancelled = Act.of(new WatchEvent.Cancelled(world.anna()), world.anna(), Ids.next());
    in(tx -> one.visits.cancel(tx, organisation(), id, cancelled));
    assertThat(watch(companion.watch()).state()).isInstanceOf(WatchState.Closed.class);
    assertThat(notices("worker-not-ready")).isZero();
  }

  @Test
  void aCompanionWhoCannotComeMakesTheVisitNotReadyAndBothAreTold() {
    VisitId id = visit();
    estimated(id, new Estimate(Set.of("W1"), Estimate.Reaction.CALM, null, false, null, null));
    companionJoins(id);
    settleAllBut(id, Measure.DUO);
    assertThat(look(id).isReady()).isTrue();
    WatchId theirs = companion(id).watch();

    Preparation p = done(handle(id, Measure.DUO, new Withdrawn("ziek", new Actor(dirk, false))));
    assertThat(p.isReady()).isFalse();
    assertThat(p.missing()).containsExactly(Measure.DUO);
    assertThat(p.companion()).isNull();
    assertThat(watch(theirs).state()).isInstanceOf(WatchState.Closed.class);
    assertThat(watch(visit(id).watch()).trip().companion()).isNull();
    assertThat(notices("worker-not-ready")).isEqualTo(1);
    assertThat(notices("supervisor-not-ready")).isEqualTo(1);
  }

  private void settleAllBut(VisitId id, Measure kept) {
    var carla = new Actor(world.carla(), true);
    for (Measure measure : look(id).missing()) {
      if (measure != kept) {
        done(handle(id, measure, new MeasureEvent.Waived("voor de toets", carla)));
      }
    }
  }

  @Test
  void twoWhoNameAndAnswerAtTheSameMomentNeverSpoilEachOther() throws Exception {
    VisitId id = visit();
    for (int round = 0; round < 20; round++) {
      done(handle(id, Measure.ACHT, new Named(world.bram(), anna())));
      atOnce(
          () -> act(one, id, Measure.ACHT, new Accepted(new Actor(world.bram(), false))),
          () -> act(other, id, Measure.PAK, new Proved(new Proof.Ticked(null), anna())));
      assertThat(look(id).measure(Measure.ACHT).state().isSettled()).isTrue();
      assertThat(look(id).measure(Measure.PAK).state().isSettled()).isTrue();
      done(handle(id, Measure.ACHT, new Withdrawn(null, anna())));
      done(handle(id, Measure.PAK, new Withdrawn(null, anna())));
    }
  }

  @Test
  void twoAcceptancesAtOnceMakeOneWatch() throws Exception {
    VisitId id = visit();
    done(handle(id, Measure.DUO, new Named(dirk, anna())));
    var yes = new Accepted(new Actor(dirk, false));
    atOnce(() -> act(one, id, Measure.DUO, yes), () -> act(other, id, Measure.DUO, yes));
    assertThat(world.count("select count(*) from watch.watch where worker_id = '" + dirk + "'"))
        .isEqualTo(1);
  }

  private boolean act(Server server, VisitId id, Measure measure, MeasureEvent event) {
    return in(tx -> server.keeper.handle(tx, organisation(), id, measure, event))
        instanceof PreparationResult.Done;
  }

  private static void atOnce(Callable<Boolean> one, Callable<Boolean> other) throws Exception {
    try (var two = Executors.newFixedThreadPool(2)) {
      for (Future<Boolean> done : two.invokeAll(List.of(one, other))) {
        assertThat(done.get()).isTrue();
      }
    }
  }

  @Test
  void theOfficeTakesThePlaceOfTheHomeAndCallingOffCancels() {
    VisitId id = visit();
    done(
        handle(
            id,
            Measure.KANTOOR,
            new Proved(new Proof.Office("Stadhuis, Plein 1", "kamer 1.12"), anna())));
    assertThat(visit(id).appointment().place())
        .isEqualTo(new Place("Stadhuis, Plein 1", "kamer 1.12", null, null));
    assertThat(watch(visit(id).watch()).trip().place()).isEqualTo(visit(id).appointment().place());
    companionJoins(id);
    done(handle(id, Measure.NIET, new Proved(new Proof.CalledOff(), anna())));
    assertThat(visit(id).cancelled()).isTrue();
    assertThat(world.count("select count(*) from watch.watch where state <> 'closed'")).isZero();
    assertThat(handle(id, Measure.PAK, new Proved(new Proof.Ticked(null), anna())))
        .isEqualTo(new PreparationResult.Refused(Reason.CALLED_OFF));
  }

  @Test
  void theNextEstimateForTheSamePlaceBeginsWithTheLastOne() {
    VisitId first = visit();
    estimated(
        first,
        new Estimate(Set.of("D2", "W2", "T1", "M3"), Estimate.Reaction.TENSE, null, true, "x", 9));
    VisitId second = visit();
    Optional<Estimate> suggestion = in(tx -> one.keeper.suggestion(tx, visit(second)));
    assertThat(suggestion)
        .hasValue(
            new Estimate(Set.of("D2", "W2"), Estimate.Reaction.TENSE, null, false, "x", null));
  }

  @Test
  void aStartThatIsNotReadyIsJournalledAndFromARaisedRiskOnTold() {
    VisitId normal = visit();
    in(tx -> {
      one.keeper.started(tx, visit(normal), world.anna());
      return true;
    });
    assertThat(
            world.count("select count(*) from journal.entry where kind = 'visit.started-unready'"))
        .isEqualTo(1);
    assertThat(notices("started-unready")).isZero();
    VisitId risky = visit();
    estimated(risky, RISKY);
    in(tx -> {
      one.keeper.started(tx, visit(risky), world.anna());
      return true;
    });
    assertThat(notices("started-unready")).isEqualTo(1);
  }

  @Test
  void whoeverGoesAlongHearsOfACallForHelpUnlessTheOrganisationSaysNot() {
    VisitId id = visit();
    companionJoins(id);
    Watch annas = watch(visit(id).watch());
    Watch dirks = watch(companion(id).watch());
    in(tx -> {
      one.companions.askedForHelp(tx, annas);
      return true;
    });
    assertThat(told()).isEqualTo(dirk.toString());
    in(tx -> {
      one.companions.setTold(tx, organisation(), CompanionRegister.Told.NOT_AT_ALL);
      one.companions.askedForHelp(tx, dirks);
      return true;
    });
    assertThat(notices("companion-help")).isEqualTo(1);
  }

  private String told() {
    return in(tx ->
        tx.sql("select person_id::text from notify.notice where kind = 'companion-help'")
            .query(String.class)
            .single());
  }
}
