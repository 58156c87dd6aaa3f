package nl.achterwacht.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.agreement.AgreementKeeper;
import nl.achterwacht.agreement.WorkingAgreement;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Slice;
import nl.achterwacht.device.Device;
import nl.achterwacht.device.DeviceKeeper;
import nl.achterwacht.drill.DrillDates;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.workplace.AssessmentKeeper;
import nl.achterwacht.workplace.Facts;
import nl.achterwacht.workplace.Measure;
import nl.achterwacht.workplace.Workplace;
import nl.achterwacht.workplace.WorkplaceKeeper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody does anything for sixty days: each kind of task climbs on time, and none falls silent. */
class NeglectTest {
  private static final int DAYS = 60;
  private static final Duration HOUR = Duration.ofHours(1);

  private final TaskTown town = new TaskTown();

  @AfterEach
  void drop() {
    town.close();
  }

  @Test
  void everyKindClimbsToEverybodyAndNoneVanishes() {
    for (TaskKind kind : TaskKind.values()) {
      open(kind, town.anna(), TaskTown.START.plus(Duration.ofDays(2)));
    }
    neglect();
    List<String> told = town.told();
    for (String who : List.of("Carla", "Dirk", "Bea")) {
      assertThat(told).anySatisfy(line -> assertThat(line).startsWith(who + " task-overdue"));
    }
    List<Task> left = town.does(tx -> town.tasks().open(tx, town.id(), null, null, Slice.WHOLE));
    assertThat(left).hasSize(TaskKind.values().length);
    assertThat(left)
        .allSatisfy(task -> {
          var open = (TaskState.Open) task.state();
          assertThat(open.rung()).as(task.kind().text()).isGreaterThan(3);
          assertThat(open.wakeAt()).isAfter(town.instant());
          assertThat(open.wakeAt()).isBeforeOrEqualTo(town.instant().plus(task.kind().step()));
        });
  }

  @Test
  void aMeasureGoesToItsOwnerThenTheSupervisorThenTheSafetyOfficerThenTheAdministrator() {
    open(TaskKind.MEASURE, town.anna(), TaskTown.START.plus(Duration.ofDays(10)));
    neglect();
    assertThat(town.told())
        .startsWith(
            "Anna task-given day 0",
            "Anna task-due day 3",
            "Anna task-due day 10",
            "Carla task-overdue day 10",
            "Anna task-due day 17",
            "Carla task-overdue day 17",
            "Dirk task-overdue day 17",
            "Anna task-due day 24",
            "Bea task-overdue day 24",
            "Carla task-overdue day 24",
            "Dirk task-overdue day 24",
            "Anna task-due day 31");
  }

  @Test
  void aTestOfAnAlarmButtonThatItsHolderNeglectsClimbs() {
    var devices = new DeviceKeeper(town, new Journal(), town.tasks());
    town.listen(devices);
    town.does(tx -> {
      var facts = new Device.Facts("button", "Merk", "12", null, 30);
      Device button = devices.add(tx, town.id(), town.team(), facts, town.carla());
      return devices.handOut(tx, button, new Device.Holder(town.anna(), null), town.carla());
    });
    neglect();
    assertThat(town.told())
        .startsWith(
            "Anna task-given day 0",
            "Anna task-due day 4",
            "Anna task-due day 7",
            "Carla task-overdue day 7",
            "Anna task-due day 10",
            "Carla task-overdue day 10",
            "Dirk task-overdue day 10",
            "Anna task-due day 13",
            "Bea task-overdue day 13");
  }

  @Test
  void aNeglectedMeasureAndReviewOfALoneWorkplaceClimbToo() {
    var workplaces = new WorkplaceKeeper(town, new Journal(), town.tasks());
    var assessments = new AssessmentKeeper(town, workplaces, town.tasks());
    Instant due = TaskTown.START.plus(Duration.ofDays(20));
    town.does(tx -> {
      Workplace made = workplaces.add(tx, town.id(), balie(), due, town.carla());
      var asked = new Measure.Asked("own", "collective", "Noodknop", null, null, null);
      return assessments.addMeasure(
          tx, town.id(), made.id(), asked, town.anna(), due, town.carla());
    });
    neglect();
    assertThat(town.told())
        .contains(
            "Anna task-due day 20",
            "Carla task-overdue day 20",
            "Dirk task-overdue day 20",
            "Bea task-overdue day 34");
    List<Task> left = town.does(tx -> town.tasks().open(tx, town.id(), null, null, Slice.WHOLE));
    assertThat(left)
        .hasSize(2)
        .allSatisfy(task -> assertThat(((TaskState.Open) task.state()).rung()).isGreaterThan(3));
  }

  private Workplace.Details balie() {
    return new Workplace.Details(
        "Balie",
        "room",
        town.team(),
        town.carla(),
        null,
        null,
        5,
        5,
        "fine-kinney",
        Json.read("{\"outOfSight\":true,\"notForYoung\":true,\"notForNew\":true}", Facts.class));
  }

  @Test
  void aDrillThatNobodyHoldsClimbsFromTheDayItIsDue() {
    var workplaces = new WorkplaceKeeper(town, new Journal(), town.tasks());
    var dates = new DrillDates(town, town.tasks(), workplaces);
    town.listen(dates);
    town.does(tx -> {
      Workplace made = workplaces.add(tx, town.id(), balie(), null, town.carla());
      dates.due(tx, made, DrillDates.firstDue(made));
      return made;
    });
    neglect();
    assertThat(town.told())
        .startsWith(
            "Carla task-given day 0",
            "Carla task-due day 16",
            "Carla task-due day 30",
            "Dirk task-overdue day 30",
            "Carla task-due day 37",
            "Bea task-overdue day 37",
            "Dirk task-overdue day 37");
  }

  @Test
  void whatTheOnlySupervisorNeglectsGoesToTheSafetyOfficerAtOnce() {
    open(TaskKind.SIGNAL, null, TaskTown.START.plus(Duration.ofDays(1)));
    neglect();
    assertThat(town.told())
        .startsWith(
            "Carla task-given day 0",
            "Carla task-due day 1",
            "Dirk task-overdue day 1",
            "Carla task-due day 2",
            "Bea task-overdue day 2",
            "Dirk task-overdue day 2");
  }

  @Test
  void afterAnOutageATaskClimbsOneRungAndNotAllAtOnce() {
    Task task = open(TaskKind.INCIDENT, town.anna(), TaskTown.START.plus(Duration.ofDays(1)));
    town.passes(Duration.ofDays(40));
    wakeAll();
    assertThat(stateOf(task).rung()).isEqualTo(1);
    wakeAll();
    assertThat(stateOf(task).rung()).isEqualTo(1);
    town.passes(Duration.ofDays(1));
    wakeAll();
    assertThat(stateOf(task).rung()).isEqualTo(2);
  }

  @Test
  void whoPostponesTheirOwnTaskIsSeenAndIsAskedAgain() {
    Task task = open(TaskKind.AGREEMENT, town.anna(), TaskTown.START.plus(Duration.ofDays(1)));
    Instant later = TaskTown.START.plus(Duration.ofDays(9));
    act(task, new TaskEvent.Postponed(town.anna(), later, "Wacht op de leverancier."));
    neglect();
    assertThat(town.told())
        .startsWith(
            "Anna task-given day 0",
            "Carla task-postponed day 0",
            "Anna task-due day 2",
            "Anna task-due day 9",
            "Carla task-overdue day 9");
  }

  @Test
  void anAgreementThatNobodyLooksAtAgainClimbsAsWell() {
    var agreements = new AgreementKeeper(town, new Journal(), town.tasks());
    var terms =
        new WorkingAgreement.Terms(
            "Wij gaan samen.", town.anna(), LocalDate.parse("2026-11-23").plusDays(20));
    town.does(tx -> agreements.make(tx, town.id(), town.team(), terms, null, town.carla()));
    neglect();
    assertThat(town.told())
        .startsWith(
            "Anna task-given day 0",
            "Anna task-due day 6",
            "Anna task-due day 20",
            "Carla task-overdue day 20",
            "Anna task-due day 27",
            "Carla task-overdue day 27",
            "Dirk task-overdue day 27");
  }

  @Test
  void onlyAnAnswerOfAPersonEndsIt() {
    Task task = open(TaskKind.SIGNAL, town.carla(), TaskTown.START.plus(Duration.ofDays(1)));
    assertThat(act(task, new TaskEvent.Completed(town.carla(), "  ")))
        .isEqualTo(new TaskResult.Refused(TaskEffect.Reason.NO_ANSWER));
    act(task, new TaskEvent.Completed(town.carla(), "Gebeld met de melder."));
    assertThat(town.ended()).extracting(Task::id).containsExactly(task.id());
    int before = town.told().size();
    assertThat(wokenInSixtyDays()).containsOnly(0);
    assertThat(town.told()).hasSize(before);
    assertThat(act(task, new TaskEvent.Dropped(town.carla(), "Dubbel.")))
        .isEqualTo(new TaskResult.Refused(TaskEffect.Reason.ALREADY_ENDED));
  }

  private TaskState.Open stateOf(Task task) {
    return (TaskState.Open)
        town.does(tx -> town.tasks().locked(tx, town.id(), task.id())).orElseThrow().state();
  }

  private TaskResult act(Task task, TaskEvent event) {
    return town.does(tx -> town.tasks().handle(tx, town.id(), task.id(), event, town.carla()));
  }

  private Task open(TaskKind kind, @Nullable PersonId owner, Instant dueAt) {
    return town.does(tx ->
        town.tasks()
            .open(
                tx,
                new NewTask(
                    town.id(),
                    kind,
                    town.team(),
                    UUID.nameUUIDFromBytes(
                        kind.text().getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                    "",
                    owner,
                    null,
                    dueAt)));
  }

  private void neglect() {
    assertThat(wokenInSixtyDays()).anyMatch(count -> count > 0);
  }

  /** How many were woken, hour by hour, as the loop would. */
  private List<Integer> wokenInSixtyDays() {
    List<Integer> woken = new ArrayList<>();
    for (int hour = 0; hour < DAYS * 24; hour++) {
      town.passes(HOUR);
      woken.add(wakeAll());
    }
    return woken;
  }

  private int wakeAll() {
    return town.tasks().wakeDue(town.database(), 100);
  }
}
