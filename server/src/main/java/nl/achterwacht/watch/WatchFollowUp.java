package nl.achterwacht.watch;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.alarm.AlarmEvent;
import nl.achterwacht.alarm.AlarmId;
import nl.achterwacht.alarm.AlarmKeeper;
import nl.achterwacht.alarm.AlarmKind;
import nl.achterwacht.alarm.NewAlarm;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.PersonRef;
import nl.achterwacht.base.TeamRef;
import nl.achterwacht.base.Tx;
import nl.achterwacht.journal.Entry;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.notify.NoticeKeeper;
import nl.achterwacht.notify.NoticeKind;
import nl.achterwacht.notify.Subject;
import nl.achterwacht.notify.Telling;
import nl.achterwacht.people.LastResort;
import nl.achterwacht.people.Reachable;
import nl.achterwacht.people.Roster;
import nl.achterwacht.people.RosterReader;
import org.jspecify.annotations.Nullable;

/** Turns a watch's effects into rows, in the transaction of the change. */
public final class WatchFollowUp {
  private final AlarmKeeper alarms;
  private final NoticeKeeper notices;
  private final Journal journal;
  private final RosterReader rosters;

  public WatchFollowUp(
      AlarmKeeper alarms, NoticeKeeper notices, Journal journal, RosterReader rosters) {
    this.alarms = alarms;
    this.notices = notices;
    this.journal = journal;
    this.rosters = rosters;
  }

  /** Whether a sign was taken before, however long ago. */
  boolean isJournalled(Tx tx, Sign sign) {
    return journal.hasEvent(tx, sign.organisation(), sign.watch().value(), sign.eventId());
  }

  /** Returns, per cause, the alarm that now stands for it. */
  Map<UUID, AlarmId> onAll(Tx tx, List<WatchChange> changes, Instant now) {
    journal.record(
        tx,
        changes.stream()
            .filter(c -> c.act() != null || c.changesState())
            .map(WatchJournal::entry)
            .toList());
    Map<UUID, AlarmId> raised = alarms.raiseAll(tx, newAlarms(changes), now);
    List<Watch> answered =
        changes.stream().filter(WatchChange::answersUs).map(WatchChange::before).toList();
    notices.withdrawQuestions(
        tx,
        answered.stream().map(Watch::organisation).toList(),
        answered.stream().map(w -> w.id().value()).toList(),
        now);
    notices.tell(tx, tellings(tx, changes, now), now);
    for (WatchChange change : changes) {
      for (WatchEffect effect : change.decision().effects()) {
        if (effect instanceof WatchEffect.OfferSafeCode(PersonId by, boolean goesOn)) {
          offerSafeCode(tx, change, by, goesOn, now);
        }
      }
    }
    return raised;
  }

  void onMade(
      Tx tx, NewWatch watch, WatchState state, PersonId by, @Nullable Act act, Instant now) {
    journal.record(tx, List.of(WatchJournal.made(watch, state, by, act, now)));
  }

  /** The rules or the store failed on this watch: the last resort is called without asking them. */
  void failSafe(Tx tx, WatchStore.Stuck stuck, Instant now) {
    OrganisationId organisation = stuck.due().organisation();
    UUID watch = stuck.due().id().value();
    var worker = new PersonRef(organisation, stuck.worker());
    Map<String, String> params = new HashMap<>();
    params.put("watchId", watch.toString());
    params.put("workerId", stuck.worker().toString());
    Reachable known = rosters.reachable(tx, List.of(worker)).get(worker);
    if (known != null) {
      params.put("workerName", known.name());
    }
    notices.tell(
        tx,
        rosters.lastResort(tx, List.of(organisation)).of(organisation, stuck.worker()).stream()
            .map(p -> new Telling(p, NoticeKind.FAIL_SAFE, params, Subject.ofWatch(watch)))
            .toList(),
        now);
    String data = Json.write(Map.of("state", stuck.state()));
    journal.record(
        tx,
        List.of(
            new Entry(organisation, now, "watch.fail-safe", null, watch, null, null, null, data)));
  }

  /** The first alarm that stands for {@code change}, of those raised by cause; null for none. */
  static @Nullable AlarmId alarmOf(WatchChange change, Map<UUID, AlarmId> raised) {
    for (WatchEffect effect : change.decision().effects()) {
      if (effect instanceof WatchEffect.RaiseAlarm raise) {
        return raised.get(causeId(change, raise));
      }
    }
    return null;
  }

  /** The name of a cause: one silence, or one act, raises one alarm, whoever finds it and when. */
  static UUID causeId(WatchChange change, WatchEffect.RaiseAlarm effect) {
    Act act = change.act();
    Watch watch = change.before();
    // The version is part of it: a later silence may miss the very same moment once more.
    String what =
        act == null ? effect.raisedAt() + "/" + watch.version() : act.eventId().toString();
    String name = watch.id() + "/" + what + "/" + effect.cause();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private void offerSafeCode(Tx tx, WatchChange change, PersonId by, boolean goesOn, Instant now) {
    var act =
        new nl.achterwacht.alarm.Act(
            new AlarmEvent.WorkerSafe(by), by, null, null, null, goesOn, null);
    alarms.offerSafeCode(
        tx, change.before().organisation(), change.before().id().value(), act, now);
  }

  private static List<NewAlarm> newAlarms(List<WatchChange> changes) {
    List<NewAlarm> wanted = new ArrayList<>();
    for (WatchChange change : changes) {
      for (WatchEffect effect : change.decision().effects()) {
        if (effect instanceof WatchEffect.RaiseAlarm raise) {
          wanted.add(newAlarm(change, raise));
        }
      }
    }
    return wanted;
  }

  private static NewAlarm newAlarm(WatchChange change, WatchEffect.RaiseAlarm raise) {
    Watch watch = change.before();
    return new NewAlarm(
        watch.organisation(),
        kind(raise.cause()),
        raise.silent(),
        causeId(change, raise),
        watch.id().value(),
        watch.worker(),
        watch.team(),
        raise.raisedAt(),
        watch.trip().place() == null ? null : Json.write(watch.trip().place()));
  }

  private List<Telling> tellings(Tx tx, List<WatchChange> changes, Instant now) {
    List<PersonRef> workers = new ArrayList<>();
    List<Watch> forStandbys = new ArrayList<>();
    for (WatchChange change : changes) {
      for (WatchEffect effect : change.decision().effects()) {
        if (effect instanceof WatchEffect.TellWorker) {
          workers.add(new PersonRef(change.before().organisation(), change.before().worker()));
        }
        if (effect instanceof WatchEffect.TellStandby) {
          workers.add(new PersonRef(change.before().organisation(), change.before().worker()));
          forStandbys.add(change.before());
        }
      }
    }
    Map<PersonRef, Reachable> reachable =
        workers.isEmpty() ? Map.of() : rosters.reachable(tx, workers);
    Standbys standbys = forStandbys.isEmpty() ? Standbys.NOBODY : standbys(tx, forStandbys, now);
    List<Telling> tellings = new ArrayList<>();
    for (WatchChange change : changes) {
      for (WatchEffect effect : change.decision().effects()) {
        tellings.addAll(tellings(change.after(), effect, reachable, standbys));
      }
    }
    return tellings;
  }

  /** Whoever is on duty and can be reached; else the last resort. Never the worker. */
  private record Standbys(Roster roster, LastResort lastResort) {
    static final Standbys NOBODY = new Standbys(Roster.NOBODY, LastResort.NONE);

    List<Reachable> of(Watch watch) {
      List<Reachable> standbys = roster.standbysOf(team(watch), watch.worker());
      return standbys.isEmpty() ? lastResort.of(watch.organisation(), watch.worker()) : standbys;
    }
  }

  private Standbys standbys(Tx tx, List<Watch> watches, Instant now) {
    List<TeamRef> teams = watches.stream().map(WatchFollowUp::team).toList();
    Roster roster = rosters.roster(tx, teams, List.of(), now);
    List<OrganisationId> without =
        watches.stream()
            .filter(watch -> roster.standbysOf(team(watch), watch.worker()).isEmpty())
            .map(Watch::organisation)
            .toList();
    return new Standbys(roster, rosters.lastResort(tx, without));
  }

  private static TeamRef team(Watch watch) {
    return new TeamRef(watch.organisation(), watch.team());
  }

  private static List<Telling> tellings(
      Watch watch, WatchEffect effect, Map<PersonRef, Reachable> reachable, Standbys standbys) {
    return switch (effect) {
      case WatchEffect.TellWorker(WatchEffect.WorkerNotice what) -> {
        Reachable worker = reachable.get(new PersonRef(watch.organisation(), watch.worker()));
        yield worker == null
            ? List.of()
            : List.of(new Telling(worker, kind(what), params(watch, reachable), subject(watch)));
      }
      case WatchEffect.TellStandby(WatchEffect.StandbyNotice what) ->
          standbys.of(watch).stream()
              .map(p -> new Telling(p, kind(what), params(watch, reachable), subject(watch)))
              .toList();
      case WatchEffect.RaiseAlarm _, WatchEffect.OfferSafeCode _, WatchEffect.Refuse _ -> List.of();
    };
  }

  private static Map<String, String> params(Watch watch, Map<PersonRef, Reachable> reachable) {
    Map<String, String> params = new HashMap<>();
    Reachable worker = reachable.get(new PersonRef(watch.organisation(), watch.worker()));
    if (worker != null) {
      params.put("workerName", worker.name());
    }
    params.put("watchId", watch.id().toString());
    params.put("workerId", watch.worker().toString());
    if (watch.state() instanceof WatchState.Running s) {
      params.put("dueAt", s.dueAt().toString());
    }
    return params;
  }

  private static Subject subject(Watch watch) {
    return Subject.ofWatch(watch.id().value());
  }

  private static AlarmKind kind(WatchEffect.Cause cause) {
    return switch (cause) {
      case SIGN_MISSED -> AlarmKind.MISSED_SIGN;
      case HELP_ASKED -> AlarmKind.PANIC;
      case DURESS -> AlarmKind.DURESS;
      case DEPARTURE -> AlarmKind.DEPARTURE;
      case DEVICE -> AlarmKind.DEVICE;
    };
  }

  private static NoticeKind kind(WatchEffect.WorkerNotice what) {
    return switch (what) {
      case NOT_STARTED -> NoticeKind.WORKER_NOT_STARTED;
      case REMINDER -> NoticeKind.WORKER_REMINDER;
      case SIGN_DUE -> NoticeKind.WORKER_SIGN_DUE;
      case SIGN_DUE_PHONE -> NoticeKind.WORKER_SIGN_DUE_PHONE;
      case SIGN_DUE_AFTER_OUTAGE -> NoticeKind.WORKER_SIGN_DUE_AFTER_OUTAGE;
    };
  }

  private static NoticeKind kind(WatchEffect.StandbyNotice what) {
    return switch (what) {
      case NOT_STARTED -> NoticeKind.STANDBY_NOT_STARTED;
      case COULD_NOT_BE_HEARD -> NoticeKind.STANDBY_COULD_NOT_BE_HEARD;
      case WRONG_CODE -> NoticeKind.STANDBY_WRONG_CODE;
    };
  }
}
