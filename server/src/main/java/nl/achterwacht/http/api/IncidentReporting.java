package nl.achterwacht.http.api;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.achterwacht.alarm.Alarm;
import nl.achterwacht.alarm.AlarmState;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.ProblemKind;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.incident.Details;
import nl.achterwacht.incident.Incident;
import nl.achterwacht.incident.IncidentKeeper;
import nl.achterwacht.incident.IncidentKind;
import nl.achterwacht.incident.Involved;
import nl.achterwacht.people.Person;
import nl.achterwacht.signal.Signal;
import nl.achterwacht.signal.SignalId;
import nl.achterwacht.watch.Watch;
import org.jspecify.annotations.Nullable;

/** Takes the report of an incident in, and fills in what we know ourselves. */
final class IncidentReporting {
  private static final Set<String> MANAGERS = Set.of("supervisor", "safety-officer");
  private static final Set<String> HANDLERS = Set.of("standby", "supervisor", "safety-officer");
  private static final Duration OLDEST = Duration.ofDays(3653);

  // A phone's clock may be a little ahead of ours.
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private final IncidentDoors doors;

  IncidentReporting(IncidentDoors doors) {
    this.doors = doors;
  }

  record NewIncident(
      String kind,
      String what,
      @Nullable Instant happenedAt,
      @Nullable String address,
      @Nullable Integer seriousness,
      @Nullable Details details,
      @Nullable UUID watchId,
      @Nullable UUID alarmId,
      @Nullable UUID signalId,
      @Nullable List<Named> involved,
      @Nullable Made made) {}

  record Named(UUID personId, String role) {}

  /** What was opened: a new incident, or the one that its alarm had already. */
  record Opened(Incident incident, boolean isNew) {}

  Opened report(Tx tx, Received in) {
    NewIncident asked = in.body(NewIncident.class);
    Caller caller = in.caller();
    @Nullable Signal signal = signal(tx, caller, asked);
    @Nullable UUID watchId =
        asked.watchId() == null && signal != null && !signal.anonymous()
            ? signal.watch()
            : asked.watchId();
    IncidentFacts.Known known =
        doors.facts().of(tx, caller.organisation(), watchId, asked.alarmId());
    checkSource(caller, asked, known);
    IncidentKeeper.Report report = filled(tx, caller, asked, known, signal);
    Optional<Incident> made = doors.incidents().report(tx, report);
    return made.map(incident -> new Opened(incident, true))
        .orElseGet(() -> new Opened(existing(tx, caller, asked), false));
  }

  /** Only for who answers signals: the rest is filled from it. */
  private @Nullable Signal signal(Tx tx, Caller caller, NewIncident asked) {
    if (asked.signalId() == null) {
      return null;
    }
    return doors
        .signals()
        .find(tx, caller.organisation(), new SignalId(asked.signalId()))
        .filter(found -> caller.isOneOf(MANAGERS) || found.reporter().equals(caller.person()))
        .orElseThrow(() -> Refusal.notFound("signal"));
  }

  private Incident existing(Tx tx, Caller caller, NewIncident asked) {
    @Nullable UUID alarm = asked.alarmId();
    if (alarm == null) {
      throw new IllegalStateException("an incident without an alarm was there already");
    }
    return doors
        .incidents()
        .ofAlarm(tx, caller.organisation(), alarm)
        .orElseThrow(() -> Refusal.notFound("incident"));
  }

  /**
   * A worker reports from a watch of their own; who handles alarms from an alarm that is over, so
   * that nothing shows while a silent one is open.
   */
  private void checkSource(Caller caller, NewIncident asked, IncidentFacts.Known known) {
    @Nullable Watch watch = known.watch();
    @Nullable Alarm alarm = known.alarm();
    if (asked.alarmId() != null) {
      if (alarm == null || !caller.isOneOf(HANDLERS)) {
        throw Refusal.notFound("alarm");
      }
      if (!(alarm.state() instanceof AlarmState.Closed)) {
        throw Refusal.conflict("/alarmId", "alarm-open", "Close the alarm first.");
      }
    }
    boolean others = watch != null && !watch.worker().equals(caller.person());
    if (others && !caller.isOneOf(HANDLERS)) {
      throw Refusal.notFound("watch");
    }
  }

  private IncidentKeeper.Report filled(
      Tx tx, Caller caller, NewIncident asked, IncidentFacts.Known known, @Nullable Signal signal) {
    Instant now = doors.clock().instant();
    Instant happenedAt = signal == null ? happenedAt(asked, known, now) : signal.madeAt();
    checkMoment(happenedAt, now);
    Map<PersonId, String> involved = involved(tx, caller, asked, known);
    if (signal != null && involved.isEmpty() && !signal.anonymous()) {
      involved.put(signal.reporter(), Involved.VICTIM);
    }
    return new IncidentKeeper.Report(
        caller.organisation(),
        caller.person(),
        team(tx, caller, involved, known),
        IncidentKind.of(asked.kind()),
        happenedAt,
        address(asked, known.watch()),
        new Incident.Source(
            known.watch() == null ? null : known.watch().id().value(),
            asked.alarmId(),
            asked.signalId()),
        asked.seriousness(),
        details(asked),
        known.facts(),
        involved);
  }

  private static Instant happenedAt(NewIncident asked, IncidentFacts.Known known, Instant now) {
    if (asked.happenedAt() != null) {
      return asked.happenedAt();
    }
    return known.alarm() == null ? Made.of(asked.made()).at(now) : known.alarm().raisedAt();
  }

  private static @Nullable String address(NewIncident asked, @Nullable Watch watch) {
    if (asked.address() != null && !asked.address().isBlank()) {
      return asked.address();
    }
    return watch == null || watch.trip().place() == null ? null : watch.trip().place().address();
  }

  private static Details details(NewIncident asked) {
    String what = asked.what().strip();
    if (what.isEmpty()) {
      throw Refusal.invalid("/what", "blank", "Say in a few words what happened.");
    }
    Details more = asked.details() == null ? Details.of(what) : asked.details();
    return checked(
        new Details(
            what,
            more.behaviours(),
            more.form(),
            more.setting(),
            more.alone(),
            more.with(),
            more.perpetrator(),
            more.cause(),
            more.consequences(),
            more.evidence(),
            more.police(),
            more.inspectorate(),
            more.lesson()));
  }

  /** Who of us: as said, or else the worker of the watch, or else whoever reports it. */
  private Map<PersonId, String> involved(
      Tx tx, Caller caller, NewIncident asked, IncidentFacts.Known known) {
    Map<PersonId, String> involved = new HashMap<>();
    if (asked.involved() != null) {
      for (int i = 0; i < asked.involved().size(); i++) {
        Named one = asked.involved().get(i);
        var person = new PersonId(one.personId());
        String pointer = "/involved/" + i + "/personId";
        if (doors.people().person(tx, caller.organisation(), person) == null) {
          throw Refusal.invalid(pointer, "unknown", "There is no such person.");
        }
        if (!person.equals(caller.person()) && !caller.isOneOf(MANAGERS)) {
          throw Refusal.of(ProblemKind.NOT_ALLOWED, "A supervisor says who else was involved.");
        }
        involved.put(person, one.role());
      }
    } else if (known.watch() != null) {
      involved.put(known.watch().worker(), Involved.VICTIM);
    } else if (!caller.isOneOf(HANDLERS)) {
      involved.put(caller.person(), Involved.VICTIM);
    }
    return involved;
  }

  /** Of who it happened to; that team's supervisor sees to it. */
  private TeamId team(
      Tx tx, Caller caller, Map<PersonId, String> involved, IncidentFacts.Known known) {
    if (known.watch() != null) {
      return known.watch().team();
    }
    for (Map.Entry<PersonId, String> one : involved.entrySet()) {
      @Nullable Person person = doors.people().person(tx, caller.organisation(), one.getKey());
      if (person != null && one.getValue().equals(Involved.VICTIM)) {
        return person.team();
      }
    }
    return Scope.team(tx, doors.people(), caller);
  }

  /** What the contract's schema cannot say of the form. */
  static Details checked(Details details) {
    if (details.what().isBlank()) {
      throw Refusal.invalid("/details/what", "blank", "Say in a few words what happened.");
    }
    return details;
  }

  static void checkMoment(Instant happenedAt, Instant now) {
    if (happenedAt.isAfter(now.plus(AHEAD))) {
      throw Refusal.invalid("/happenedAt", "future", "This moment has not come yet.");
    }
    if (happenedAt.isBefore(now.minus(OLDEST))) {
      throw Refusal.invalid("/happenedAt", "too-old", "This is too long ago.");
    }
  }
}
