package nl.achterwacht.http.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.device.Device;
import nl.achterwacht.task.Task;
import nl.achterwacht.task.TaskKind;
import nl.achterwacht.task.TaskState;
import org.jspecify.annotations.Nullable;

/** A personal alarm, as pages show it. */
record DeviceJson(
    UUID id,
    String kind,
    @Nullable String maker,
    @Nullable String number,
    @Nullable String note,
    UUID teamId,
    String teamName,
    int testEveryDays,
    @Nullable HolderJson holder,
    @Nullable BatteryJson battery,
    @Nullable TestJson lastTest,
    @Nullable Instant testDueAt,
    boolean broken,
    @Nullable Instant removedAt) {

  /** Who has it, or had it. */
  record HolderJson(
      @Nullable UUID personId,
      @Nullable UUID workplaceId,
      String name,
      Instant since,
      @Nullable Instant until) {}

  record BatteryJson(int percent, Instant at) {}

  record TestJson(
      boolean works,
      @Nullable UUID workplaceId,
      @Nullable String workplaceName,
      @Nullable String note,
      String byName,
      Instant at) {}

  /** One with its history. */
  record HistoryJson(DeviceJson device, List<TestJson> tests, List<HolderJson> holders) {}

  /** The names of people and of workplaces. */
  record Named(Names names, Map<UUID, String> workplaces) {
    HolderJson holder(Device.Holding holding) {
      @Nullable PersonId person = holding.holder().person();
      @Nullable UUID workplace = holding.holder().workplace();
      return new HolderJson(
          person == null ? null : person.value(),
          workplace,
          workplace == null ? names.nameOf(person) : workplaces.getOrDefault(workplace, ""),
          holding.from(),
          holding.until());
    }

    TestJson test(Device.Test test) {
      @Nullable UUID workplace = test.workplace();
      return new TestJson(
          test.works(),
          workplace,
          workplace == null ? null : workplaces.getOrDefault(workplace, ""),
          test.note(),
          names.nameOf(test.by()),
          test.at());
    }
  }

  static DeviceJson of(Device device, List<Task> tasks, Named named) {
    Device.@Nullable Holding holding = device.holding();
    Device.@Nullable Battery battery = device.battery();
    Device.@Nullable Test last = device.lastTest();
    Device.Facts facts = device.facts();
    return new DeviceJson(
        device.id().value(),
        facts.kind(),
        facts.maker(),
        facts.number(),
        facts.note(),
        device.team().value(),
        named.names().teamName(device.team()),
        facts.testEveryDays(),
        holding == null ? null : named.holder(holding),
        battery == null ? null : new BatteryJson(battery.percent(), battery.at()),
        last == null ? null : named.test(last),
        dueAt(tasks),
        last != null && !last.works(),
        device.removedAt());
  }

  private static @Nullable Instant dueAt(List<Task> tasks) {
    for (Task task : tasks) {
      if (task.kind() == TaskKind.DEVICE_TEST && task.state() instanceof TaskState.Open open) {
        return open.dueAt();
      }
    }
    return null;
  }
}
