package nl.achterwacht.visit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import nl.achterwacht.base.Ids;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.TeamNumbers;
import nl.achterwacht.watch.Act;
import nl.achterwacht.watch.ActResult;
import nl.achterwacht.watch.Leg;
import nl.achterwacht.watch.NewWatch;
import nl.achterwacht.watch.Watch;
import nl.achterwacht.watch.WatchEffect;
import nl.achterwacht.watch.WatchEvent;
import nl.achterwacht.watch.WatchId;
import nl.achterwacht.watch.WatchKeeper;
import nl.achterwacht.watch.WatchRegister;
import nl.achterwacht.watch.WatchState;
import org.jspecify.annotations.Nullable;

/** Plans, lists, moves and cancels visits; each has a watch from the moment it is planned. */
public final class VisitRegister {
  /** How long ago a visit may have begun and still be planned: the paper diary comes first. */
  static final Duration MAY_HAVE_BEGUN = Duration.ofHours(12);

  static final Duration AT_MOST_AHEAD = Duration.ofDays(730);
  static final Duration LONGEST = Duration.ofHours(24);

  /** A screen offers it for a minute; the last tap of that minute must still arrive. */
  static final Duration UNDO_WITHIN = Duration.ofSeconds(90);

  private final InstantSource clock;
  private final WatchKeeper watches;
  private final WatchRegister watchRegister = new WatchRegister();
  private final PeopleRegister people = new PeopleRegister();
  private final VisitStore store = new VisitStore();

  public VisitRegister(InstantSource clock, WatchKeeper watches) {
    this.clock = clock;
    this.watches = watches;
  }

  /** Why an appointment cannot be planned. */
  public enum Fault {
    ENDS_BEFORE_START,
    TOO_LONG,
    LONG_AGO,
    TOO_FAR_AHEAD
  }

  /** What is wrong with the times of an appointment, if anything. */
  public Optional<Fault> faultOf(Appointment planned) {
    Instant now = clock.instant();
    if (!planned.plannedEndAt().isAfter(planned.plannedStartAt())) {
      return Optional.of(Fault.ENDS_BEFORE_START);
    }
    if (planned.plannedStartAt().plus(LONGEST).isBefore(planned.plannedEndAt())) {
      return Optional.of(Fault.TOO_LONG);
    }
    if (planned.plannedStartAt().isBefore(now.minus(MAY_HAVE_BEGUN))) {
      return Optional.of(Fault.LONG_AGO);
    }
    return planned.plannedStartAt().isAfter(now.plus(AT_MOST_AHEAD))
        ? Optional.of(Fault.TOO_FAR_AHEAD)
        : Optional.empty();
  }

  /**
   * Plans a visit and, in the same transaction, its watch.
   *
   * @param watch the watch of the visit; its trip names {@code id}
   * @param by who plans it
   */
  public Visit plan(Tx tx, VisitId id, Appointment appointment, NewWatch watch, PersonId by) {
    return plan(tx, id, appointment, watch, null, by);
  }

  Visit plan(
      Tx tx,
      VisitId id,
      Appointment appointment,
      NewWatch watch,
      @Nullable SeriesId series,
      PersonId by) {
    var visit =
        new Visit(
            watch.organisation(),
            id,
            watch.worker(),
            watch.id(),
            appointment,
            false,
            0,
            series,
            null);
    store.insert(tx, visit);
    watches.plan(tx, watch, appointment.plannedStartAt(), by);
    return visit;
  }

  public Optional<Visit> find(Tx tx, OrganisationId organisation, VisitId id) {
    return store.find(tx, organisation, id);
  }

  /** The visit as it is, and as it stays until {@code tx} ends. */
  public Optional<Visit> lock(Tx tx, OrganisationId organisation, VisitId id) {
    return store.lock(tx, organisation, id);
  }

  /** Visits that were not cancelled, earliest first. */
  public List<Visit> list(Tx tx, OrganisationId organisation, VisitQuery query) {
    return store.list(tx, organisation, query);
  }

  /**
   * Moves or otherwise changes a visit that has not begun; its watch moves along.
   *
   * @param to as it should be; its times must be without {@link #faultOf fault}
   * @param version what the one who moves it knows it to be
   */
  public MoveResult move(
      Tx tx, OrganisationId organisation, VisitId id, Appointment to, int version, PersonId by) {
    return locked(tx, organisation, id, version, visit -> moved(tx, visit, to, by));
  }

  /**
   * Gives a visit that has not begun to a colleague, and changes it as {@link #move} does. Its
   * watch is cancelled, and {@code watch} planned instead: a watch is of one person from beginning
   * to end.
   *
   * @param watch by the numbers of the new worker's team; made stricter when the old one was
   */
  public MoveResult handOver(
      Tx tx, NewWatch watch, VisitId id, Appointment to, int version, PersonId by) {
    return locked(
        tx, watch.organisation(), id, version, visit -> handedOver(tx, visit, to, watch, by));
  }

  /**
   * Cancels a visit and its watch.
   *
   * @param act its event must be {@code Cancelled}
   * @return what its watch says: one that has started is not cancelled but ended
   */
  public ActResult cancel(Tx tx, OrganisationId organisation, VisitId id, Act act) {
    Optional<Visit> visit = store.lock(tx, organisation, id);
    return visit.isEmpty()
        ? new ActResult.Unknown()
        : cancel(tx, visit.get(), act, clock.instant());
  }

  /** Cancels a locked visit; what is cancelled at the same {@code now} is restored together. */
  ActResult cancel(Tx tx, Visit visit, Act act, Instant now) {
    ActResult result = watches.handle(tx, visit.organisation(), visit.watch(), act);
    if (result instanceof ActResult.Done && !visit.cancelled()) {
      store.cancel(tx, visit, act.by(), now);
    }
    return result;
  }

  /** The part of the trip with which the watch of a visit begins. */
  public static Leg firstLeg() {
    return Leg.OUT;
  }

  /** What may be done to a visit that nobody else changes meanwhile. */
  private interface Change {
    MoveResult of(Visit locked);
  }

  private MoveResult locked(
      Tx tx, OrganisationId organisation, VisitId id, int version, Change change) {
    Optional<Visit> found = store.lock(tx, organisation, id);
    if (found.isEmpty()) {
      return new MoveResult.Unknown();
    }
    Visit visit = found.get();
    if (visit.cancelled()) {
      return new MoveResult.Cancelled();
    }
    return visit.version() == version ? change.of(visit) : new MoveResult.Stale(visit.version());
  }

  /** Moves a locked visit. */
  MoveResult moved(Tx tx, Visit visit, Appointment to, PersonId by) {
    Watch watch = watchOf(tx, visit);
    @Nullable TeamNumbers numbers = people.numbers(tx, watch.organisation(), watch.team());
    if (numbers == null) {
      throw new IllegalStateException("no team " + watch.team());
    }
    ActResult result =
        watches.replan(
            tx,
            visit.organisation(),
            watch.id(),
            VisitPlan.moved(watch.plan(), visit.appointment(), to, numbers),
            VisitPlan.trip(visit.id(), to, watch),
            to.plannedStartAt(),
            by);
    if (!(result instanceof ActResult.Done)) {
      return refused(result, watch);
    }
    LastChange change = new LastChange(by, clock.instant());
    return new MoveResult.Moved(saved(tx, visit.moved(to, change), change));
  }

  /** Gives a locked visit to the worker of {@code fresh}. */
  MoveResult handedOver(Tx tx, Visit visit, Appointment to, NewWatch fresh, PersonId by) {
    Watch watch = watchOf(tx, visit);
    var cancelled = Act.of(new WatchEvent.Cancelled(by), by, Ids.next());
    ActResult result = watches.handle(tx, visit.organisation(), visit.watch(), cancelled);
    if (!(result instanceof ActResult.Done)) {
      return refused(result, watch);
    }
    var next =
        new NewWatch(
            fresh.organisation(),
            fresh.id(),
            fresh.worker(),
            fresh.team(),
            VisitPlan.handedOver(fresh.plan(), watch.plan(), visit.appointment(), to),
            VisitPlan.trip(visit.id(), to, watch),
            firstLeg());
    watches.plan(tx, next, to.plannedStartAt(), by);
    LastChange change = new LastChange(by, clock.instant());
    return new MoveResult.Moved(
        saved(tx, visit.under(next.worker(), next.id(), to, change), change));
  }

  /** Has a locked, cancelled visit take place after all, under a new watch like the old one. */
  Visit restored(Tx tx, Visit visit, PersonId by) {
    Watch old = watchOf(tx, visit);
    var next =
        new NewWatch(
            old.organisation(),
            WatchId.next(),
            old.worker(),
            old.team(),
            old.plan(),
            old.trip(),
            firstLeg());
    watches.plan(tx, next, visit.appointment().plannedStartAt(), by);
    LastChange change = new LastChange(by, clock.instant());
    return saved(tx, visit.under(old.worker(), next.id(), visit.appointment(), change), change);
  }

  private Visit saved(Tx tx, Visit next, LastChange change) {
    store.save(tx, next, change);
    return next;
  }

  private static MoveResult refused(ActResult result, Watch watch) {
    if (!(result instanceof ActResult.Refused(WatchEffect.Reason _, Watch _))) {
      throw new IllegalStateException("watch " + watch.id() + " is gone");
    }
    return watch.state().shown() instanceof WatchState.Closed closed
            && closed.how() == WatchState.How.CANCELLED
        ? new MoveResult.Cancelled()
        : new MoveResult.Started();
  }

  private Watch watchOf(Tx tx, Visit visit) {
    @Nullable Watch watch = watchRegister.lock(tx, visit.organisation(), visit.watch());
    if (watch == null) {
      throw new IllegalStateException("visit " + visit.id() + " has no watch");
    }
    return watch;
  }
}
