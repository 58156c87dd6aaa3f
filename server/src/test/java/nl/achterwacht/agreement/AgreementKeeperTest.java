package nl.achterwacht.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import nl.achterwacht.agreement.AgreementResult.Reason;
import nl.achterwacht.agreement.AgreementResult.Refused;
import nl.achterwacht.agreement.WorkingAgreement.Terms;
import nl.achterwacht.base.Slice;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.task.Task;
import nl.achterwacht.task.TaskEvent;
import nl.achterwacht.task.TaskKind;
import nl.achterwacht.task.TaskState;
import nl.achterwacht.task.TaskTown;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Working agreements in a real database, with the tasks that ask to look again. */
class AgreementKeeperTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

  private final TaskTown town = new TaskTown();
  private final AgreementKeeper agreements = new AgreementKeeper(town, new Journal(), town.tasks());

  @AfterEach
  void drop() {
    town.close();
  }

  @Test
  void endingTheTaskOnItsOwnPagePlansTheNextLook() {
    town.listen(agreements);
    WorkingAgreement made = make(TODAY.plusDays(90));
    town.passes(Duration.ofDays(92));
    Task look = open().getFirst();
    assertThat(look.kind()).isEqualTo(TaskKind.REVIEW);
    town.does(tx ->
        town.tasks()
            .handle(
                tx,
                town.id(),
                look.id(),
                new TaskEvent.Dropped(town.carla(), "Geen tijd."),
                town.carla()));
    WorkingAgreement after = find(made);
    assertThat(after.terms().reviewOn()).isEqualTo(TODAY.plusDays(92 + 90));
    assertThat(open()).hasSize(1).noneMatch(task -> task.id().equals(look.id()));
    assertThat(kinds(made)).containsExactly("reviewed", "made");
  }

  @Test
  void aChangeAsksForOneLookAndNotTwo() {
    town.listen(agreements);
    WorkingAgreement made = make(TODAY.plusDays(90));
    var terms = new Terms("Wij bellen altijd vooraf.", town.carla(), TODAY.plusDays(60));
    town.does(
        tx -> agreements.change(tx, town.id(), made.id(), 1, terms, "Duidelijker.", town.carla()));
    assertThat(open()).hasSize(1);
    assertThat(((TaskState.Open) open().getFirst().state()).owner()).isEqualTo(town.carla());
    assertThat(kinds(made)).containsExactly("changed", "made");
  }

  @Test
  void whatIsEndedAsksForNothingAndChangesNoMore() {
    town.listen(agreements);
    WorkingAgreement made = make(TODAY.plusDays(90));
    town.does(tx -> agreements.end(tx, town.id(), made.id(), 1, "Niet meer nodig.", town.carla()));
    assertThat(open()).isEmpty();
    assertThat(kinds(made)).containsExactly("ended", "made");
    AgreementResult again =
        town.does(tx -> agreements.end(tx, town.id(), made.id(), 2, "Nog eens.", town.carla()));
    assertThat(again).isEqualTo(new Refused(Reason.ENDED));
    assertThat(listed(false)).isEmpty();
    assertThat(listed(true)).hasSize(1);
  }

  @Test
  void aLookIsAheadAndWithinAYearAndOnWhatIsThereNow() {
    WorkingAgreement made = make(TODAY.plusDays(90));
    assertThat(review(made, 1, TODAY)).isEqualTo(new Refused(Reason.PAST));
    assertThat(review(made, 1, TODAY.plusDays(400))).isEqualTo(new Refused(Reason.TOO_FAR));
    assertThat(review(made, 7, TODAY.plusDays(40))).isEqualTo(new Refused(Reason.STALE));
    assertThat(review(made, 1, TODAY.plusDays(40))).isInstanceOf(AgreementResult.Done.class);
  }

  private AgreementResult review(WorkingAgreement made, int version, LocalDate on) {
    return town.does(
        tx -> agreements.review(tx, town.id(), made.id(), version, on, "Klopt nog.", town.anna()));
  }

  private WorkingAgreement make(LocalDate reviewOn) {
    var terms = new Terms("Wij bellen vooraf.", town.anna(), reviewOn);
    var made =
        town.does(tx -> agreements.make(tx, town.id(), town.team(), terms, null, town.carla()));
    return ((AgreementResult.Done) made).agreement();
  }

  private WorkingAgreement find(WorkingAgreement one) {
    return town.does(tx -> agreements.find(tx, town.id(), one.id())).orElseThrow();
  }

  private List<String> kinds(WorkingAgreement one) {
    return town.does(tx -> agreements.history(tx, town.id(), one.id())).stream()
        .map(change -> change.kind().text())
        .toList();
  }

  private List<WorkingAgreement> listed(boolean ended) {
    return town.does(tx -> agreements.list(tx, town.id(), town.team(), ended, Slice.WHOLE));
  }

  private List<Task> open() {
    return town.does(tx -> town.tasks().open(tx, town.id(), null, null, Slice.WHOLE));
  }
}
