package nl.achterwacht.device;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Slice;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.device.Device.Facts;
import nl.achterwacht.device.Device.Holder;
import nl.achterwacht.device.Device.Holding;
import nl.achterwacht.device.Device.Test;
import nl.achterwacht.journal.Entry;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.task.NewTask;
import nl.achterwacht.task.Task;
import nl.achterwacht.task.TaskEvent;
import nl.achterwacht.task.TaskKeeper;
import nl.achterwacht.task.TaskKind;
import nl.achterwacht.task.TaskListener;
import nl.achterwacht.task.TaskState;
import org.jspecify.annotations.Nullable;

/**
 * Keeps personal alarms: the only writer of their tables. A device in use always has an open task
 * to test it, with whoever holds it; when that task ends, however it ended, the next one is made.
 */
public final class DeviceKeeper implements TaskListener {
  /** What was just bought proves itself soon. */
  static final Duration FIRST_TEST = Duration.ofDays(7);

  /** What does not work protects nobody meanwhile. */
  static final Duration TO_REPAIR = Duration.ofDays(2);

  private static final int MOST = 200;

  private final InstantSource clock;
  private final Journal journal;
  private final TaskKeeper tasks;
  private final DeviceStore store = new DeviceStore();

  public DeviceKeeper(InstantSource clock, Journal journal, TaskKeeper tasks) {
    this.clock = clock;
    this.journal = journal;
    this.tasks = tasks;
  }

  /** Adds a device, which lies with its team until it is handed out. */
  public Device add(Tx tx, OrganisationId organisation, TeamId team, Facts facts, PersonId by) {
    Instant now = clock.instant();
    DeviceId id = DeviceId.next();
    store.insert(tx, organisation, id, team, facts, by, now);
    Device added = found(tx, organisation, id);
    openTest(tx, added, by, now.plus(FIRST_TEST));
    note(tx, added, "device.added", by, Map.of());
    return added;
  }

  /** Puts down what it is, anew; a test that is due stays due. */
  public Device change(Tx tx, Device device, TeamId team, Facts facts, PersonId by) {
    store.change(tx, device.organisation(), device.id(), team, facts);
    note(tx, device, "device.changed", by, Map.of());
    return found(tx, device.organisation(), device.id());
  }

  /**
   * Gives it to somebody, who from now on is asked to test it.
   *
   * @param to null to take it back to the team
   */
  public Device handOut(Tx tx, Device device, @Nullable Holder to, PersonId by) {
    Instant now = clock.instant();
    store.takeBack(tx, device, now);
    if (to != null) {
      store.handOut(tx, device, to, by, now);
    }
    Device after = found(tx, device.organisation(), device.id());
    for (Task task : open(tx, device, TaskKind.DEVICE_TEST)) {
      PersonId owner = after.heldBy();
      if (owner == null) {
        owner = tasks.answersFor(tx, device.organisation(), device.team());
      }
      tasks.handle(tx, device.organisation(), task.id(), new TaskEvent.Given(by, owner), by);
    }
    note(tx, device, to == null ? "device.returned" : "device.handed-out", by, Map.of());
    return after;
  }

  /**
   * Somebody tried it. One that does not work becomes a task of the supervisor.
   *
   * @param answer what stands in the task that asked for it
   */
  public Device test(Tx tx, Device device, Test test, String answer) {
    store.test(tx, device, test);
    note(tx, device, "device.tested", test.by(), Map.of("works", test.works()));
    if (test.works()) {
      end(tx, device, TaskKind.DEVICE_BROKEN, test.by(), answer);
    } else if (open(tx, device, TaskKind.DEVICE_BROKEN).isEmpty()) {
      tasks.open(
          tx,
          new NewTask(
              device.organisation(),
              TaskKind.DEVICE_BROKEN,
              device.team(),
              device.id().value(),
              words(device.facts()),
              null,
              test.by(),
              clock.instant().plus(TO_REPAIR)));
    }
    end(tx, device, TaskKind.DEVICE_TEST, test.by(), answer);
    return found(tx, device.organisation(), device.id());
  }

  /** Notes how full it is. */
  public Device battery(Tx tx, Device device, int percent, PersonId by) {
    store.battery(tx, device, percent, clock.instant());
    note(tx, device, "device.battery-noted", by, Map.of("percent", percent));
    return found(tx, device.organisation(), device.id());
  }

  /** Takes it out of use, for a reason; nothing is asked about it any more. */
  public Device remove(Tx tx, Device device, String why, PersonId by) {
    Instant now = clock.instant();
    store.takeBack(tx, device, now);
    store.remove(tx, device, why, now);
    for (TaskKind kind : List.of(TaskKind.DEVICE_TEST, TaskKind.DEVICE_BROKEN)) {
      for (Task task : open(tx, device, kind)) {
        var dropped = new TaskEvent.Dropped(by, why);
        tasks.handle(tx, device.organisation(), task.id(), dropped, by);
      }
    }
    note(tx, device, "device.removed", by, Map.of());
    return found(tx, device.organisation(), device.id());
  }

  /** One device, locked until the end of the transaction. */
  public Optional<Device> locked(Tx tx, OrganisationId organisation, DeviceId id) {
    return store.lock(tx, organisation, id);
  }

  public Optional<Device> find(Tx tx, OrganisationId organisation, DeviceId id) {
    return store.find(tx, organisation, id);
  }

  /**
   * Those in use first.
   *
   * @param holder only what this person has now; null for all
   */
  public List<Device> list(
      Tx tx, OrganisationId organisation, @Nullable PersonId holder, Slice slice) {
    return store.list(tx, organisation, holder, slice);
  }

  /** The latest first. */
  public List<Test> tests(Tx tx, Device device) {
    return store.tests(tx, device, MOST);
  }

  /** Who had it, the latest first. */
  public List<Holding> holdings(Tx tx, Device device) {
    return store.holdings(tx, device, MOST);
  }

  @Override
  public void ended(Tx tx, Task task) {
    if (task.kind() != TaskKind.DEVICE_TEST) {
      return;
    }
    find(tx, task.organisation(), new DeviceId(task.subject()))
        .filter(device -> device.removedAt() == null)
        .ifPresent(device -> {
          Duration interval = Duration.ofDays(device.facts().testEveryDays());
          openTest(tx, device, null, clock.instant().plus(interval));
        });
  }

  private void openTest(Tx tx, Device device, @Nullable PersonId by, Instant dueAt) {
    tasks.open(
        tx,
        new NewTask(
            device.organisation(),
            TaskKind.DEVICE_TEST,
            device.team(),
            device.id().value(),
            words(device.facts()),
            device.heldBy(),
            by,
            dueAt));
  }

  private void end(Tx tx, Device device, TaskKind kind, PersonId by, String answer) {
    for (Task task : open(tx, device, kind)) {
      var done = new TaskEvent.Completed(by, answer);
      tasks.handle(tx, device.organisation(), task.id(), done, by);
    }
  }

  private List<Task> open(Tx tx, Device device, TaskKind kind) {
    return tasks.about(tx, device.organisation(), List.of(device.id().value())).stream()
        .filter(task -> task.kind() == kind && task.state() instanceof TaskState.Open)
        .toList();
  }

  /** What is written on it says in every language which one is meant. */
  private static String words(Facts facts) {
    String maker = facts.maker() == null ? "" : facts.maker();
    String number = facts.number() == null ? "" : facts.number();
    return (maker + " " + number).strip();
  }

  private Device found(Tx tx, OrganisationId organisation, DeviceId id) {
    return store.find(tx, organisation, id).orElseThrow();
  }

  private void note(Tx tx, Device device, String kind, PersonId by, Map<String, Object> more) {
    var data = new TreeMap<String, Object>(more);
    data.put("deviceId", device.id().toString());
    journal.record(
        tx,
        List.of(
            new Entry(
                device.organisation(),
                clock.instant(),
                kind,
                by.value(),
                null,
                null,
                null,
                null,
                Json.write(data))));
  }
}
