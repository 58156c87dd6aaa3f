package nl.achterwacht.alarm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.PersonRef;
import nl.achterwacht.base.Tx;
import nl.achterwacht.journal.Entry;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.notify.Announcement;
import nl.achterwacht.notify.NoticeKeeper;
import nl.achterwacht.notify.NoticeKind;
import nl.achterwacht.notify.Subject;
import nl.achterwacht.notify.Telling;
import nl.achterwacht.people.LastResort;
import nl.achterwacht.people.Reachable;
import nl.achterwacht.people.Roster;
import nl.achterwacht.people.RosterReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns effects into rows, in the transaction of the change: notices, journal, the watch's news.
 */
public final class AlarmFollowUp {
  private static final Logger LOG = LoggerFactory.getLogger(AlarmFollowUp.class);

  private final NoticeKeeper notices;
  private final Journal journal;
  private final RosterReader rosters;
  private final AlarmListener listener;
  private final AlarmStore store = new AlarmStore();

  public AlarmFollowUp(
      NoticeKeeper notices, Journal journal, RosterReader rosters, AlarmListener listener) {
    this.notices = notices;
    this.journal = journal;
    this.rosters = rosters;
    this.listener = listener;
  }

  void onAll(Tx tx, List<AlarmChange> changes, Roster roster, Instant now) {
    journal.record(tx, changes.stream().map(c -> AlarmJournal.entry(c, now)).toList());
    LastResort lastResort = rosters.lastResort(tx, askingForLastResort(changes));
    List<Telling> tellings = new ArrayList<>();
    for (AlarmChange change : changes) {
      for (AlarmEffect effect : change.decision().effects()) {
        List<Telling> told = tellings(change.before(), effect, roster, lastResort);
        tellings.addAll(told);
        if (effect instanceof AlarmEffect.CallFailSafe && told.isEmpty()) {
          nobodyReachable(tx, change.before(), now);
        }
      }
    }
    Map<PersonRef, Reachable> named = namedIn(tx, changes);
    for (AlarmChange change : changes) {
      for (AlarmEffect effect : change.decision().effects()) {
        tellings.addAll(tellingsByName(change.before(), effect, named));
      }
    }
    List<Alarm> taken = with(AlarmEffect.StopCalling.class, changes);
    notices.withdrawCalls(tx, organisations(taken), ids(taken), now);
    List<Alarm> closed = with(AlarmEffect.Finish.class, changes);
    notices.withdrawAll(tx, organisations(closed), ids(closed), now);
    notices.tell(tx, tellings, now);
    notices.announce(tx, announcements(changes), now);
    finish(tx, changes, now);
  }

  private static List<OrganisationId> askingForLastResort(List<AlarmChange> changes) {
    return changes.stream()
        .filter(change ->
            change.decision().effects().stream()
                .anyMatch(e ->
                    e instanceof AlarmEffect.CallFailSafe
                        || e instanceof AlarmEffect.TellStepEmpty))
        .map(change -> change.before().organisation())
        .toList();
  }

  /** Not even the last resort: only people who read the log or look at the screen can help now. */
  private void nobodyReachable(Tx tx, Alarm alarm, Instant now) {
    LOG.error(
        "alarm {} of organisation {}: nobody at all can be called, not even a supervisor or an"
            + " administrator; call by hand",
        alarm.id(),
        alarm.organisation());
    journal.record(tx, List.of(entry(alarm, "alarm.nobody-reachable", now)));
  }

  /** The rules or the store failed on this alarm: the last resort is called without asking them. */
  void failSafe(Tx tx, StuckStore.Stuck stuck, Instant now) {
    OrganisationId organisation = stuck.due().organisation();
    UUID alarm = stuck.due().id().value();
    List<PersonRef> worker =
        stuck.worker() == null ? List.of() : List.of(new PersonRef(organisation, stuck.worker()));
    Map<String, String> params = new HashMap<>();
    params.put("alarmId", alarm.toString());
    params.put("alarmKind", stuck.kind());
    rosters.reachable(tx, worker).values().forEach(known -> params.put("workerName", known.name()));
    notices.tell(
        tx,
        rosters.lastResort(tx, List.of(organisation)).of(organisation, stuck.worker()).stream()
            .map(p ->
                new Telling(
                    p, NoticeKind.FAIL_SAFE, params, Subject.ofAlarm(alarm, stuck.watchId())))
            .toList(),
        now);
    String data = Json.write(Map.of("state", stuck.state()));
    journal.record(
        tx,
        List.of(
            new Entry(
                organisation,
                now,
                "alarm.fail-safe",
                null,
                stuck.watchId(),
                alarm,
                null,
                null,
                data)));
  }

  private static Entry entry(Alarm alarm, String kind, Instant now) {
    return new Entry(
        alarm.organisation(),
        now,
        kind,
        null,
        alarm.watchId(),
        alarm.id().value(),
        null,
        null,
        Json.write(Map.of("state", AlarmJournal.word(alarm.state()))));
  }

  private static List<Alarm> with(Class<? extends AlarmEffect> effect, List<AlarmChange> changes) {
    return changes.stream()
        .filter(change -> change.decision().effects().stream().anyMatch(effect::isInstance))
        .map(AlarmChange::before)
        .toList();
  }

  private static List<OrganisationId> organisations(List<Alarm> alarms) {
    return alarms.stream().map(Alarm::organisation).toList();
  }

  private static List<UUID> ids(List<Alarm> alarms) {
    return alarms.stream().map(alarm -> alarm.id().value()).toList();
  }

  private void finish(Tx tx, List<AlarmChange> changes, Instant now) {
    for (AlarmChange change : changes) {
      for (AlarmEffect effect : change.decision().effects()) {
        Alarm alarm = change.before();
        if (effect instanceof AlarmEffect.Finish(PersonId by, Outcome _)
            && alarm.watchId() != null) {
          boolean goesOn = change.act() != null && change.act().goesOn();
          listener.closed(tx, change.after(), by, goesOn, now);
        }
      }
    }
  }

  private static List<Telling> tellings(
      Alarm alarm, AlarmEffect effect, Roster roster, LastResort lastResort) {
    return switch (effect) {
      case AlarmEffect.CallStep e ->
          tellAll(
              roster.peopleOf(
                  alarm.teamRef(), alarm.ladder().steps().get(e.step()), alarm.worker()),
              NoticeKind.ALARM_CALL,
              alarm,
              roster,
              new Subject(alarm.id().value(), e.step(), e.round(), alarm.watchId()));
      case AlarmEffect.TellStepEmpty _ ->
          tellAll(
              lastResort.of(alarm.organisation(), alarm.worker()),
              NoticeKind.STEP_EMPTY,
              alarm,
              roster,
              subject(alarm));
      case AlarmEffect.CallFailSafe _ ->
          tellAll(
              lastResort.of(alarm.organisation(), alarm.worker()),
              NoticeKind.FAIL_SAFE,
              alarm,
              roster,
              subject(alarm));
      case AlarmEffect.StopCalling _,
          AlarmEffect.TellWorkerHelpComes _,
          AlarmEffect.AskToTakeOver _,
          AlarmEffect.Finish _,
          AlarmEffect.Refuse _ ->
          List.of();
    };
  }

  private static List<Telling> tellingsByName(
      Alarm alarm, AlarmEffect effect, Map<PersonRef, Reachable> named) {
    if (effect instanceof AlarmEffect.AskToTakeOver(PersonId to)) {
      return tellAll(
          found(named, alarm.organisation(), to),
          NoticeKind.TAKE_OVER,
          alarm,
          new Roster(Map.of(), named),
          subject(alarm));
    }
    if (effect instanceof AlarmEffect.TellWorkerHelpComes(PersonId by) && alarm.worker() != null) {
      List<Telling> tellings = new ArrayList<>();
      List<Reachable> handler = found(named, alarm.organisation(), by);
      String name = handler.isEmpty() ? "" : handler.getFirst().name();
      for (Reachable worker : found(named, alarm.organisation(), alarm.worker())) {
        tellings.add(
            new Telling(worker, NoticeKind.HELP_COMES, Map.of("by", name), subject(alarm)));
      }
      return tellings;
    }
    return List.of();
  }

  /** Handlers, workers and whoever is asked to take over: few, and only when somebody acted. */
  private Map<PersonRef, Reachable> namedIn(Tx tx, List<AlarmChange> changes) {
    List<PersonRef> people = new ArrayList<>();
    for (AlarmChange change : changes) {
      OrganisationId organisation = change.before().organisation();
      for (AlarmEffect effect : change.decision().effects()) {
        if (effect instanceof AlarmEffect.AskToTakeOver(PersonId to)) {
          people.add(new PersonRef(organisation, to));
        }
        if (effect instanceof AlarmEffect.TellWorkerHelpComes(PersonId by)
            && change.before().worker() != null
            && mayBeHeard(tx, change.before())) {
          people.add(new PersonRef(organisation, by));
          people.add(new PersonRef(organisation, change.before().worker()));
        }
      }
    }
    return people.isEmpty() ? Map.of() : rosters.reachable(tx, people);
  }

  /**
   * Whether a sound on the worker's phone betrays nothing: never once a silent alarm was raised
   * about the same watch, except for the panic that the worker pressed openly.
   */
  private boolean mayBeHeard(Tx tx, Alarm alarm) {
    return alarm.kind() == AlarmKind.PANIC
        || alarm.watchId() == null
        || !store.anySilent(tx, alarm.organisation(), alarm.watchId());
  }

  private static List<Reachable> found(
      Map<PersonRef, Reachable> named, OrganisationId organisation, PersonId person) {
    Reachable one = named.get(new PersonRef(organisation, person));
    return one == null ? List.of() : List.of(one);
  }

  private static List<Telling> tellAll(
      List<Reachable> people, NoticeKind kind, Alarm alarm, Roster roster, Subject subject) {
    Map<String, String> params = new HashMap<>(params(alarm));
    if (alarm.worker() != null) {
      Reachable worker =
          roster.reachable().get(new PersonRef(alarm.organisation(), alarm.worker()));
      if (worker != null) {
        params.put("workerName", worker.name());
      }
    }
    return people.stream().map(p -> new Telling(p, kind, params, subject)).toList();
  }

  private static List<Announcement> announcements(List<AlarmChange> changes) {
    List<Announcement> all = new ArrayList<>();
    for (AlarmChange change : changes) {
      String event = AlarmJournal.announced(change);
      if (event != null) {
        Map<String, String> params = new HashMap<>(params(change.before()));
        params.put("event", event);
        all.add(new Announcement(change.before().organisation(), params, subject(change.before())));
      }
    }
    return all;
  }

  private static Map<String, String> params(Alarm alarm) {
    Map<String, String> params = new LinkedHashMap<>();
    params.put("alarmId", alarm.id().toString());
    params.put("alarmKind", alarm.kind().text());
    params.put("silent", Boolean.toString(alarm.silent()));
    params.put("raisedAt", alarm.raisedAt().toString());
    if (alarm.worker() != null) {
      params.put("workerId", alarm.worker().toString());
    }
    if (alarm.watchId() != null) {
      params.put("watchId", alarm.watchId().toString());
    }
    return params;
  }

  private static Subject subject(Alarm alarm) {
    return Subject.ofAlarm(alarm.id().value(), alarm.watchId());
  }
}
