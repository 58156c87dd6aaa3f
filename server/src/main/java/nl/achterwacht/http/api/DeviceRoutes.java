package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Slice;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.device.Device;
import nl.achterwacht.device.DeviceId;
import nl.achterwacht.http.api.DeviceJson.Named;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.print.Table;
import nl.achterwacht.task.Task;
import nl.achterwacht.workplace.Workplace;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Personal alarms: the register at the desk, and one's own on the phone. */
@Controller
@RequestMapping(BASE)
public final class DeviceRoutes {
  private final DeviceDoors doors;

  public DeviceRoutes(DeviceDoors doors) {
    this.doors = doors;
  }

  record NewDevice(
      String kind,
      @Nullable String maker,
      @Nullable String number,
      @Nullable String note,
      UUID teamId,
      int testEveryDays) {}

  record HandOut(@Nullable UUID personId, @Nullable UUID workplaceId) {}

  record NewTest(
      boolean works, @Nullable UUID workplaceId, @Nullable String note, @Nullable Made made) {}

  record NewBattery(int percent) {}

  record Removal(String reason) {}

  /** What is done to a device that was found and is held. */
  private interface OnDevice {
    Device run(Tx tx, Device device, PersonId by);
  }

  @GetMapping("/devices")
  Answer all(Received in) {
    return list(in, null);
  }

  /** All of them, also those that are out of use, for who must account for them. */
  @GetMapping("/device-table")
  Answer table(Received in) {
    Caller caller = in.caller();
    return doors
        .acts()
        .atLeisure(
            in,
            tx -> {
              List<Device> all = doors.devices().list(tx, caller.organisation(), null, Slice.WHOLE);
              Table table = new DeviceTable(caller.language()).of(json(tx, caller, all));
              boolean dutch = caller.language().equals("nl");
              return Answer.file(
                  table.csv(), Table.CSV, dutch ? "alarmapparaten.csv" : "alarm-devices.csv");
            });
  }

  @GetMapping("/me/devices")
  Answer mine(Received in) {
    return list(in, in.caller().person());
  }

  @GetMapping("/devices/{deviceId}")
  Answer one(Received in) {
    return doors
        .acts()
        .forCaller(
            in,
            tx -> {
              Caller caller = in.caller();
              Device device =
                  doors
                      .devices()
                      .find(tx, caller.organisation(), new DeviceId(in.id("deviceId")))
                      .orElseThrow(() -> Refusal.notFound("device"));
              Named named = named(tx, caller);
              return Answer.ok(
                  new DeviceJson.HistoryJson(
                      json(tx, caller, List.of(device)).getFirst(),
                      doors.devices().tests(tx, device).stream().map(named::test).toList(),
                      doors.devices().holdings(tx, device).stream().map(named::holder).toList()));
            });
  }

  @PostMapping("/devices")
  Answer add(Received in) {
    NewDevice asked = in.body(NewDevice.class);
    Caller caller = in.caller();
    return doors
        .acts()
        .once(
            in,
            (tx, event) -> {
              Device added =
                  doors
                      .devices()
                      .add(
                          tx,
                          caller.organisation(),
                          team(tx, caller, asked.teamId()),
                          facts(asked),
                          caller.person());
              return Answer.created(json(tx, caller, List.of(added)).getFirst());
            });
  }

  @PutMapping("/devices/{deviceId}")
  Answer change(Received in) {
    NewDevice asked = in.body(NewDevice.class);
    Caller caller = in.caller();
    return act(
        in,
        (tx, device, by) ->
            doors.devices().change(tx, device, team(tx, caller, asked.teamId()), facts(asked), by));
  }

  @PostMapping("/devices/{deviceId}/hand-outs")
  Answer handOut(Received in) {
    HandOut asked = in.body(HandOut.class);
    Caller caller = in.caller();
    return act(
        in, (tx, device, by) -> doors.devices().handOut(tx, device, holder(tx, caller, asked), by));
  }

  @PostMapping("/devices/{deviceId}/tests")
  Answer test(Received in) {
    NewTest asked = in.body(NewTest.class);
    boolean dutch = in.caller().language().equals("nl");
    Instant now = doors.clock().instant();
    Instant said = Made.of(asked.made()).at(now);
    Instant at = said.isAfter(now) ? now : said;
    String answer =
        asked.works()
            ? dutch ? "Getest: werkt." : "Tested: it works."
            : dutch ? "Getest: werkt niet." : "Tested: it does not work.";
    return act(
        in,
        (tx, device, by) ->
            doors
                .devices()
                .test(
                    tx,
                    device,
                    new Device.Test(
                        asked.works(),
                        workplace(tx, in.caller(), asked.workplaceId()),
                        filled(asked.note()),
                        by,
                        at),
                    answer));
  }

  @PostMapping("/devices/{deviceId}/batteries")
  Answer battery(Received in) {
    int percent = in.body(NewBattery.class).percent();
    return act(in, (tx, device, by) -> doors.devices().battery(tx, device, percent, by));
  }

  @PostMapping("/devices/{deviceId}/removals")
  Answer remove(Received in) {
    String reason = in.body(Removal.class).reason().strip();
    if (reason.isEmpty()) {
      throw Refusal.invalid("/reason", "blank", "Say why it goes out of use.");
    }
    return act(in, (tx, device, by) -> doors.devices().remove(tx, device, reason, by));
  }

  private Answer list(Received in, @Nullable PersonId holder) {
    Caller caller = in.caller();
    Paging paging = Paging.of(in);
    return doors
        .acts()
        .forCaller(
            in,
            tx ->
                Answer.ok(
                    paging.page(
                        json(
                            tx,
                            caller,
                            doors
                                .devices()
                                .list(tx, caller.organisation(), holder, paging.slice())))));
  }

  private Answer act(Received in, OnDevice work) {
    Caller caller = in.caller();
    var id = new DeviceId(in.id("deviceId"));
    return doors
        .acts()
        .once(
            in,
            (tx, event) -> {
              Device device =
                  doors
                      .devices()
                      .locked(tx, caller.organisation(), id)
                      .filter(known -> isFor(known, caller))
                      .orElseThrow(() -> Refusal.notFound("device"));
              if (device.removedAt() != null) {
                throw Refusal.conflict("", "removed", "This device is out of use.");
              }
              Device after = work.run(tx, device, caller.person());
              return Answer.ok(json(tx, caller, List.of(after)).getFirst());
            });
  }

  /** Whoever has it may test it; whoever answers for others may do everything. */
  private static boolean isFor(Device device, Caller caller) {
    return caller.isOneOf(Scope.ANSWERABLE) || caller.person().equals(device.heldBy());
  }

  private Device.@Nullable Holder holder(Tx tx, Caller caller, HandOut asked) {
    if (asked.personId() != null && asked.workplaceId() != null) {
      throw Refusal.invalid("/workplaceId", "both", "A person or a workplace, not both.");
    }
    if (asked.personId() != null) {
      var person = new PersonId(asked.personId());
      if (doors.people().person(tx, caller.organisation(), person) == null) {
        throw Refusal.invalid("/personId", "unknown", "There is no such person.");
      }
      return new Device.Holder(person, null);
    }
    @Nullable UUID workplace = workplace(tx, caller, asked.workplaceId());
    return workplace == null ? null : new Device.Holder(null, workplace);
  }

  private @Nullable UUID workplace(Tx tx, Caller caller, @Nullable UUID id) {
    @Nullable Workplace known =
        WorkplaceNames.inUse(tx, doors.workplaces(), caller.organisation(), id);
    return known == null ? null : known.id().value();
  }

  private TeamId team(Tx tx, Caller caller, UUID id) {
    var team = new TeamId(id);
    if (doors.people().teams(tx, caller.organisation()).stream()
        .noneMatch(known -> known.id().equals(team))) {
      throw Refusal.invalid("/teamId", "unknown", "There is no such team.");
    }
    return team;
  }

  private static Device.Facts facts(NewDevice asked) {
    return new Device.Facts(
        asked.kind(),
        filled(asked.maker()),
        filled(asked.number()),
        filled(asked.note()),
        asked.testEveryDays());
  }

  private static @Nullable String filled(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private List<DeviceJson> json(Tx tx, Caller caller, List<Device> devices) {
    Named named = named(tx, caller);
    List<UUID> ids = devices.stream().map(device -> device.id().value()).toList();
    Map<UUID, List<Task>> tasks =
        doors.tasks().about(tx, caller.organisation(), ids).stream()
            .collect(Collectors.groupingBy(Task::subject));
    return devices.stream()
        .map(device ->
            DeviceJson.of(device, tasks.getOrDefault(device.id().value(), List.of()), named))
        .toList();
  }

  private Named named(Tx tx, Caller caller) {
    return new Named(
        Names.of(tx, doors.people(), caller.organisation()),
        WorkplaceNames.of(tx, doors.workplaces(), caller.organisation()));
  }
}
