package nl.achterwacht.preparation;

import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.achterwacht.base.Decision;
import nl.achterwacht.base.Ids;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.PersonRef;
import nl.achterwacht.base.Tx;
import nl.achterwacht.policy.Facts;
import nl.achterwacht.policy.Judgement;
import nl.achterwacht.policy.Measure;
import nl.achterwacht.policy.RiskClass;
import nl.achterwacht.travel.Agreement;
import nl.achterwacht.visit.Appointment;
import nl.achterwacht.visit.Visit;
import nl.achterwacht.visit.VisitId;
import nl.achterwacht.watch.Act;
import nl.achterwacht.watch.Place;
import nl.achterwacht.watch.WatchEvent;
import org.jspecify.annotations.Nullable;

/**
 * The only writer of preparations. Locks the visit, asks the rules, has the policy judge again, and
 * stores the answer with what follows from it in one transaction.
 */
public final class PreparationKeeper {
  private static final Period A_YEAR = Period.ofYears(1);

  private final InstantSource clock;
  private final PreparationDoors doors;
  private final PreparationFollowUp followUp;
  private final CompanionWatches companions;
  private final PreparationStore store = new PreparationStore();

  public PreparationKeeper(
      InstantSource clock, PreparationDoors doors, PreparationFollowUp followUp) {
    this.clock = clock;
    this.doors = doors;
    this.followUp = followUp;
    this.companions = new CompanionWatches(doors);
  }

  /** Stores the answers of a risk estimate; the visit is judged by them. */
  public PreparationResult estimate(
      Tx tx, OrganisationId organisation, VisitId id, Estimate answers, PersonId by) {
    return onVisit(
        tx,
        organisation,
        id,
        visit -> {
          Preparation before = asOf(tx, visit, by);
          followUp.estimated(tx, visit, by, clock.instant());
          Preparation answered = before.withEstimate(answers);
          Facts facts = facts(tx, visit, answered);
          Judgement judgement = doors.judging().judge(tx, organisation, facts);
          doors.judging().keep(tx, organisation, facts, judgement);
          Preparation judged = judged(tx, visit, answered, facts, judgement, by);
          Preparation after = stored(tx, visit, before, judged, by);
          store.saveEstimate(tx, visit, answers, by, clock.instant());
          return new PreparationResult.Done(visit, after);
        });
  }

  /** Takes in what somebody did about a measure; the visit is judged again. */
  public PreparationResult handle(
      Tx tx, OrganisationId organisation, VisitId id, Measure measure, MeasureEvent event) {
    return onVisit(tx, organisation, id, visit -> handle(tx, visit, measure, event));
  }

  /**
   * How far the preparation is, judged by what is known now; stores nothing.
   *
   * @param by who asks
   */
  public Preparation look(Tx tx, Visit visit, PersonId by) {
    return asOf(tx, visit, by);
  }

  /** What was taken and waived beforehand, as it was stored last; judges nothing. */
  public List<VisitMeasure> measures(Tx tx, OrganisationId organisation, VisitId visit) {
    @Nullable Preparation stored = store.find(tx, organisation, visit);
    return stored == null ? List.of() : stored.measures();
  }

  /**
   * Visits with a raised risk that are not over and were not ready when they were judged last, the
   * first to end first.
   */
  public List<Unready> unready(Tx tx, OrganisationId organisation) {
    List<Unready> found = new ArrayList<>();
    for (Preparation p : store.riskyAhead(tx, organisation, clock.instant())) {
      if (!p.isReady()) {
        doors
            .visits()
            .find(tx, organisation, p.visit())
            .filter(visit -> !visit.cancelled())
            .ifPresent(visit -> found.add(new Unready(visit, p)));
      }
    }
    return found;
  }

  /** Which visits that are not over had more than a normal risk when they were judged last. */
  public Map<VisitId, RiskClass> risky(Tx tx, OrganisationId organisation) {
    Map<VisitId, RiskClass> found = new HashMap<>();
    for (Preparation p : store.riskyAhead(tx, organisation, clock.instant())) {
      if (p.judged() != null) {
        found.put(p.visit(), p.judged().riskClass());
      }
    }
    return found;
  }

  /** A visit that is not ready. */
  public record Unready(Visit visit, Preparation preparation) {}

  /** What the same worker answered last for the same place; empty when that is a year ago. */
  public Optional<Estimate> suggestion(Tx tx, Visit visit) {
    Instant since = clock.instant().atOffset(ZoneOffset.UTC).minus(A_YEAR).toInstant();
    return Optional.ofNullable(store.lastEstimate(tx, visit, since)).map(Estimate::forNextTime);
  }

  /**
   * Has the preparation follow a visit that was moved, given to somebody else or cancelled: proof
   * that does not fit it any more is withdrawn, and the watches are planned as they should be.
   */
  public void changed(Tx tx, Visit visit, PersonId by) {
    Preparation before = store.find(tx, visit.organisation(), visit.id());
    if (before == null) {
      return;
    }
    Preparation judged = judged(tx, visit, before, by);
    stored(tx, visit, before, judged, by);
  }

  /**
   * A watch of this visit was started. Whether the visit was ready changes nothing for the worker:
   * when it was not, that is journalled, and from a raised risk on a supervisor is told.
   */
  public void started(Tx tx, Visit visit, PersonId by) {
    Preparation p = asOf(tx, visit, by);
    if (!p.isReady()) {
      followUp.startedUnready(tx, visit, p, by, clock.instant());
    }
  }

  private PreparationResult handle(Tx tx, Visit visit, Measure measure, MeasureEvent event) {
    PersonId by = event.by().person();
    Preparation before = asOf(tx, visit, by);
    VisitMeasure one = before.measure(measure);
    Decision<MeasureState, MeasureEffect> decision =
        MeasureRules.decide(on(visit), measure, one.state(), event, clock.instant());
    for (MeasureEffect effect : decision.effects()) {
      if (effect instanceof MeasureEffect.Refuse(MeasureEffect.Reason reason)) {
        return new PreparationResult.Refused(reason);
      }
    }
    followUp.handled(tx, visit, measure, event, clock.instant());
    Preparation next = before.with(one.with(decision.next()));
    Preparation after = stored(tx, visit, before, judged(tx, visit, next, by), by);
    return carriedOut(tx, visit, after, decision.effects(), by);
  }

  /** What a decision changes of the visit itself; the preparation then follows the visit. */
  private PreparationResult carriedOut(
      Tx tx, Visit visit, Preparation after, List<MeasureEffect> effects, PersonId by) {
    boolean changed = false;
    for (MeasureEffect effect : effects) {
      switch (effect) {
        case MeasureEffect.MoveToOffice(String address, String room) -> {
          Appointment to = in(new Place(address, room, null, null), visit.appointment());
          // One that has begun is where it is; that the rest is at the office stays noted.
          doors.visits().move(tx, visit.organisation(), visit.id(), to, visit.version(), by);
          changed = true;
        }
        case MeasureEffect.CallOff() -> {
          var act = Act.of(new WatchEvent.Cancelled(by), by, Ids.next());
          doors.visits().cancel(tx, visit.organisation(), visit.id(), act);
          changed = true;
        }
        case MeasureEffect.Ask _, MeasureEffect.Refuse _ -> {}
      }
    }
    if (!changed) {
      return new PreparationResult.Done(visit, after);
    }
    Visit now = doors.visits().find(tx, visit.organisation(), visit.id()).orElseThrow();
    return new PreparationResult.Done(now, asOf(tx, now, by));
  }

  private static Appointment in(Place place, Appointment a) {
    return new Appointment(
        place,
        a.purpose(),
        a.plannedStartAt(),
        a.plannedEndAt(),
        a.highRisk(),
        a.travelMode(),
        a.vehicleId(),
        a.travelMinutes());
  }

  private PreparationResult onVisit(
      Tx tx, OrganisationId organisation, VisitId id, Function<Visit, PreparationResult> work) {
    Optional<Visit> visit = doors.visits().lock(tx, organisation, id);
    if (visit.isEmpty()) {
      return new PreparationResult.Unknown();
    }
    return visit.get().cancelled()
        ? new PreparationResult.Refused(MeasureEffect.Reason.CALLED_OFF)
        : work.apply(visit.get());
  }

  /** As it is stored, or, when the visit is another since, as it is judged now. */
  private Preparation asOf(Tx tx, Visit visit, PersonId by) {
    @Nullable Preparation stored = store.find(tx, visit.organisation(), visit.id());
    if (stored == null) {
      Preparation begun = Preparation.begun(visit.organisation(), visit.id(), visit.version());
      return judged(tx, visit, begun, by);
    }
    return stored.visitVersion() == visit.version() ? stored : judged(tx, visit, stored, by);
  }

  private Preparation judged(Tx tx, Visit visit, Preparation p, PersonId by) {
    Facts facts = facts(tx, visit, p);
    Judgement judgement = doors.judging().judge(tx, visit.organisation(), facts);
    return judged(tx, visit, p, facts, judgement, by);
  }

  private Preparation judged(
      Tx tx, Visit visit, Preparation p, Facts facts, Judgement judgement, PersonId by) {
    var now =
        new PreparationRules.Now(
            on(visit), visit.version(), facts.outsideOfficeHours(), agreed(tx, visit));
    return PreparationRules.judged(p, judgement, now, by, clock.instant());
  }

  private Proof.@Nullable Reachable agreed(Tx tx, Visit visit) {
    var worker = new PersonRef(visit.organisation(), visit.worker());
    Appointment planned = visit.appointment();
    return doors
        .reachability()
        .covering(tx, worker, planned.plannedStartAt(), planned.plannedEndAt())
        .map(PreparationKeeper::proofOf)
        .orElse(null);
  }

  private static Proof.Reachable proofOf(Agreement agreement) {
    return new Proof.Reachable(
        agreement.contact().name(),
        agreement.contact().phone(),
        agreement.from(),
        agreement.until());
  }

  private Facts facts(Tx tx, Visit visit, Preparation p) {
    Surroundings.Known known = doors.surroundings().of(tx, visit);
    return PreparationRules.facts(p, known, visit.appointment().travelMode());
  }

  private Preparation stored(
      Tx tx, Visit visit, Preparation before, Preparation judged, PersonId by) {
    Instant now = clock.instant();
    Preparation after = companions.settled(tx, visit, judged, by, now);
    store.save(tx, after, visit.appointment().plannedEndAt());
    companions.replan(tx, new CompanionWatches.Occasion(visit, after, by, now));
    followUp.judged(tx, visit, before, after, by, now);
    return after;
  }

  private static OnVisit on(Visit visit) {
    return new OnVisit(
        visit.worker(), visit.appointment().plannedStartAt(), visit.appointment().plannedEndAt());
  }
}
