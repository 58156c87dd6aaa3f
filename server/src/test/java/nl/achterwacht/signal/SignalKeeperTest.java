package nl.achterwacht.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.base.Slice;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.place.PlaceRegister;
import nl.achterwacht.place.area.HotSpots;
import nl.achterwacht.task.Task;
import nl.achterwacht.task.TaskKind;
import nl.achterwacht.task.TaskState;
import nl.achterwacht.task.TaskTown;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Early signals in a real database, on a clock that is moved by hand. */
class SignalKeeperTest {
  private final TaskTown town = new TaskTown();
  private final SignalKeeper signals =
      new SignalKeeper(
          town,
          new Journal(),
          town.tasks(),
          new PlaceRegister(),
          new HotSpots(town, new Journal()));

  @AfterEach
  void drop() {
    town.close();
  }

  @Test
  void theMoreSeriousTheSoonerItMustBeAnswered() {
    for (int severity = 1; severity <= 3; severity++) {
      report(new Signal.Said("threat", severity, null), null, null);
    }
    assertThat(open(TaskKind.SIGNAL).stream().map(task -> dueIn(task).toDays()))
        .containsExactly(1L, 3L, 7L);
  }

  @Test
  void theThirdSignalAtAnAddressAsksForADecisionOnce() {
    report("Dorpsstraat 12, Voorbeeldstad");
    report("Dorpsstraat 14, Voorbeeldstad");
    town.passes(Duration.ofDays(80));
    report("Dorpsstraat 12, Voorbeeldstad");
    assertThat(open(TaskKind.CAUTION)).isEmpty();
    report("dorpsstraat 12 voorbeeldstad");
    report("Dorpsstraat 12, Voorbeeldstad");
    assertThat(open(TaskKind.CAUTION)).hasSize(1);
  }

  @Test
  void whatIsLongerAgoThanNinetyDaysDoesNotCount() {
    report("Dorpsstraat 12, Voorbeeldstad");
    report("Dorpsstraat 12, Voorbeeldstad");
    town.passes(Duration.ofDays(91));
    report("Dorpsstraat 12, Voorbeeldstad");
    assertThat(open(TaskKind.CAUTION)).isEmpty();
  }

  @Test
  void theFifthSignalInAStreetAsksWhetherItIsAHotSpot() {
    for (int number = 1; number <= 4; number++) {
      report("Molenweg " + number + ", Voorbeeldstad");
    }
    assertThat(open(TaskKind.HOT_SPOT)).isEmpty();
    report("Molenweg 5, Voorbeeldstad");
    report("Molenweg 6, Voorbeeldstad");
    assertThat(open(TaskKind.HOT_SPOT))
        .extracting(Task::what)
        .containsExactly("Molenweg, Voorbeeldstad");
  }

  @Test
  void aDebriefIsReportedOnce() {
    UUID watch = UUID.randomUUID();
    assertThat(debrief(watch)).isPresent();
    assertThat(debrief(watch)).isEmpty();
    assertThat(open(TaskKind.SIGNAL)).hasSize(1);
  }

  private Signal report(String address) {
    return report(new Signal.Said("tense", 1, null), address, null).orElseThrow();
  }

  private Optional<Signal> debrief(UUID watch) {
    return report(new Signal.Said("tense", 1, null), null, watch);
  }

  private Optional<Signal> report(
      Signal.Said said, @Nullable String address, @Nullable UUID debriefOf) {
    return town.does(tx ->
        signals.report(
            tx,
            new SignalKeeper.Report(
                town.id(),
                town.anna(),
                town.team(),
                false,
                said,
                address,
                debriefOf,
                debriefOf != null,
                town.instant())));
  }

  private List<Task> open(TaskKind kind) {
    return town.does(tx -> town.tasks().open(tx, town.id(), null, null, Slice.WHOLE)).stream()
        .filter(task -> task.kind() == kind)
        .toList();
  }

  private Duration dueIn(Task task) {
    return Duration.between(town.instant(), ((TaskState.Open) task.state()).dueAt());
  }
}
