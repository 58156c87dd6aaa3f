package nl.achterwacht.alarm;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.DatabaseAway;
import nl.achterwacht.base.Decision;
import nl.achterwacht.base.Fence;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.PersonRef;
import nl.achterwacht.base.TeamRef;
import nl.achterwacht.base.Tx;
import nl.achterwacht.notify.NoticeListener;
import nl.achterwacht.people.Ladder;
import nl.achterwacht.people.Roster;
import nl.achterwacht.people.RosterReader;
import nl.achterwacht.people.RosterReader.LadderKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The only writer of alarms. Locks, asks the rules, stores, and queues what follows. */
public final class AlarmKeeper implements NoticeListener {
  private static final Logger LOG = LoggerFactory.getLogger(AlarmKeeper.class);

  private final Database database;
  private final InstantSource clock;
  private final RosterReader rosters;
  private final AlarmFollowUp followUp;
  private final Fence fence;
  private final AlarmStore store = new AlarmStore();
  private final StuckStore stuckStore = new StuckStore();

  public AlarmKeeper(
      Database database,
      InstantSource clock,
      RosterReader rosters,
      AlarmFollowUp followUp,
      Fence fence) {
    this.database = database;
    this.clock = clock;
    this.rosters = rosters;
    this.followUp = followUp;
    this.fence = fence;
  }

  /**
   * Raises alarms, each with its ladder's first step already being called when this commits. A
   * press on a watch for which the same kind is being called already joins that alarm; a cause that
   * raised an alarm before raises none.
   *
   * @return per cause the alarm that stands for it; causes that were known before are left out
   */
  public Map<UUID, AlarmId> raiseAll(Tx tx, List<NewAlarm> wanted, Instant now) {
    Map<UUID, AlarmId> raised = new HashMap<>();
    List<NewAlarm> fresh = joinThoseBeingCalled(tx, wanted, raised, now);
    if (fresh.isEmpty()) {
      return raised;
    }
    Map<LadderKey, Ladder> ladders =
        rosters.ladders(tx, fresh.stream().map(AlarmKeeper::key).toList());
    List<PersonRef> named = new ArrayList<>();
    for (NewAlarm one : fresh) {
      named.addAll(people(one.organisation(), ladders.get(key(one))));
      if (one.worker() != null) {
        named.add(new PersonRef(one.organisation(), one.worker()));
      }
    }
    Roster roster = rosters.roster(tx, fresh.stream().map(n -> key(n).team()).toList(), named, now);
    Map<TeamRef, Duration> promises =
        rosters.promises(tx, fresh.stream().map(n -> key(n).team()).toList());
    List<Alarm> alarms = new ArrayList<>();
    Map<AlarmId, Decision<AlarmState, AlarmEffect>> decisions = new HashMap<>();
    for (NewAlarm one : fresh) {
      Alarm alarm = opened(one, ladders.get(key(one)), promises, roster, decisions, now);
      alarms.add(alarm);
    }
    Set<UUID> inserted =
        store.insert(tx, alarms, fresh.stream().map(NewAlarm::causeId).toList(), now);
    List<AlarmChange> changes = new ArrayList<>();
    for (int i = 0; i < alarms.size(); i++) {
      Alarm alarm = alarms.get(i);
      if (inserted.contains(alarm.id().value())) {
        raised.put(fresh.get(i).causeId(), alarm.id());
        changes.add(AlarmChange.opened(alarm, decisions.get(alarm.id()), fresh.get(i).causeId()));
      }
    }
    followUp.onAll(tx, changes, roster, now);
    return raised;
  }

  /** Something a person did about an alarm of their organisation. */
  public ActResult handle(Tx tx, OrganisationId organisation, AlarmId id, Act act) {
    Instant now = clock.instant();
    Alarm alarm = store.lock(tx, organisation, id);
    if (alarm == null) {
      return new ActResult.Unknown();
    }
    List<AlarmChange> changes = applyAll(tx, List.of(alarm), act.event(), act, now);
    AlarmChange change = changes.getFirst();
    for (AlarmEffect effect : change.decision().effects()) {
      if (effect instanceof AlarmEffect.Refuse(AlarmEffect.Reason reason)) {
        return new ActResult.Refused(reason, alarm);
      }
    }
    if (change.decision().next() instanceof AlarmState.Closed) {
      store.saveClosingWords(tx, alarm, act.cause(), act.text());
    }
    return new ActResult.Done(change.after());
  }

  /**
   * The safe code of the worker of this watch, for all its open alarms; the rules say which yield.
   */
  public void offerSafeCode(
      Tx tx, OrganisationId organisation, UUID watchId, Act act, Instant now) {
    List<Alarm> open = store.lockOpen(tx, List.of(organisation), List.of(watchId));
    applyAll(tx, open, act.event(), act, now);
  }

  /** Whether every open alarm of this watch would be closed by the worker's safe code now. */
  public boolean wouldYield(Tx tx, OrganisationId organisation, UUID watchId) {
    List<Alarm> open = store.lockOpen(tx, List.of(organisation), List.of(watchId));
    return open.stream().allMatch(a -> AlarmRules.yieldsToSafeCode(a.kind(), a.state()));
  }

  /** Whether an alarm of this watch is open, as far as committed or done by {@code tx} itself. */
  public boolean anyOpen(Tx tx, OrganisationId organisation, UUID watchId) {
    return store.anyOpen(tx, organisation, watchId);
  }

  /**
   * Wakes at most {@code limit} due alarms in one transaction; returns how many were due, or 0 when
   * they are for newer servers.
   */
  public int wakeDue(int limit) {
    Instant now = clock.instant();
    try {
      return database.inTransaction(tx -> {
        if (!fence.isOpen(tx)) {
          return 0;
        }
        List<Alarm> due = store.claimDue(tx, now, limit);
        applyAll(tx, due, new AlarmEvent.Woken(), null, now);
        return due.size();
      });
    } catch (RuntimeException e) {
      if (DatabaseAway.isCauseOf(e)) {
        throw e;
      }
      LOG.error("waking alarms together failed; now one by one", e);
      return wakeOneByOne(limit, now);
    }
  }

  /** When the next alarm goes on by itself; null when none is open. */
  public @Nullable Instant earliestDue() {
    return database.ask(store::earliest);
  }

  @Override
  public void stepUnreachable(
      Tx tx, OrganisationId organisation, UUID alarmId, int step, int round) {
    Alarm alarm = store.lock(tx, organisation, new AlarmId(alarmId));
    if (alarm != null) {
      applyAll(
          tx, List.of(alarm), new AlarmEvent.StepUnreachable(step, round), null, clock.instant());
    }
  }

  private int wakeOneByOne(int limit, Instant now) {
    List<AlarmStore.Due> due = database.inTransaction(tx -> store.dueIds(tx, now, limit));
    for (AlarmStore.Due one : due) {
      wakeOrFailSafe(one, now);
    }
    return due.size();
  }

  private void wakeOrFailSafe(AlarmStore.Due due, Instant now) {
    try {
      database.inTransactionDo(tx -> wakeOne(tx, due, now));
    } catch (RuntimeException e) {
      if (DatabaseAway.isCauseOf(e)) {
        throw e;
      }
      LOG.error("alarm {} could not be woken; its last resort is called", due.id(), e);
      failSafe(due, now);
    }
  }

  private void failSafe(AlarmStore.Due due, Instant now) {
    try {
      database.inTransactionDo(tx -> failSafe(tx, due, now));
    } catch (RuntimeException e) {
      if (DatabaseAway.isCauseOf(e)) {
        throw e;
      }
      // The rows behind it must have their turn; this one stays due.
      LOG.error("even the last resort of alarm {} failed", due.id(), e);
    }
  }

  private void wakeOne(Tx tx, AlarmStore.Due due, Instant now) {
    Alarm alarm = fence.isOpen(tx) ? store.claimOne(tx, due, now) : null;
    if (alarm != null) {
      applyAll(tx, List.of(alarm), new AlarmEvent.Woken(), null, now);
    }
  }

  /** Calls the last resort, and lets the row wait a little; it stays due. */
  private void failSafe(Tx tx, AlarmStore.Due due, Instant now) {
    StuckStore.Stuck stuck = fence.isOpen(tx) ? stuckStore.claimStuck(tx, due, now) : null;
    if (stuck == null) {
      return;
    }
    tx.attempt("alarm " + due.id() + " cannot even wait", () -> stuckStore.failed(tx, due, now));
    tx.attempt("nobody can be told of alarm " + due.id(), () -> followUp.failSafe(tx, stuck, now));
  }

  /** The only way an alarm changes: locked rows, decided in memory, stored with one statement. */
  private List<AlarmChange> applyAll(
      Tx tx, List<Alarm> locked, AlarmEvent event, @Nullable Act act, Instant now) {
    if (locked.isEmpty()) {
      return List.of();
    }
    Roster roster = rosterFor(tx, locked, now);
    List<AlarmChange> changes = new ArrayList<>();
    for (Alarm alarm : locked) {
      changes.add(
          AlarmChange.of(
              alarm,
              event,
              act,
              AlarmRules.decide(
                  alarm.plan(),
                  alarm.state(),
                  event,
                  staffing(alarm.teamRef(), alarm.ladder(), alarm.worker(), roster),
                  now)));
    }
    store.saveAll(
        tx,
        changes.stream()
            .filter(AlarmChange::changesState)
            .map(c -> new AlarmStore.Change(c.before(), c.decision().next()))
            .toList());
    followUp.onAll(tx, changes, roster, now);
    return changes;
  }

  private List<NewAlarm> joinThoseBeingCalled(
      Tx tx, List<NewAlarm> wanted, Map<UUID, AlarmId> raised, Instant now) {
    List<NewAlarm> pressed = wanted.stream().filter(n -> n.watchId() != null).toList();
    if (pressed.isEmpty()) {
      return wanted;
    }
    List<Alarm> open =
        store.lockOpen(
            tx,
            pressed.stream().map(NewAlarm::organisation).toList(),
            pressed.stream().map(NewAlarm::watchId).toList());
    List<NewAlarm> fresh = new ArrayList<>();
    for (NewAlarm one : wanted) {
      Alarm same = sameBeingCalled(one, open);
      if (same == null) {
        fresh.add(one);
      } else {
        raised.put(one.causeId(), same.id());
        applyAll(tx, List.of(same), new AlarmEvent.RaisedAgain(), null, now);
      }
    }
    return fresh;
  }

  private static @Nullable Alarm sameBeingCalled(NewAlarm wanted, List<Alarm> open) {
    for (Alarm alarm : open) {
      if (alarm.organisation().equals(wanted.organisation())
          && alarm.kind() == wanted.kind()
          && alarm.silent() == wanted.silent()
          && wanted.watchId() != null
          && wanted.watchId().equals(alarm.watchId())
          && alarm.state() instanceof AlarmState.Calling) {
        return alarm;
      }
    }
    return null;
  }

  private static Alarm opened(
      NewAlarm n,
      @Nullable Ladder ladder,
      Map<TeamRef, Duration> promises,
      Roster roster,
      Map<AlarmId, Decision<AlarmState, AlarmEffect>> decisions,
      Instant now) {
    Duration promise = promises.get(key(n).team());
    if (ladder == null || promise == null) {
      throw new IllegalStateException("no ladder or no such team: " + n.team());
    }
    AlarmId id = AlarmId.next();
    var plan =
        new AlarmPlan(
            n.kind(),
            n.silent(),
            n.worker(),
            ladder.steps().stream().map(Ladder.Step::toNext).toList(),
            promise);
    var decision = AlarmRules.open(plan, staffing(key(n).team(), ladder, n.worker(), roster), now);
    decisions.put(id, decision);
    return new Alarm(
        n.organisation(),
        id,
        n.kind(),
        n.silent(),
        n.watchId(),
        n.worker(),
        n.team(),
        ladder,
        promise,
        n.raisedAt(),
        now,
        n.placeJson(),
        decision.next(),
        0);
  }

  private Roster rosterFor(Tx tx, List<Alarm> alarms, Instant now) {
    List<PersonRef> named = new ArrayList<>();
    for (Alarm alarm : alarms) {
      named.addAll(people(alarm.organisation(), alarm.ladder()));
      if (alarm.worker() != null) {
        named.add(new PersonRef(alarm.organisation(), alarm.worker()));
      }
    }
    return rosters.roster(tx, alarms.stream().map(Alarm::teamRef).toList(), named, now);
  }

  private static AlarmRules.Staffing staffing(
      TeamRef team, Ladder ladder, @Nullable PersonId worker, Roster roster) {
    return step -> !roster.peopleOf(team, ladder.steps().get(step), worker).isEmpty();
  }

  private static List<PersonRef> people(OrganisationId organisation, @Nullable Ladder ladder) {
    if (ladder == null) {
      return List.of();
    }
    return ladder.steps().stream()
        .flatMap(s -> s.personIds().stream())
        .map(p -> new PersonRef(organisation, new PersonId(p)))
        .toList();
  }

  private static LadderKey key(NewAlarm n) {
    return new LadderKey(new TeamRef(n.organisation(), n.team()), n.kind().text());
  }
}
