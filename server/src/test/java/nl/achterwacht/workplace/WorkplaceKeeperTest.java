package nl.achterwacht.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Slice;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.Person;
import nl.achterwacht.task.NewTask;
import nl.achterwacht.task.Task;
import nl.achterwacht.task.TaskEvent;
import nl.achterwacht.task.TaskKind;
import nl.achterwacht.task.TaskState;
import nl.achterwacht.task.TaskTown;
import nl.achterwacht.workplace.WorkplaceResult.Done;
import nl.achterwacht.workplace.WorkplaceResult.Reason;
import nl.achterwacht.workplace.WorkplaceResult.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lone workplaces in a real database, on a clock that is moved by hand. */
class WorkplaceKeeperTest {
  private final TaskTown town = new TaskTown();
  private final WorkplaceKeeper workplaces = new WorkplaceKeeper(town, new Journal(), town.tasks());

  WorkplaceKeeperTest() {
    town.listen(workplaces::ended);
  }

  @AfterEach
  void drop() {
    town.close();
  }

  @Test
  void itIsReadAsItWasWrittenAndLooksAtItselfAfterAYear() {
    Workplace made = add("Balie", null);
    assertThat(read(made)).isEqualTo(made);
    assertThat(reviewDue(made)).isEqualTo(Instant.parse("2027-11-23T09:00:00Z"));
  }

  @Test
  void eachFieldThatIsChangedTellsWhatItWas() {
    Workplace made = add("Balie", null);
    change(made, details("Balie stadhuis", town.carla(), 12, facts("Receptionist", "fall")));
    List<Workplace.Change> changes =
        town.does(tx -> workplaces.changes(tx, town.id(), made.id(), Slice.WHOLE));
    assertThat(changes)
        .extracting(change -> change.field() + ": " + change.was() + " > " + change.became())
        .containsExactlyInAnyOrder(
            "name: Balie > Balie stadhuis",
            "responseMinutes: 5 > 12",
            "who: null > Receptionist",
            "hazards: null > fall");
    assertThat(changes).allSatisfy(change -> assertThat(change.by()).isEqualTo(town.dirk()));
  }

  @Test
  void whoReadAnOlderVersionChangesNothing() {
    Workplace made = add("Balie", null);
    var other = details("Loket", town.carla(), 5, facts(null));
    assertThat(change(made, other)).isInstanceOf(Done.class);
    assertThat(change(made, details("Kluis", town.carla(), 5, facts(null))))
        .isEqualTo(new Refused(Reason.CHANGED_MEANWHILE));
    assertThat(read(made).details().name()).isEqualTo("Loket");
  }

  @Test
  void afterAReviewTheNextIsThereAtOnceAtTheChosenMoment() {
    Workplace made = add("Balie", town.instant().plus(Duration.ofDays(90)));
    Instant chosen = town.instant().plus(Duration.ofDays(30));
    town.does(tx ->
        workplaces.review(tx, town.id(), made.id(), "Alles klopt nog.", chosen, town.carla()));
    assertThat(reviewDue(made)).isEqualTo(chosen);
    Task open = reviews(made).getFirst();
    town.does(tx ->
        town.tasks()
            .handle(
                tx,
                town.id(),
                open.id(),
                new TaskEvent.Completed(town.carla(), "Bekeken."),
                town.carla()));
    assertThat(reviewDue(made)).isEqualTo(Instant.parse("2027-11-23T09:00:00Z"));
  }

  @Test
  void theReviewGoesToTheNewOwner() {
    Workplace made = add("Balie", null);
    change(made, details("Balie", town.dirk(), 5, facts(null)));
    assertThat(((TaskState.Open) reviews(made).getFirst().state()).owner()).isEqualTo(town.dirk());
  }

  @Test
  void whatIsStillOpenGoesAlongToAnotherTeam() {
    var measures = new AssessmentKeeper(town, workplaces, town.tasks());
    Workplace made = add("Balie", null);
    ask(measures, made, "Noodknop", town.anna());
    ask(measures, made, "Instructie", town.dirk());
    town.does(tx -> town.tasks().open(tx, drill(made)));
    town.passes(Duration.ofDays(12));
    town.tasks().wakeDue(town.database(), 100);
    assertThat(town.told()).contains("Carla task-overdue day 12");
    var other = TeamId.next();
    PersonId eva = supervisorOf(other);
    assertThat(change(made, in(other, made.details()))).isInstanceOf(Done.class);

    assertThat(read(made).details().owner()).isEqualTo(eva);
    List<Task> open = town.does(tx -> town.tasks().open(tx, town.id(), other, null, Slice.WHOLE));
    assertThat(open)
        .extracting(task -> task.what() + " " + nameOf(((TaskState.Open) task.state()).owner()))
        .containsExactlyInAnyOrder("Balie Eva", "Balie Eva", "Noodknop Eva", "Instructie Dirk");
    List<Task> left =
        town.does(tx -> town.tasks().open(tx, town.id(), town.team(), null, Slice.WHOLE));
    assertThat(left).isEmpty();
    List<Workplace.Change> history =
        town.does(tx -> workplaces.changes(tx, town.id(), made.id(), Slice.WHOLE));
    assertThat(history)
        .extracting(change -> change.field() + ": " + change.became())
        .contains(
            "teamId: " + other,
            "ownerId: " + eva,
            "task-review: Balie",
            "task-drill: Balie",
            "task-measure: Noodknop",
            "task-measure: Instructie");
    town.passes(Duration.ofMinutes(1));
    town.tasks().wakeDue(town.database(), 100);
    assertThat(town.told())
        .as("what was overdue is told at once, there")
        .contains("Eva task-overdue day 12", "Dirk task-overdue day 12");
  }

  private void ask(AssessmentKeeper measures, Workplace at, String what, PersonId owner) {
    var asked = new Measure.Asked("own", "personal", what, null, null, null);
    Instant due = town.instant().plus(Duration.ofDays(10));
    town.does(tx -> measures.addMeasure(tx, town.id(), at.id(), asked, owner, due, town.dirk()));
  }

  private NewTask drill(Workplace at) {
    return new NewTask(
        town.id(),
        TaskKind.DRILL,
        town.team(),
        at.id().value(),
        "Balie",
        town.carla(),
        null,
        town.instant().plus(Duration.ofDays(100)));
  }

  private static Workplace.Details in(TeamId team, Workplace.Details was) {
    return new Workplace.Details(
        was.name(),
        was.kind(),
        team,
        was.owner(),
        was.place(),
        was.spot(),
        was.responseMinutes(),
        was.normMinutes(),
        was.method(),
        was.facts());
  }

  private PersonId supervisorOf(TeamId other) {
    var people = new PeopleRegister();
    PersonId eva = PersonId.next();
    return town.does(tx -> {
      people.addTeam(tx, town.id(), new PeopleRegister.Team(other, "Buiten"));
      people.addPerson(
          tx, new Person(town.id(), eva, other, "Eva", null, "nl", List.of("supervisor"), null));
      people.addContact(tx, town.id(), eva, "email", "eva@dorp.example", "Eva", TaskTown.START);
      return eva;
    });
  }

  private String nameOf(PersonId id) {
    Person person = town.does(tx -> new PeopleRegister().person(tx, town.id(), id));
    return person == null ? "" : person.name();
  }

  @Test
  void whatIsNotUsedAnyMoreAsksForNothing() {
    Workplace made = add("Balie", null);
    town.does(tx -> workplaces.end(tx, town.id(), made.id(), "Gesloopt.", town.carla()));
    assertThat(reviews(made)).isEmpty();
    assertThat(read(made).isActive()).isFalse();
    assertThat(change(read(made), details("Loket", town.carla(), 5, facts(null))))
        .isEqualTo(new Refused(Reason.ENDED));
    assertThat(list(town.team(), false)).isEmpty();
    assertThat(list(null, true)).hasSize(1);
  }

  private List<Workplace> list(@Nullable TeamId team, boolean endedToo) {
    return town.does(tx -> workplaces.list(tx, town.id(), team, endedToo, Slice.WHOLE));
  }

  private Workplace add(String name, @Nullable Instant reviewAt) {
    var details = details(name, town.carla(), 5, facts(null));
    return town.does(tx -> workplaces.add(tx, town.id(), details, reviewAt, town.dirk()));
  }

  private WorkplaceResult change(Workplace read, Workplace.Details after) {
    return town.does(
        tx -> workplaces.change(tx, town.id(), read.id(), read.version(), after, town.dirk()));
  }

  private Workplace read(Workplace one) {
    return town.does(tx -> workplaces.find(tx, town.id(), one.id())).orElseThrow();
  }

  private Instant reviewDue(Workplace one) {
    List<Task> open = reviews(one);
    assertThat(open).hasSize(1);
    return ((TaskState.Open) open.getFirst().state()).dueAt();
  }

  private List<Task> reviews(Workplace one) {
    return town.does(tx -> town.tasks().about(tx, town.id(), List.of(one.id().value()))).stream()
        .filter(task -> task.kind() == TaskKind.REVIEW && task.state() instanceof TaskState.Open)
        .toList();
  }

  private Workplace.Details details(String name, PersonId owner, int response, Facts facts) {
    return new Workplace.Details(
        name, "room", town.team(), owner, null, "Begane grond", response, 5, "fine-kinney", facts);
  }

  /** Facts of which only these are known. */
  static Facts facts(@Nullable String who, String... hazards) {
    return new Facts(
        who,
        null,
        null,
        null,
        null,
        true,
        List.of(hazards),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        false,
        false,
        null,
        null);
  }
}
