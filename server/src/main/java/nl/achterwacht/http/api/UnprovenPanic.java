package nl.achterwacht.http.api;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.alarm.Alarm;
import nl.achterwacht.alarm.AlarmId;
import nl.achterwacht.alarm.AlarmKeeper;
import nl.achterwacht.alarm.AlarmKind;
import nl.achterwacht.alarm.AlarmRegister;
import nl.achterwacht.alarm.NewAlarm;
import nl.achterwacht.base.EventId;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.api.HelpRoutes.Panic;
import nl.achterwacht.http.api.HelpRoutes.PanicTaken;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.journal.Entry;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.people.Organisation;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.Person;
import nl.achterwacht.watch.Place;
import nl.achterwacht.watch.Watch;
import org.jspecify.annotations.Nullable;

/**
 * A call for help that no running watch stands for. From somebody who is signed in it is a panic;
 * from anybody else it is an alarm of kind unverified, never an error. One that names no
 * organisation at all goes to the operator: the organisation that was made first.
 */
public final class UnprovenPanic {
  private final AlarmKeeper alarms;
  private final AlarmRegister register;
  private final PeopleRegister people;
  private final Journal journal;
  private final Acts acts;
  private final InstantSource clock;

  public UnprovenPanic(
      AlarmKeeper alarms,
      AlarmRegister register,
      PeopleRegister people,
      Journal journal,
      Acts acts,
      InstantSource clock) {
    this.alarms = alarms;
    this.register = register;
    this.people = people;
    this.journal = journal;
    this.acts = acts;
    this.clock = clock;
  }

  /**
   * Whom the alarm is about and whose it is.
   *
   * @param colleague who pressed for somebody else; null when that is not known
   */
  private record Subject(
      OrganisationId organisation,
      TeamId team,
      @Nullable PersonId worker,
      @Nullable UUID watch,
      @Nullable String placeJson,
      boolean known,
      @Nullable PersonId colleague) {}

  /** Raises the alarm in a transaction of its own. */
  Answer raise(Received in, @Nullable Watch watch, Panic panic) {
    Subject subject = acts.asEngineUrgently(tx -> subject(tx, in, watch, panic));
    return acts.onceFor(
        subject.organisation(),
        in,
        (tx, event) -> raised(tx, subject, panic, event, clock.instant()));
  }

  /** Raises the alarm for a worker whose watch has nothing more to say about it. */
  Answer raiseFor(Tx tx, @Nullable Watch watch, Panic panic, EventId event, Instant now) {
    if (watch == null) {
      throw new IllegalStateException("no watch to raise an alarm for");
    }
    return raised(tx, subject(watch, true, null), panic, event, now);
  }

  private Answer raised(Tx tx, Subject subject, Panic panic, EventId event, Instant now) {
    Instant raisedAt = Made.of(panic.made()).at(now);
    var alarm =
        new NewAlarm(
            subject.organisation(),
            subject.known() ? AlarmKind.PANIC : AlarmKind.UNVERIFIED,
            panic.silent(),
            event.value(),
            subject.watch(),
            subject.worker(),
            subject.team(),
            raisedAt.isAfter(now) ? now : raisedAt,
            subject.placeJson());
    Map<UUID, AlarmId> raised = alarms.raiseAll(tx, List.of(alarm), now);
    @Nullable AlarmId id = raised.get(event.value());
    if (id == null) {
      return raisedBefore(tx, subject, event, now);
    }
    journalSender(tx, subject, id, panic, now);
    return Answer.created(new PanicTaken(id.value(), subject.known(), now, null));
  }

  /** The same press, from a phone that waited longer than answers are kept for repeats. */
  private Answer raisedBefore(Tx tx, Subject subject, EventId event, Instant now) {
    @Nullable Alarm alarm = register.byCause(tx, subject.organisation(), event.value());
    if (alarm == null) {
      throw new IllegalStateException("a call for help raised no alarm");
    }
    return Answer.created(new PanicTaken(alarm.id().value(), subject.known(), now, null));
  }

  private Subject subject(Tx tx, Received in, @Nullable Watch watch, Panic panic) {
    Optional<Subject> ofCaller = in.callerIfKnown().flatMap(caller -> ofCaller(tx, caller, watch));
    if (ofCaller.isPresent()) {
      return ofCaller.get();
    }
    if (watch != null) {
      return subject(watch, false, colleague(in, watch));
    }
    Organisation organisation = organisation(tx, panic.organisationHint());
    List<PeopleRegister.Team> teams = people.teams(tx, organisation.id());
    if (teams.isEmpty()) {
      throw new IllegalStateException("organisation " + organisation.id() + " has no team");
    }
    return new Subject(organisation.id(), teams.getFirst().id(), null, null, null, false, null);
  }

  /** A colleague who presses on somebody's watch is known, but the worker is not proven. */
  private Optional<Subject> ofCaller(Tx tx, Caller caller, @Nullable Watch watch) {
    if (watch != null) {
      return Optional.empty();
    }
    @Nullable Person person = people.person(tx, caller.organisation(), caller.person());
    return Optional.ofNullable(person)
        .map(p -> new Subject(p.organisation(), p.team(), p.id(), null, null, true, null));
  }

  private static @Nullable PersonId colleague(Received in, Watch watch) {
    return in.callerIfKnown()
        .filter(caller -> caller.organisation().equals(watch.organisation()))
        .map(Caller::person)
        .orElse(null);
  }

  private static Subject subject(Watch watch, boolean known, @Nullable PersonId colleague) {
    @Nullable Place place = watch.trip().place();
    return new Subject(
        watch.organisation(),
        watch.team(),
        watch.worker(),
        watch.id().value(),
        place == null ? null : Json.write(place),
        known,
        colleague);
  }

  private Organisation organisation(Tx tx, @Nullable UUID hint) {
    List<Organisation> all = people.organisations(tx);
    return all.stream()
        .filter(organisation -> organisation.id().value().equals(hint))
        .findFirst()
        .or(() -> all.stream().filter(o -> !o.exampleTown()).findFirst())
        .or(() -> all.stream().findFirst())
        .orElseThrow(() -> new IllegalStateException("there is no organisation to call"));
  }

  /** Whoever handles it sees who it may be, and who pressed. */
  private void journalSender(Tx tx, Subject subject, AlarmId alarm, Panic panic, Instant now) {
    List<Entry> entries = new ArrayList<>();
    @Nullable Instant madeAt = Made.of(panic.made()).said(now);
    if (panic.personHint() != null) {
      String hint = Json.write(Map.of("personHint", panic.personHint()));
      entries.add(entry(subject, alarm, "alarm.sender-said", null, madeAt, hint, now));
    }
    if (subject.colleague() != null) {
      UUID colleague = subject.colleague().value();
      entries.add(entry(subject, alarm, "alarm.colleague-pressed", colleague, madeAt, "{}", now));
    }
    journal.record(tx, entries);
  }

  private static Entry entry(
      Subject subject,
      AlarmId alarm,
      String kind,
      @Nullable UUID actor,
      @Nullable Instant madeAt,
      String json,
      Instant now) {
    return new Entry(
        subject.organisation(),
        now,
        kind,
        actor,
        subject.watch(),
        alarm.value(),
        null,
        madeAt,
        json);
  }
}
