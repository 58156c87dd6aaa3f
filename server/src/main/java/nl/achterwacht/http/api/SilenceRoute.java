package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.alarm.Alarm;
import nl.achterwacht.alarm.AlarmId;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.journal.JournalReader;
import nl.achterwacht.journal.JournalReader.Line;
import nl.achterwacht.place.Address;
import nl.achterwacht.place.coverage.CoverageMemory.Coverage;
import nl.achterwacht.place.coverage.SilenceEvidence;
import nl.achterwacht.place.coverage.SilenceEvidence.Battery;
import nl.achterwacht.place.coverage.SilenceEvidence.Fact;
import nl.achterwacht.watch.Act;
import nl.achterwacht.watch.Outages;
import nl.achterwacht.watch.Watch;
import nl.achterwacht.watch.WatchId;
import nl.achterwacht.watch.WatchRegister;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.JsonNode;

/** Why a worker may be silent, for who handles the alarm. It explains; it decides nothing. */
@Controller
public final class SilenceRoute {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
  private static final int LINES = 200;

  private final AlarmDoors alarms;
  private final PlaceDoors places;
  private final WatchRegister watches;
  private final JournalReader journal;

  public SilenceRoute(
      AlarmDoors alarms, PlaceDoors places, WatchRegister watches, JournalReader journal) {
    this.alarms = alarms;
    this.places = places;
    this.watches = watches;
    this.journal = journal;
  }

  record FactJson(String kind, boolean explains, String text) {}

  record EvidenceJson(List<FactJson> items) {}

  @GetMapping(BASE + "/alarms/{alarmId}/silence-evidence")
  Answer evidence(Received in) {
    Caller caller = in.caller();
    return alarms
        .acts()
        .forCaller(
            in,
            tx -> {
              Alarm alarm = alarm(tx, caller, new AlarmId(in.id("alarmId")));
              @Nullable UUID watchId = alarm.watchId();
              @Nullable Watch watch =
                  watchId == null
                      ? null
                      : watches.find(tx, alarm.organisation(), new WatchId(watchId));
              Instant now = alarms.clock().instant();
              List<Fact> facts =
                  watch == null ? List.of() : SilenceEvidence.of(known(tx, watch), now);
              Words words = Words.in(caller.language());
              return Answer.ok(
                  new EvidenceJson(facts.stream().map(fact -> json(fact, words)).toList()));
            });
  }

  private Alarm alarm(Tx tx, Caller caller, AlarmId id) {
    @Nullable Alarm alarm = alarms.register().find(tx, caller.organisation(), id);
    if (alarm == null || alarms.silence().hides(tx, alarm, caller.person())) {
      throw Refusal.notFound("alarm");
    }
    return alarm;
  }

  private SilenceEvidence.Known known(Tx tx, Watch watch) {
    List<Line> lines =
        journal.about(tx, watch.organisation(), watch.id().value(), null, null, LINES);
    Act.@Nullable Position position = watches.lastPosition(tx, watch.organisation(), watch.id());
    return new SilenceEvidence.Known(
        lines.stream()
            .filter(line -> line.actorId() != null && line.actorId().equals(watch.worker().value()))
            .map(Line::at)
            .findFirst()
            .orElse(null),
        battery(lines),
        coverage(tx, watch),
        Outages.writtenDown(tx).stream()
            .map(outage -> new SilenceEvidence.Outage(outage.from(), outage.until()))
            .toList(),
        position == null ? null : position.measuredAt());
  }

  private static @Nullable Battery battery(List<Line> newestFirst) {
    for (Line line : newestFirst) {
      JsonNode percent = Json.tree(line.dataJson()).path("batteryPercent");
      if (percent.isNumber()) {
        return new Battery(percent.asInt(0), line.at());
      }
    }
    return null;
  }

  private @Nullable Coverage coverage(Tx tx, Watch watch) {
    var planned = watch.trip().place();
    if (planned == null) {
      return null;
    }
    return places
        .places()
        .find(tx, watch.organisation(), Address.ofText(planned.address()))
        .map(place -> places.coverage().of(tx, place, planned.floor()))
        .orElse(null);
  }

  private static FactJson json(Fact fact, Words words) {
    return switch (fact) {
      case Fact.BatteryWas(int percent, Instant at, boolean explains) ->
          new FactJson("battery", explains, words.say("evidence.battery", percent, time(at)));
      case Fact.PlaceWas(int silent, int visits, boolean explains) ->
          new FactJson("coverage", explains, words.say("evidence.coverage", silent, visits));
      case Fact.WeWereAway(Instant from, Instant until) ->
          new FactJson(
              "own-outage", true, words.say("evidence.own-outage", time(from), time(until)));
      case Fact.PositionIs(Duration old, boolean explains) ->
          new FactJson(
              "position-age",
              explains,
              words.say("evidence.position-age", Long.toString(old.toMinutes())));
      case Fact.NoPosition _ ->
          new FactJson("no-position", false, words.say("evidence.no-position"));
    };
  }

  private static String time(Instant at) {
    return CLOCK.format(at.atZone(AMSTERDAM));
  }
}
