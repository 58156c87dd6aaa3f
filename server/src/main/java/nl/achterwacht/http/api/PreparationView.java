package nl.achterwacht.http.api;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.journal.JournalReader;
import nl.achterwacht.journal.JournalReader.Line;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.Person;
import nl.achterwacht.policy.Measure;
import nl.achterwacht.preparation.Companion;
import nl.achterwacht.preparation.CompanionRegister;
import nl.achterwacht.preparation.Estimate;
import nl.achterwacht.preparation.MeasureState;
import nl.achterwacht.preparation.Preparation;
import nl.achterwacht.preparation.Preparation.Judged;
import nl.achterwacht.preparation.PreparationKeeper;
import nl.achterwacht.preparation.VisitMeasure;
import nl.achterwacht.visit.Visit;
import nl.achterwacht.watch.Leg;
import nl.achterwacht.watch.Place;
import nl.achterwacht.watch.Watch;
import nl.achterwacht.watch.WatchRegister;
import nl.achterwacht.watch.WatchState;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The preparation of a visit as a screen shows it: one view for both who go. */
public final class PreparationView {
  private static final int MOST_LINES = 200;

  private final PreparationKeeper keeper;
  private final CompanionRegister companions;
  private final PeopleRegister people;
  private final WatchRegister watches;
  private final JournalReader journal = new JournalReader();

  public PreparationView(
      PreparationKeeper keeper,
      CompanionRegister companions,
      PeopleRegister people,
      WatchRegister watches) {
    this.companions = companions;
    this.keeper = keeper;
    this.people = people;
    this.watches = watches;
  }

  /** Who did it and when; what it rests on. */
  record MeasureJson(
      String measure,
      boolean demanded,
      boolean settled,
      List<String> reasons,
      List<String> alternatives,
      String state,
      @Nullable UUID colleagueId,
      @Nullable String colleagueName,
      @Nullable ProofJson proof,
      @Nullable String reason,
      @Nullable String byName,
      @Nullable Instant at) {}

  record GoerJson(
      UUID personId,
      String name,
      UUID watchId,
      String watchState,
      String leg,
      @Nullable Instant arrivedAt) {}

  record PreparationJson(
      UUID visitId,
      int visitVersion,
      boolean cancelled,
      Place place,
      Instant plannedStartAt,
      Instant plannedEndAt,
      boolean ready,
      List<String> missing,
      String riskClass,
      int score,
      int policyVersion,
      Instant judgedAt,
      @Nullable EstimateJson estimate,
      @Nullable EstimateJson suggestion,
      List<MeasureJson> measures,
      GoerJson worker,
      @Nullable GoerJson companion) {}

  record UnreadyJson(
      UUID visitId,
      String workerName,
      @Nullable UUID teamId,
      Instant plannedStartAt,
      Instant plannedEndAt,
      String riskClass,
      List<String> missing) {}

  record UnreadiesJson(List<UnreadyJson> items) {}

  /** Who goes when, and what is missing; not where, nor why. */
  UnreadiesJson unready(Tx tx, List<PreparationKeeper.Unready> unready) {
    return new UnreadiesJson(unready.stream().map(one -> unready(tx, one)).toList());
  }

  private UnreadyJson unready(Tx tx, PreparationKeeper.Unready one) {
    Visit visit = one.visit();
    Judged judged = one.preparation().judged();
    @Nullable Person worker = people.person(tx, visit.organisation(), visit.worker());
    return new UnreadyJson(
        visit.id().value(),
        worker == null ? "" : worker.name(),
        worker == null ? null : worker.team().value(),
        visit.appointment().plannedStartAt(),
        visit.appointment().plannedEndAt(),
        judged == null ? "normal" : judged.riskClass().text(),
        one.preparation().missing().stream().map(Measure::name).toList());
  }

  PreparationJson of(Tx tx, Visit visit, Preparation p, PersonId reader) {
    Judged judged = p.judged();
    if (judged == null) {
      throw new IllegalStateException("visit " + visit.id() + " was not judged");
    }
    Names names = Names.of(tx, people, visit.organisation());
    Companion companion = p.companion();
    Estimate estimate = p.estimate();
    boolean hidesAlarms = hidesAlarms(tx, visit, companion, reader);
    return new PreparationJson(
        visit.id().value(),
        visit.version(),
        visit.cancelled(),
        visit.appointment().place(),
        visit.appointment().plannedStartAt(),
        visit.appointment().plannedEndAt(),
        p.isReady(),
        p.missing().stream().map(Measure::name).toList(),
        judged.riskClass().text(),
        judged.score(),
        judged.policyVersion(),
        judged.at(),
        estimate == null ? null : EstimateJson.of(estimate),
        estimate == null ? keeper.suggestion(tx, visit).map(EstimateJson::of).orElse(null) : null,
        p.measures().stream().map(one -> measure(one, names)).toList(),
        goer(tx, visit, new Companion(visit.worker(), visit.watch()), hidesAlarms, names),
        companion == null ? null : goer(tx, visit, companion, hidesAlarms, names));
  }

  /** Whether the reader goes too, in an organisation that does not tell the one of the other. */
  private boolean hidesAlarms(Tx tx, Visit visit, @Nullable Companion companion, PersonId reader) {
    boolean goes =
        reader.equals(visit.worker()) || (companion != null && reader.equals(companion.person()));
    return goes && companions.told(tx, visit.organisation()) == CompanionRegister.Told.NOT_AT_ALL;
  }

  private static MeasureJson measure(VisitMeasure one, Names names) {
    MeasureState state = one.state();
    Done done = Done.of(state);
    @Nullable PersonId colleague = state.colleague();
    return new MeasureJson(
        one.measure().name(),
        one.demanded(),
        state.isSettled(),
        one.reasons(),
        one.alternatives().stream().map(Measure::name).toList(),
        done.word(),
        colleague == null ? null : colleague.value(),
        colleague == null ? null : names.nameOf(colleague),
        done.proof(),
        done.reason(),
        done.by() == null ? null : names.nameOf(done.by()),
        done.at());
  }

  /** A state, taken apart. */
  private record Done(
      String word,
      @Nullable ProofJson proof,
      @Nullable String reason,
      @Nullable PersonId by,
      @Nullable Instant at) {
    static Done of(MeasureState state) {
      return switch (state) {
        case MeasureState.Asked() -> new Done("asked", null, null, null, null);
        case MeasureState.Offered s -> new Done("offered", null, null, s.by(), s.at());
        case MeasureState.Declined s -> new Done("declined", null, null, s.by(), s.at());
        case MeasureState.Proven s ->
            new Done("proven", ProofJson.of(s.proof()), null, s.by(), s.at());
        case MeasureState.Waived s -> new Done("waived", null, s.reason(), s.by(), s.at());
        case MeasureState.Withdrawn s -> new Done("withdrawn", null, s.why(), s.by(), s.at());
      };
    }
  }

  private GoerJson goer(Tx tx, Visit visit, Companion who, boolean hidesAlarm, Names names) {
    @Nullable Watch watch = watches.find(tx, visit.organisation(), who.watch());
    return new GoerJson(
        who.person().value(),
        names.nameOf(who.person()),
        who.watch().value(),
        watch == null ? "closed" : word(watch, hidesAlarm),
        watch == null ? Leg.HOME.text() : watch.state().shown().leg().text(),
        watch == null ? null : arrivedAt(tx, watch));
  }

  /** When the worker first said to be on site; null before. */
  private @Nullable Instant arrivedAt(Tx tx, Watch watch) {
    return journal
        .about(tx, watch.organisation(), watch.id().value(), null, null, MOST_LINES)
        .stream()
        .filter(line -> line.kind().equals("watch.leg-reached") && isOnSite(line))
        .map(Line::at)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** As the screen of its worker shows it, also while a silent alarm is open. */
  private static boolean isOnSite(Line line) {
    JsonNode state = Json.tree(line.dataJson());
    JsonNode shown = state.has("shown") ? state.path("shown") : state;
    return shown.path("leg").asString("").equals(Leg.ON_SITE.text());
  }

  /** Never more than the screen of its worker tells: the other of the two stands beside them. */
  private static String word(Watch watch, boolean hidesAlarm) {
    return switch (watch.state().shown()) {
      case WatchState.Planned _ -> "planned";
      case WatchState.Running _ -> "running";
      case WatchState.Overdue _ -> "overdue";
      case WatchState.Alarmed _ -> hidesAlarm ? "running" : "alarmed";
      case WatchState.Closed _ -> "closed";
    };
  }
}
