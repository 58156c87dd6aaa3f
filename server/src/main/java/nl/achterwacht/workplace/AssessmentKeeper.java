package nl.achterwacht.workplace;

import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.task.NewTask;
import nl.achterwacht.task.Task;
import nl.achterwacht.task.TaskKeeper;
import nl.achterwacht.task.TaskKind;
import nl.achterwacht.task.TaskState;
import nl.achterwacht.workplace.WorkplaceResult.Done;
import nl.achterwacht.workplace.WorkplaceResult.Reason;
import nl.achterwacht.workplace.WorkplaceResult.Refused;
import nl.achterwacht.workplace.WorkplaceResult.Unknown;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was found and decided about lone workplaces: the only writer of risks, decisions and
 * measures. Each measure opens its task in the same transaction, so that none is without somebody
 * who must do it before a day.
 */
public final class AssessmentKeeper {
  private static final Duration TO_FIND_ANOTHER = Duration.ofDays(7);

  private final InstantSource clock;
  private final WorkplaceKeeper workplaces;
  private final TaskKeeper tasks;
  private final AssessmentStore store = new AssessmentStore();

  public AssessmentKeeper(InstantSource clock, WorkplaceKeeper workplaces, TaskKeeper tasks) {
    this.clock = clock;
    this.workplaces = workplaces;
    this.tasks = tasks;
  }

  /** Adds a scenario. */
  public WorkplaceResult addRisk(
      Tx tx, OrganisationId organisation, WorkplaceId id, Risk.Scored scored, PersonId by) {
    return workplaces.inUse(
        tx,
        organisation,
        id,
        workplace -> {
          store.add(tx, organisation, new Risk(RiskId.next(), id, scored, by, clock.instant(), 0));
          workplaces.noteChange(tx, workplace, "risk", null, scored.inWords(), by);
          return new Done(workplace);
        });
  }

  /**
   * Scores a scenario again.
   *
   * @param version the one that was read
   */
  public WorkplaceResult changeRisk(
      Tx tx,
      OrganisationId organisation,
      WorkplaceId id,
      RiskId risk,
      int version,
      Risk.Scored scored,
      PersonId by) {
    return workplaces.inUse(
        tx,
        organisation,
        id,
        workplace -> {
          Optional<Risk> before = risk(tx, organisation, id, risk);
          if (before.isEmpty()) {
            return new Unknown();
          }
          var after = new Risk(risk, id, scored, by, clock.instant(), version);
          if (!store.change(tx, organisation, after)) {
            return new Refused(Reason.CHANGED_MEANWHILE);
          }
          String was = before.get().scored().inWords();
          if (!was.equals(scored.inWords())) {
            workplaces.noteChange(tx, workplace, "risk", was, scored.inWords(), by);
          }
          return new Done(workplace);
        });
  }

  /** This cannot happen here any more; the history keeps that it was there. */
  public WorkplaceResult removeRisk(
      Tx tx, OrganisationId organisation, WorkplaceId id, RiskId risk, PersonId by) {
    return workplaces.inUse(
        tx,
        organisation,
        id,
        workplace -> {
          Optional<Risk> before = risk(tx, organisation, id, risk);
          if (before.isEmpty()) {
            return new Unknown();
          }
          store.remove(tx, organisation, before.get());
          workplaces.noteChange(tx, workplace, "risk", before.get().scored().inWords(), null, by);
          return new Done(workplace);
        });
  }

  /**
   * Decides whether somebody may be alone there. Whoever decides has looked: it counts as a review.
   *
   * @param reviewAt when it is looked at again; null for a year later
   */
  public WorkplaceResult decide(
      Tx tx,
      OrganisationId organisation,
      WorkplaceId id,
      Decision.Outcome outcome,
      String reason,
      @Nullable Instant reviewAt,
      PersonId by) {
    return workplaces.inUse(
        tx,
        organisation,
        id,
        workplace -> {
          Assessment now = assessment(tx, organisation, id);
          @Nullable RiskClass worst =
              now.worst().map(risk -> risk.scored().now().riskClass()).orElse(null);
          Optional<Reason> fault = Decision.fault(outcome, worst, standing(tx, organisation, now));
          if (fault.isPresent()) {
            return new Refused(fault.get());
          }
          store.add(tx, organisation, new Decision(id, outcome, reason, by, clock.instant()));
          @Nullable String was = now.decision().map(one -> one.outcome().text()).orElse(null);
          workplaces.noteChange(tx, workplace, "decision", was, outcome.text(), by);
          return workplaces.review(tx, organisation, id, reason, reviewAt, by);
        });
  }

  /**
   * Adds a measure that {@code owner} carries out before {@code dueAt}.
   *
   * @param owner anybody of the organisation
   */
  public WorkplaceResult addMeasure(
      Tx tx,
      OrganisationId organisation,
      WorkplaceId id,
      Measure.Asked asked,
      PersonId owner,
      Instant dueAt,
      PersonId by) {
    return workplaces.inUse(
        tx,
        organisation,
        id,
        workplace -> {
          var measure = new Measure(MeasureId.next(), id, asked, by, clock.instant());
          store.add(tx, organisation, measure);
          tasks.open(
              tx,
              new NewTask(
                  organisation,
                  TaskKind.MEASURE,
                  workplace.details().team(),
                  measure.id().value(),
                  asked.what(),
                  owner,
                  by,
                  dueAt));
          workplaces.noteChange(tx, workplace, "measure", null, asked.what(), by);
          noteCompanion(tx, workplace, null, asked.companion(), by);
          return new Done(workplace);
        });
  }

  /** Changes what is known of a measure, such as what it brought; never its task. */
  public WorkplaceResult changeMeasure(
      Tx tx,
      OrganisationId organisation,
      WorkplaceId id,
      MeasureId measure,
      Measure.Asked asked,
      PersonId by) {
    return workplaces.inUse(
        tx,
        organisation,
        id,
        workplace -> {
          Optional<Measure> before = store.measure(tx, organisation, id, measure);
          if (before.isEmpty()) {
            return new Unknown();
          }
          Measure one = before.get();
          store.change(tx, organisation, new Measure(measure, id, asked, one.by(), one.at()));
          if (asked.effect() != null && !asked.effect().equals(one.asked().effect())) {
            workplaces.noteChange(
                tx, workplace, "effect", one.asked().effect(), asked.effect(), by);
          }
          noteCompanion(tx, workplace, one.asked().companion(), asked.companion(), by);
          return new Done(workplace);
        });
  }

  /**
   * Somebody has left the organisation: where they came along, whoever answers for the workplace
   * must find another. A measure that is still to be carried out has somebody who must do so.
   */
  public void companionLeft(Tx tx, OrganisationId organisation, PersonId person, PersonId by) {
    for (Measure measure : store.measures(tx, organisation, person)) {
      workplaces.inUse(
          tx,
          organisation,
          measure.workplace(),
          workplace -> {
            workplaces.noteChange(
                tx, workplace, "companion-left", null, measure.asked().what(), by);
            if (isCarriedOut(tx, organisation, measure)) {
              tasks.open(tx, another(workplace, measure, person, by));
            }
            return new Done(workplace);
          });
    }
  }

  private NewTask another(Workplace workplace, Measure measure, PersonId left, PersonId by) {
    PersonId owner = workplace.details().owner();
    return new NewTask(
        workplace.organisation(),
        TaskKind.MEASURE,
        workplace.details().team(),
        measure.id().value(),
        measure.asked().what(),
        owner.equals(left) ? null : owner,
        by,
        clock.instant().plus(TO_FIND_ANOTHER));
  }

  /** Nobody is at it any more, and it was not dropped. */
  private boolean isCarriedOut(Tx tx, OrganisationId organisation, Measure measure) {
    return tasks.about(tx, organisation, List.of(measure.id().value())).stream()
        .allMatch(task ->
            task.state() instanceof TaskState.Ended ended && ended.how() == TaskState.How.DONE);
  }

  /** One measure; empty when this workplace has no such. */
  public Optional<Measure> measure(
      Tx tx, OrganisationId organisation, WorkplaceId workplace, MeasureId id) {
    return store.measure(tx, organisation, workplace, id);
  }

  /** What was found and decided about one workplace; nothing when there is no such. */
  public Assessment assessment(Tx tx, OrganisationId organisation, WorkplaceId id) {
    return Objects.requireNonNull(assessments(tx, organisation, List.of(id)).get(id));
  }

  /** Of each of these workplaces what was found and decided. */
  public Map<WorkplaceId, Assessment> assessments(
      Tx tx, OrganisationId organisation, List<WorkplaceId> ids) {
    Map<WorkplaceId, List<Risk>> risks =
        store.risks(tx, organisation, ids).stream()
            .sorted(Assessment.WORST_FIRST)
            .collect(groupingBy(Risk::workplace));
    Map<WorkplaceId, List<Decision>> decisions =
        store.decisions(tx, organisation, ids).stream().collect(groupingBy(Decision::workplace));
    Map<WorkplaceId, List<Measure>> measures =
        store.measures(tx, organisation, ids).stream().collect(groupingBy(Measure::workplace));
    var found = new LinkedHashMap<WorkplaceId, Assessment>();
    for (WorkplaceId id : ids) {
      found.put(
          id,
          new Assessment(
              risks.getOrDefault(id, List.of()),
              decisions.getOrDefault(id, List.of()),
              measures.getOrDefault(id, List.of())));
    }
    return found;
  }

  private void noteCompanion(
      Tx tx,
      Workplace workplace,
      @Nullable Companion was,
      @Nullable Companion became,
      PersonId by) {
    @Nullable PersonId before = Companion.personOf(was);
    @Nullable PersonId after = Companion.personOf(became);
    noteIfOther(tx, workplace, "companionId", textOrNull(before), textOrNull(after), by);
    noteIfOther(
        tx, workplace, "companionName", Companion.nameOf(was), Companion.nameOf(became), by);
  }

  private void noteIfOther(
      Tx tx,
      Workplace workplace,
      String field,
      @Nullable String was,
      @Nullable String became,
      PersonId by) {
    if (!Objects.equals(was, became)) {
      workplaces.noteChange(tx, workplace, field, was, became, by);
    }
  }

  private static @Nullable String textOrNull(@Nullable PersonId person) {
    return person == null ? null : person.toString();
  }

  /** How many measures there are that nobody dropped. */
  private int standing(Tx tx, OrganisationId organisation, Assessment assessment) {
    List<UUID> subjects =
        assessment.measures().stream().map(measure -> measure.id().value()).toList();
    return (int)
        tasks.about(tx, organisation, subjects).stream()
            .filter(task -> !isDropped(task))
            .map(Task::subject)
            .distinct()
            .count();
  }

  private static boolean isDropped(Task task) {
    return task.state() instanceof TaskState.Ended ended && ended.how() == TaskState.How.DROPPED;
  }

  private Optional<Risk> risk(Tx tx, OrganisationId organisation, WorkplaceId id, RiskId risk) {
    return store.risks(tx, organisation, List.of(id)).stream()
        .filter(one -> one.id().equals(risk))
        .findFirst();
  }
}
