package nl.achterwacht.workplace;

import static nl.achterwacht.workplace.RiskScoreTest.score;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Slice;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.task.Task;
import nl.achterwacht.task.TaskEvent;
import nl.achterwacht.task.TaskKind;
import nl.achterwacht.task.TaskState;
import nl.achterwacht.task.TaskTown;
import nl.achterwacht.workplace.Decision.Outcome;
import nl.achterwacht.workplace.WorkplaceResult.Done;
import nl.achterwacht.workplace.WorkplaceResult.Reason;
import nl.achterwacht.workplace.WorkplaceResult.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Risks, decisions and measures in a real database, on a clock that is moved by hand. */
class AssessmentKeeperTest {
  private final TaskTown town = new TaskTown();
  private final WorkplaceKeeper workplaces = new WorkplaceKeeper(town, new Journal(), town.tasks());
  private final AssessmentKeeper assessments = new AssessmentKeeper(town, workplaces, town.tasks());
  private final Workplace counter = addCounter();

  AssessmentKeeperTest() {
    town.listen(workplaces::ended);
  }

  @AfterEach
  void drop() {
    town.close();
  }

  @Test
  void theWorstScenarioAsItStandsCounts() {
    found("Overval", score("40", "1", "1"), null);
    found("Agressie", score("15", "6", "3"), score("7", "6", "0.5"));
    Assessment now = now();
    assertThat(now.worst().orElseThrow().scored().scenario()).isEqualTo("Overval");
    Risk aggression = now.risks().getLast();
    Risk.Scored worse = scored("Agressie", score("15", "6", "3"), null);
    assertThat(change(aggression, worse)).isInstanceOf(Done.class);
    assertThat(now().worst().orElseThrow().scored().scenario()).isEqualTo("Agressie");
    assertThat(change(aggression, worse)).isEqualTo(new Refused(Reason.CHANGED_MEANWHILE));
    assertThat(history())
        .contains(
            "risk: Agressie (15 × 6 × 3 = 270; 7 × 6 × 0.5 = 21)"
                + " > Agressie (15 × 6 × 3 = 270)");
  }

  @Test
  void withMeasuresNeedsOneThatStands() {
    assertThat(decide(Outcome.WITH_MEASURES)).isEqualTo(new Refused(Reason.NO_MEASURE));
    Task measure = addMeasure("Noodknop onder de balie");
    assertThat(decide(Outcome.WITH_MEASURES)).isInstanceOf(Done.class);
    act(measure, new TaskEvent.Dropped(town.carla(), "Toch niet."));
    assertThat(decide(Outcome.WITH_MEASURES)).isEqualTo(new Refused(Reason.NO_MEASURE));
    assertThat(decide(Outcome.NEVER)).isInstanceOf(Done.class);
    assertThat(now().decisions())
        .extracting(Decision::outcome)
        .containsExactly(Outcome.NEVER, Outcome.WITH_MEASURES);
    assertThat(history()).contains("decision: with-measures > never");
  }

  @Test
  void nobodyMayBeAloneWhereARiskAsksToStop() {
    found("Instorting", score("100", "10", "6"), null);
    assertThat(decide(Outcome.ALLOWED)).isEqualTo(new Refused(Reason.RISK_TOO_HIGH));
  }

  @Test
  void aDecisionCountsAsAReview() {
    town.passes(Duration.ofDays(100));
    decide(Outcome.ALLOWED);
    List<Task> reviews = open(TaskKind.REVIEW);
    assertThat(reviews).hasSize(1);
    assertThat(((TaskState.Open) reviews.getFirst().state()).dueAt())
        .isAfter(town.instant().plus(Duration.ofDays(364)));
  }

  @Test
  void aMeasureIsATaskOfItsOwnerAndIsDroppedWithTheWorkplace() {
    Task measure = addMeasure("Noodknop onder de balie");
    assertThat(measure.what()).isEqualTo("Noodknop onder de balie");
    assertThat(((TaskState.Open) measure.state()).owner()).isEqualTo(town.anna());
    town.does(tx -> workplaces.end(tx, town.id(), counter.id(), "Gesloten.", town.carla()));
    assertThat(open(TaskKind.MEASURE)).isEmpty();
    assertThat(open(TaskKind.REVIEW)).isEmpty();
    assertThat(decide(Outcome.ALLOWED)).isEqualTo(new Refused(Reason.ENDED));
  }

  @Test
  void whatAMeasureBroughtIsKept() {
    addMeasure("Noodknop onder de balie");
    Measure one = now().measures().getFirst();
    var better =
        new Measure.Asked(
            "own", "collective", one.asked().what(), null, 1200, "Hulp in 2 minuten.");
    town.does(tx ->
        assessments.changeMeasure(tx, town.id(), counter.id(), one.id(), better, town.carla()));
    assertThat(now().measures().getFirst().asked()).isEqualTo(better);
    assertThat(history()).contains("effect: null > Hulp in 2 minuten.");
  }

  @Test
  void whoIsAlongIsAColleagueOrSomebodyElse() {
    addMeasure(along(new Companion.Colleague(town.anna())));
    assertThat(companion()).isEqualTo(new Companion.Colleague(town.anna()));
    change(new Companion.Other("Beveiliger van de nachtdienst"));
    assertThat(companion()).isEqualTo(new Companion.Other("Beveiliger van de nachtdienst"));
    change(null);
    assertThat(companion()).isNull();
    assertThat(history())
        .contains(
            "companionId: null > " + town.anna(),
            "companionId: " + town.anna() + " > null",
            "companionName: null > Beveiliger van de nachtdienst",
            "companionName: Beveiliger van de nachtdienst > null");
  }

  @Test
  void whenWhoIsAlongHasLeftWhoAnswersForThePlaceMustFindAnother() {
    Task first = addMeasure(along(new Companion.Colleague(town.anna())));
    leaves(town.anna());
    assertThat(open(TaskKind.MEASURE)).containsExactly(first);
    act(first, new TaskEvent.Completed(town.anna(), "Anna gaat mee."));
    leaves(town.anna());
    Task another = open(TaskKind.MEASURE).getFirst();
    assertThat(another.subject()).isEqualTo(first.subject());
    assertThat(((TaskState.Open) another.state()).owner()).isEqualTo(town.carla());
    assertThat(history()).contains("companion-left: null > Met z'n tweeën");
    act(another, new TaskEvent.Dropped(town.carla(), "De avond vervalt."));
    leaves(town.anna());
    assertThat(open(TaskKind.MEASURE)).isEmpty();
  }

  @Test
  void nobodyIsAskedForAPlaceThatIsNotUsedOrWhereAnotherIsAlong() {
    Task measure = addMeasure(along(new Companion.Colleague(town.anna())));
    act(measure, new TaskEvent.Completed(town.anna(), "Anna gaat mee."));
    leaves(town.carla());
    assertThat(open(TaskKind.MEASURE)).isEmpty();
    town.does(tx -> workplaces.end(tx, town.id(), counter.id(), "Gesloten.", town.carla()));
    leaves(town.anna());
    assertThat(open(TaskKind.MEASURE)).isEmpty();
  }

  private static Measure.Asked along(@Nullable Companion companion) {
    return new Measure.Asked("colleague", "source", "Met z'n tweeën", companion, null, null);
  }

  private @Nullable Companion companion() {
    return now().measures().getFirst().asked().companion();
  }

  private void change(@Nullable Companion companion) {
    MeasureId id = now().measures().getFirst().id();
    town.does(tx ->
        assessments.changeMeasure(tx, town.id(), counter.id(), id, along(companion), town.carla()));
  }

  private void leaves(PersonId person) {
    town.does(tx -> {
      assessments.companionLeft(tx, town.id(), person, town.carla());
      return true;
    });
  }

  private Workplace addCounter() {
    var details =
        new Workplace.Details(
            "Balie",
            "room",
            town.team(),
            town.carla(),
            null,
            null,
            5,
            5,
            "fine-kinney",
            WorkplaceKeeperTest.facts(null));
    return town.does(tx -> workplaces.add(tx, town.id(), details, null, town.carla()));
  }

  private void found(String scenario, RiskScore before, @Nullable RiskScore after) {
    var asked = scored(scenario, before, after);
    town.does(tx -> assessments.addRisk(tx, town.id(), counter.id(), asked, town.carla()));
  }

  private static Risk.Scored scored(String scenario, RiskScore before, @Nullable RiskScore after) {
    return new Risk.Scored("aggression", scenario, before, after, null);
  }

  private WorkplaceResult change(Risk read, Risk.Scored after) {
    return town.does(tx ->
        assessments.changeRisk(
            tx, town.id(), counter.id(), read.id(), read.version(), after, town.carla()));
  }

  private WorkplaceResult decide(Outcome outcome) {
    return town.does(tx ->
        assessments.decide(
            tx, town.id(), counter.id(), outcome, "Zo besloten.", null, town.carla()));
  }

  private Task addMeasure(String what) {
    return addMeasure(new Measure.Asked("own", "collective", what, null, null, null));
  }

  private Task addMeasure(Measure.Asked asked) {
    town.does(tx ->
        assessments.addMeasure(
            tx,
            town.id(),
            counter.id(),
            asked,
            town.anna(),
            town.instant().plus(Duration.ofDays(30)),
            town.carla()));
    return open(TaskKind.MEASURE).getFirst();
  }

  private void act(Task task, TaskEvent event) {
    town.does(tx -> town.tasks().handle(tx, town.id(), task.id(), event, town.carla()));
  }

  private Assessment now() {
    return town.does(tx -> assessments.assessment(tx, town.id(), counter.id()));
  }

  private List<Task> open(TaskKind kind) {
    return town.does(tx -> town.tasks().open(tx, town.id(), null, null, Slice.WHOLE)).stream()
        .filter(task -> task.kind() == kind)
        .toList();
  }

  private List<String> history() {
    return town.does(tx -> workplaces.changes(tx, town.id(), counter.id(), Slice.WHOLE)).stream()
        .map(change -> change.field() + ": " + change.was() + " > " + change.became())
        .toList();
  }
}
