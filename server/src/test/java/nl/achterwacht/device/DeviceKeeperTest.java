package nl.achterwacht.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Slice;
import nl.achterwacht.base.Tx;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.task.Task;
import nl.achterwacht.task.TaskEvent;
import nl.achterwacht.task.TaskKind;
import nl.achterwacht.task.TaskState;
import nl.achterwacht.task.TaskTown;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A device in use is never without somebody who must test it. */
class DeviceKeeperTest {
  private static final Device.Facts BUTTON =
      new Device.Facts("button", "Noodknop BV", "SN 12", null, 30);

  private final TaskTown town = new TaskTown();
  private final DeviceKeeper devices = new DeviceKeeper(town, new Journal(), town.tasks());

  @BeforeEach
  void listen() {
    town.listen(devices);
  }

  @AfterEach
  void drop() {
    town.close();
  }

  @Test
  void aNewOneIsTestedByTheSupervisorUntilSomebodyHoldsIt() {
    Device button = added();
    assertThat(owner(button)).isEqualTo(town.carla());
    Device held = toAnna(button);
    assertThat(owner(button)).isEqualTo(town.anna());
    assertThat(held.heldBy()).isEqualTo(town.anna());
    acts(tx -> devices.handOut(tx, held, null, town.carla()));
    assertThat(owner(button)).isEqualTo(town.carla());
    List<Device.Holding> had = town.does(tx -> devices.holdings(tx, button));
    assertThat(had).hasSize(1);
    assertThat(had.getFirst().until()).isEqualTo(town.instant());
  }

  @Test
  void aTestThatIsDoneComesBackAfterItsInterval() {
    Device button = toAnna(added());
    tested(button, true);
    assertThat(due(button)).isEqualTo(TaskTown.START.plus(Duration.ofDays(30)));
    assertThat(town.ended()).hasSize(1);
    assertThat(open(TaskKind.DEVICE_BROKEN)).isEmpty();
  }

  @Test
  void oneThatDoesNotWorkIsToldOnceAndTheTestStillComesBack() {
    Device button = toAnna(added());
    tested(button, false);
    Device still = tested(button, false);
    assertThat(still.lastTest()).matches(test -> test != null && !test.works());
    assertThat(open(TaskKind.DEVICE_BROKEN)).hasSize(1);
    assertThat(open(TaskKind.DEVICE_TEST)).hasSize(1);
    tested(button, true);
    assertThat(open(TaskKind.DEVICE_BROKEN)).isEmpty();
    List<Device.Test> tests = town.does(tx -> devices.tests(tx, button));
    assertThat(tests).hasSize(3);
  }

  @Test
  void evenATaskThatWasDroppedComesBack() {
    Device button = added();
    Task test = open(TaskKind.DEVICE_TEST).getFirst();
    acts(tx ->
        town.tasks()
            .handle(
                tx, town.id(), test.id(), new TaskEvent.Dropped(town.carla(), "x"), town.carla()));
    assertThat(due(button)).isEqualTo(TaskTown.START.plus(Duration.ofDays(30)));
  }

  @Test
  void whatIsOutOfUseAsksNothing() {
    Device button = toAnna(added());
    tested(button, false);
    acts(tx -> devices.remove(tx, button, "Kwijt.", town.carla()));
    assertThat(open(TaskKind.DEVICE_TEST)).isEmpty();
    assertThat(open(TaskKind.DEVICE_BROKEN)).isEmpty();
    List<Device> left = town.does(tx -> devices.list(tx, town.id(), town.anna(), Slice.WHOLE));
    assertThat(left).isEmpty();
  }

  private Device added() {
    return acts(tx -> devices.add(tx, town.id(), town.team(), BUTTON, town.carla()));
  }

  private Device toAnna(Device device) {
    return acts(
        tx -> devices.handOut(tx, device, new Device.Holder(town.anna(), null), town.carla()));
  }

  private Device tested(Device device, boolean works) {
    var test = new Device.Test(works, null, null, town.anna(), town.instant());
    return acts(tx -> devices.test(tx, device, test, "Getest."));
  }

  private <T> T acts(Function<Tx, T> work) {
    return town.does(work);
  }

  private PersonId owner(Device device) {
    return state(device).owner();
  }

  private Instant due(Device device) {
    return state(device).dueAt();
  }

  private TaskState.Open state(Device device) {
    List<Task> tests =
        open(TaskKind.DEVICE_TEST).stream()
            .filter(task -> task.subject().equals(device.id().value()))
            .toList();
    assertThat(tests).hasSize(1);
    return (TaskState.Open) tests.getFirst().state();
  }

  private List<Task> open(TaskKind kind) {
    return town.does(tx -> town.tasks().open(tx, town.id(), null, null, Slice.WHOLE)).stream()
        .filter(task -> task.kind() == kind)
        .toList();
  }
}
