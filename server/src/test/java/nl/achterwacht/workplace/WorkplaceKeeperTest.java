package nl.achterwacht.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.journal.Journal;
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
    List<Workplace.Change> changes = town.does(tx -> workplaces.changes(tx, town.id(), made.id()));
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
    return town.does(tx -> workplaces.list(tx, town.id(), team, endedToo, 10));
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
