package nl.achterwacht.http.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.api.AssessmentRoutes.AssessmentJson;
import nl.achterwacht.people.Person;
import nl.achterwacht.task.Task;
import nl.achterwacht.task.TaskState;
import nl.achterwacht.workplace.Assessment;
import nl.achterwacht.workplace.Companion;
import nl.achterwacht.workplace.Decision;
import nl.achterwacht.workplace.Measure;
import nl.achterwacht.workplace.Risk;
import nl.achterwacht.workplace.RiskScore;
import nl.achterwacht.workplace.Workplace;
import nl.achterwacht.workplace.WorkplaceId;
import org.jspecify.annotations.Nullable;

/** What was found and decided about lone workplaces, as pages show it. */
final class AssessmentView {
  private final WorkplaceDoors doors;

  AssessmentView(WorkplaceDoors doors) {
    this.doors = doors;
  }

  record ScoreJson(
      BigDecimal effect,
      @Nullable BigDecimal exposure,
      BigDecimal probability,
      BigDecimal value,
      String riskClass) {
    static ScoreJson of(RiskScore score) {
      return new ScoreJson(
          score.effect(),
          score.exposure(),
          score.probability(),
          score.value(),
          score.riskClass().text());
    }
  }

  record RiskJson(
      UUID id,
      int version,
      String hazard,
      String scenario,
      ScoreJson before,
      @Nullable ScoreJson after,
      @Nullable String scoredWith,
      String scoredByName,
      Instant scoredAt) {
    static RiskJson of(Risk risk, Names names) {
      Risk.Scored scored = risk.scored();
      return new RiskJson(
          risk.id().value(),
          risk.version(),
          scored.hazard(),
          scored.scenario(),
          ScoreJson.of(scored.before()),
          scored.after() == null ? null : ScoreJson.of(scored.after()),
          scored.with(),
          names.nameOf(risk.by()),
          risk.at());
    }
  }

  record DecisionJson(String outcome, String reason, String byName, Instant at) {
    static DecisionJson of(Decision decision, Names names) {
      return new DecisionJson(
          decision.outcome().text(), decision.reason(), names.nameOf(decision.by()), decision.at());
    }
  }

  record MeasureJson(
      UUID id,
      String kind,
      String level,
      String what,
      @Nullable UUID companionId,
      @Nullable String companionName,
      boolean companionLeft,
      @Nullable Integer costEuros,
      @Nullable String effect,
      @Nullable TaskJson task) {
    static MeasureJson of(Measure measure, @Nullable Task task, Names names) {
      Measure.Asked asked = measure.asked();
      @Nullable PersonId companion = Companion.personOf(asked.companion());
      @Nullable String name =
          companion == null
              ? Companion.nameOf(asked.companion())
              : names.person(companion).map(Person::name).orElse(null);
      return new MeasureJson(
          measure.id().value(),
          asked.kind(),
          asked.level(),
          asked.what(),
          companion == null ? null : companion.value(),
          name,
          companion != null && name == null,
          asked.costEuros(),
          asked.effect(),
          task == null ? null : TaskJson.of(task, names));
    }
  }

  /** How it stands in a few words, for a list. */
  record SummaryJson(
      @Nullable ScoreJson worst,
      @Nullable DecisionJson decision,
      int measures,
      int openMeasures,
      int overdueMeasures) {}

  AssessmentJson one(Tx tx, Workplace workplace) {
    return all(tx, workplace.organisation(), List.of(workplace)).getFirst();
  }

  /** Of {@code workplaces}, all of one organisation, in the same order. */
  List<AssessmentJson> all(Tx tx, OrganisationId organisation, List<Workplace> workplaces) {
    List<WorkplaceId> ids = workplaces.stream().map(Workplace::id).toList();
    List<Assessment> found =
        List.copyOf(doors.assessments().assessments(tx, organisation, ids).values());
    Map<UUID, Task> tasks = tasks(tx, organisation, found);
    Names names = Names.of(tx, doors.people(), organisation);
    return found.stream().map(one -> json(one, tasks, names)).toList();
  }

  private static AssessmentJson json(Assessment found, Map<UUID, Task> tasks, Names names) {
    return new AssessmentJson(
        found.risks().stream().map(risk -> RiskJson.of(risk, names)).toList(),
        found.decisions().stream().map(one -> DecisionJson.of(one, names)).toList(),
        found.measures().stream()
            .map(one -> MeasureJson.of(one, tasks.get(one.id().value()), names))
            .toList());
  }

  Map<WorkplaceId, SummaryJson> summaries(
      Tx tx, OrganisationId organisation, List<WorkplaceId> ids, Names names) {
    Map<WorkplaceId, Assessment> found = doors.assessments().assessments(tx, organisation, ids);
    Map<UUID, Task> tasks = tasks(tx, organisation, List.copyOf(found.values()));
    Instant now = doors.clock().instant();
    Map<WorkplaceId, SummaryJson> summaries = new HashMap<>();
    found.forEach((id, one) -> summaries.put(id, summary(one, tasks, names, now)));
    return summaries;
  }

  private static SummaryJson summary(
      Assessment found, Map<UUID, Task> tasks, Names names, Instant now) {
    List<TaskState.Open> open =
        found.measures().stream()
            .map(measure -> Optional.ofNullable(tasks.get(measure.id().value())))
            .flatMap(Optional::stream)
            .map(Task::state)
            .filter(TaskState.Open.class::isInstance)
            .map(TaskState.Open.class::cast)
            .toList();
    return new SummaryJson(
        found.worst().map(risk -> ScoreJson.of(risk.scored().now())).orElse(null),
        found.decision().map(one -> DecisionJson.of(one, names)).orElse(null),
        found.measures().size(),
        open.size(),
        (int) open.stream().filter(one -> !one.dueAt().isAfter(now)).count());
  }

  private Map<UUID, Task> tasks(Tx tx, OrganisationId organisation, List<Assessment> found) {
    List<UUID> measures =
        found.stream()
            .flatMap(one -> one.measures().stream())
            .map(measure -> measure.id().value())
            .toList();
    Map<UUID, Task> tasks = new HashMap<>();
    doors
        .tasks()
        .about(tx, organisation, measures)
        .forEach(task -> tasks.merge(task.subject(), task, AssessmentView::whatCounts));
    return tasks;
  }

  /** A measure that was carried out before can be somebody's task again. */
  private static Task whatCounts(Task one, Task later) {
    return later.state() instanceof TaskState.Ended && one.state() instanceof TaskState.Open
        ? one
        : later;
  }
}
