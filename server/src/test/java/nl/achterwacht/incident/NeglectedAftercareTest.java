package nl.achterwacht.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.incident.AftercareKeeper.Outcome;
import nl.achterwacht.incident.AftercareKeeper.Told;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.place.PlaceRegister;
import nl.achterwacht.place.area.HotSpots;
import nl.achterwacht.task.Task;
import nl.achterwacht.task.TaskKind;
import nl.achterwacht.task.TaskState;
import nl.achterwacht.task.TaskTown;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A real incident that nobody looks after for sixty days: every step climbs, none vanishes. */
class NeglectedAftercareTest {
  private static final int DAYS = 60;
  private static final AftercarePlan PLAN =
      new AftercarePlan(ZoneId.of("Europe/Amsterdam"), day -> false);

  private final TaskTown town = new TaskTown();
  private final IncidentJournal journal = new IncidentJournal(town, new Journal());
  private final AftercareKeeper aftercare =
      new AftercareKeeper(
          town,
          journal,
          town.tasks(),
          new PeopleRegister(),
          PLAN,
          (tx, organisation, team) -> Optional.empty());
  private final IncidentKeeper incidents =
      new IncidentKeeper(
          town, journal, new PlaceRegister(), new HotSpots(town, new Journal()), aftercare);

  @AfterEach
  void drop() {
    town.close();
  }

  @Test
  void everyStepClimbsAtItsTimeToTheSafetyOfficerAndFurther() {
    Incident incident = reported(town.anna());
    // On a Monday at ten; the supervisor owns all steps and does nothing.
    neglect();
    assertThat(town.told())
        .contains(
            // The same day at ten in the evening, which is half a day after nine in the morning.
            "Dirk task-overdue day 0",
            // The reaction of 24 hours, then the police and the next contact at the end of the
            // second working day.
            "Dirk task-overdue day 1",
            "Dirk task-overdue day 2",
            // The first talk, after 72 hours.
            "Dirk task-overdue day 3",
            "Bea task-overdue day 3",
            // The second talk and the team, then the third talk.
            "Dirk task-overdue day 14",
            "Dirk task-overdue day 49")
        .noneMatch(line -> line.startsWith("Anna"));
    List<Task> left = tasks(incident);
    assertThat(left)
        .extracting(Task::what)
        .containsExactlyInAnyOrder(
            "reaction",
            "police",
            "next-contact",
            "team-meeting",
            "evaluation",
            "same-day",
            "first-talk",
            "second-talk",
            "third-talk");
    assertThat(left)
        .filteredOn(task -> !task.what().equals("evaluation"))
        .allSatisfy(task -> {
          var open = (TaskState.Open) task.state();
          assertThat(open.owner()).isEqualTo(town.carla());
          assertThat(open.rung()).as(task.what()).isGreaterThan(3);
          assertThat(open.wakeAt()).isAfter(town.instant());
        });
    assertThat(town.<List<Step>>does(tx -> aftercare.steps(tx, town.id(), incident.id())))
        .hasSize(9)
        .allMatch(Step::isOpen);
  }

  @Test
  void nobodyHasToLookAfterThemselves() {
    Incident incident = reported(town.carla());
    assertThat(tasks(incident))
        .hasSize(9)
        .allMatch(task -> ((TaskState.Open) task.state()).owner().equals(town.dirk()));
  }

  @Test
  void aTalkThatWasNotHeldWaitsForItsNextDateAndARefusedOneIsOfferedAgain() {
    Incident incident = reported(town.anna());
    LocalDate next = LocalDate.of(2026, 11, 26);
    told(incident, StepKind.SAME_DAY, new Told(Outcome.DONE, town.carla(), null));
    told(incident, StepKind.FIRST_TALK, new Told(Outcome.NOT_DONE, null, next));
    assertThat(open(incident, StepKind.FIRST_TALK).dueAt()).isEqualTo("2026-11-26T16:00:00Z");
    told(incident, StepKind.SECOND_TALK, new Told(Outcome.REFUSED, null, null));
    assertThat(open(incident, StepKind.OFFER_AGAIN).dueAt()).isEqualTo("2026-12-07T16:00:00Z");
    assertThat(close(incident))
        .isEqualTo(new IncidentResult.Refused(IncidentResult.Reason.AFTERCARE_OPEN));
  }

  @Test
  void itClosesOnlyByAWordForTheAftercareAndWhenAllIsDone() {
    Incident incident = reported(town.anna());
    town.<IncidentResult>does(
        tx -> aftercare.close(tx, town.id(), incident.id(), town.anna(), "worker", town.anna()));
    assertThat(tasks(incident))
        .filteredOn(task -> task.kind() == TaskKind.AFTERCARE)
        .allMatch(task -> task.state() instanceof TaskState.Ended);
    assertThat(close(incident))
        .isEqualTo(new IncidentResult.Refused(IncidentResult.Reason.STEPS_OPEN));
    for (StepKind kind :
        List.of(
            StepKind.REACTION,
            StepKind.POLICE,
            StepKind.NEXT_CONTACT,
            StepKind.TEAM_MEETING,
            StepKind.EVALUATION)) {
      told(incident, kind, new Told(Outcome.NOT_NEEDED, null, null));
    }
    assertThat(close(incident)).isEqualTo(new IncidentResult.Done(incident.id()));
    assertThat(close(incident))
        .isEqualTo(new IncidentResult.Refused(IncidentResult.Reason.ALREADY_ENDED));
  }

  @Test
  void whatOnePersonWritesInOneSittingIsOneVersion() {
    Incident incident = reported(town.anna());
    edit(incident, 0, "Eerst.", town.anna());
    edit(incident, 1, "Daarna.", town.anna());
    assertThat(versions(incident)).isEmpty();
    edit(incident, 2, "Volgens mij anders.", town.carla());
    assertThat(versions(incident))
        .singleElement()
        .satisfies(old -> {
          assertThat(old.details().what()).isEqualTo("Daarna.");
          assertThat(old.madeBy()).isEqualTo(town.anna());
        });
    assertThat(edit(incident, 2, "Te laat.", town.anna()))
        .isEqualTo(new IncidentResult.Refused(IncidentResult.Reason.CHANGED_MEANWHILE));
  }

  private Incident reported(PersonId victim) {
    Instant now = town.instant();
    return town.does(tx ->
        incidents
            .report(
                tx,
                new IncidentKeeper.Report(
                    town.id(),
                    town.anna(),
                    town.team(),
                    IncidentKind.AGGRESSION,
                    now,
                    null,
                    Incident.Source.NONE,
                    3,
                    Details.of("Werd geduwd."),
                    Facts.NONE,
                    Map.of(victim, Involved.VICTIM)))
            .orElseThrow());
  }

  private IncidentResult edit(Incident incident, int version, String what, PersonId by) {
    var form =
        new IncidentKeeper.Form(
            version, IncidentKind.AGGRESSION, incident.happenedAt(), null, 3, Details.of(what));
    return town.does(tx -> incidents.edit(tx, town.id(), incident.id(), form, by));
  }

  private List<IncidentVersion> versions(Incident incident) {
    return town.does(tx -> incidents.versions(tx, town.id(), incident.id()));
  }

  private IncidentResult close(Incident incident) {
    return town.does(tx -> incidents.close(tx, town.id(), incident.id(), town.carla()));
  }

  private void told(Incident incident, StepKind kind, Told told) {
    Step step = open(incident, kind);
    IncidentResult result =
        town.does(
            tx -> aftercare.told(tx, town.id(), incident.id(), step.id(), told, town.carla()));
    assertThat(result).isEqualTo(new IncidentResult.Done(incident.id()));
  }

  private Step open(Incident incident, StepKind kind) {
    return town.<List<Step>>does(tx -> aftercare.steps(tx, town.id(), incident.id())).stream()
        .filter(step -> step.kind() == kind && step.isOpen())
        .findFirst()
        .orElseThrow();
  }

  private List<Task> tasks(Incident incident) {
    return town.does(tx -> town.tasks().about(tx, town.id(), List.of(incident.id().value())));
  }

  private void neglect() {
    List<Integer> woken = new ArrayList<>();
    for (int hour = 0; hour < DAYS * 24; hour++) {
      town.passes(Duration.ofHours(1));
      woken.add(town.tasks().wakeDue(town.database(), 100));
    }
    assertThat(woken).anyMatch(count -> count > 0);
  }
}
