package nl.achterwacht.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.alarm.Alarm;
import nl.achterwacht.alarm.AlarmId;
import nl.achterwacht.alarm.AlarmKeeper;
import nl.achterwacht.alarm.AlarmListener;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.DatabaseAway;
import nl.achterwacht.base.Fence;
import nl.achterwacht.base.Ids;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.watch.WatchEvent.AlarmClosed;
import nl.achterwacht.watch.WatchEvent.Woken;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The only writer of watches. Locks, asks the rules, stores, and queues what follows. */
public final class WatchKeeper implements AlarmListener, Intake.Taker {
  private static final Logger LOG = LoggerFactory.getLogger(WatchKeeper.class);

  private final Database database;
  private final InstantSource clock;
  private final AlarmKeeper alarms;
  private final WatchFollowUp followUp;
  private final Outages outages;
  private final Fence fence;
  private final WatchListener listener;
  private final WatchStore store = new WatchStore();
  private final PlanStore plans = new PlanStore();
  private final WatchNotes notes = new WatchNotes();
  private final WhereaboutsStore whereabouts = new WhereaboutsStore();
  private final SignTaking signs;

  public WatchKeeper(
      Database database,
      InstantSource clock,
      AlarmKeeper alarms,
      WatchFollowUp followUp,
      WatchGuard guard) {
    this.database = database;
    this.clock = clock;
    this.alarms = alarms;
    this.followUp = followUp;
    this.outages = guard.outages();
    this.fence = guard.fence();
    this.listener = guard.listener();
    this.signs = new SignTaking(store, followUp, listener);
  }

  /**
   * Makes a watch for a visit that should start at {@code startBy}; a known id changes nothing.
   *
   * @param by who planned it: the worker, or who plans for others
   */
  public void plan(Tx tx, NewWatch watch, Instant startBy, PersonId by) {
    var state = new WatchState.Planned(watch.leg(), startBy, 0);
    if (store.insert(tx, watch, state, null, null)) {
      followUp.onMade(tx, watch, state, by, null, clock.instant());
    }
  }

  /**
   * Gives a watch that has not begun another plan, trip and start; its wake-up time moves along.
   *
   * @param startBy when it should start
   * @param by who moves it
   * @return refused when it runs already, or is closed: nothing then changed but the journal
   */
  public ActResult replan(
      Tx tx,
      OrganisationId organisation,
      WatchId id,
      WatchPlan plan,
      TripFacts trip,
      Instant startBy,
      PersonId by) {
    Instant now = clock.instant();
    Watch watch = store.lock(tx, organisation, id);
    if (watch == null) {
      return new ActResult.Unknown();
    }
    var event = new WatchEvent.Replanned(startBy);
    var decision = WatchRules.decide(plan, watch.state(), event, now);
    var act = Act.of(event, by, Ids.next());
    WatchEffect.Reason refused = new WatchChange(watch, event, act, decision, now).refusal();
    Watch before = refused == null ? plans.replace(tx, watch, plan, trip) : watch;
    applyAll(tx, List.of(new WatchChange(before, event, act, decision, now)), now);
    return refused == null
        ? new ActResult.Done(found(tx, organisation, id), null)
        : new ActResult.Refused(refused, watch);
  }

  /**
   * Makes a watch that runs at once.
   *
   * @param act its event must be {@link WatchEvent.Started}
   * @param keyHash SHA-256 of the key that proves later signs of the phone
   * @return as {@link #handle}; when the id is known already, what {@code act} does to that watch
   */
  public ActResult start(Tx tx, NewWatch watch, Act act, byte[] keyHash) {
    Instant now = clock.instant();
    if (!(act.event() instanceof WatchEvent.Started started)) {
      throw new IllegalStateException("a watch starts with Started, not " + act.event());
    }
    WatchState.Running state = WatchRules.begin(watch.plan(), started, now);
    Instant startedAt = Trip.earliest(started.madeAt(), now);
    if (!store.insert(tx, watch, state, startedAt, keyHash)) {
      return startKnown(tx, watch, act, keyHash);
    }
    Watch made = found(tx, watch.organisation(), watch.id());
    notes.takeEvent(tx, made, act.eventId(), now);
    recordPosition(tx, made, act, now);
    followUp.onMade(tx, watch, state, act.by(), act, now);
    return new ActResult.Done(made, null);
  }

  /**
   * Takes in what a phone reports. An event id that was taken in before changes nothing and gets
   * the watch as it is now. Signs, panics and departures are never refused (DESIGN 4, promise 6).
   */
  public ActResult handle(Tx tx, OrganisationId organisation, WatchId id, Act act) {
    Instant now = clock.instant();
    Watch watch = store.lock(tx, organisation, id);
    if (watch == null) {
      return new ActResult.Unknown();
    }
    if (!notes.takeEvent(tx, watch, act.eventId(), now)) {
      return new ActResult.Done(watch, null);
    }
    recordPosition(tx, watch, act, now);
    if (act.text() != null) {
      notes.saveWords(tx, watch, act.eventId(), act.text(), now);
    }
    WatchEvent event = withAlarmFacts(tx, watch, act.event());
    WatchChange change =
        new WatchChange(
            watch, event, act, WatchRules.decide(watch.plan(), watch.state(), event, now), now);
    Map<UUID, AlarmId> raised = applyAll(tx, List.of(change), now);
    if (event instanceof WatchEvent.SignOfLife) {
      tx.afterCommit(() -> listener.signsTaken(1));
    }
    WatchEffect.Reason refused = change.refusal();
    Watch after = found(tx, organisation, id);
    if (refused != null) {
      return new ActResult.Refused(refused, after);
    }
    return new ActResult.Done(after, event instanceof WatchEvent.Coded ? null : first(raised));
  }

  /**
   * Takes in signs of life of different watches, of any organisation, in one transaction; returns
   * what came of each, in order, once that is on the disk. An event id that was taken in before
   * changes nothing.
   */
  @Override
  public List<Sign.Result> takeSigns(List<Sign> batch) {
    Instant now = clock.instant();
    return database.inTransaction(tx -> signs.take(tx, batch, now));
  }

  /** Takes in one sign of which {@link #takeSigns} said that its watch was busy: it waits. */
  public Sign.Result takeSign(Tx tx, Sign sign) {
    return signs.takeWaiting(tx, sign, clock.instant());
  }

  /**
   * Stores a one-tap debrief: {@code as-expected}, {@code tense} or {@code incident}.
   *
   * @param words what the worker wrote with it; null when nothing
   */
  public ActResult debrief(
      Tx tx, OrganisationId organisation, WatchId id, String answer, @Nullable String words) {
    Watch watch = store.lock(tx, organisation, id);
    if (watch == null) {
      return new ActResult.Unknown();
    }
    notes.saveDebrief(tx, watch, answer, words);
    return new ActResult.Done(watch, null);
  }

  /**
   * Notes where phones are, of any organisation, in one transaction; nothing is kept of a closed
   * watch.
   *
   * @return of each, in order, whether its sender is proven, once that is on the disk
   */
  @Override
  public List<Boolean> takePositions(List<Whereabouts> batch) {
    Instant now = clock.instant();
    return database.inTransaction(tx -> whereabouts.take(tx, batch, now));
  }

  /**
   * Wakes at most {@code limit} due watches in one transaction; returns how many were due, or 0
   * when they are for newer servers.
   */
  public int wakeDue(int limit) {
    Instant now = clock.instant();
    try {
      return database.inTransaction(tx -> {
        if (!fence.isOpen(tx)) {
          return 0;
        }
        List<Outage> recent = outages.latest(tx, now);
        List<Watch> due = store.claimDue(tx, now, limit);
        wakeAll(tx, due, recent, now);
        return due.size();
      });
    } catch (RuntimeException e) {
      if (DatabaseAway.isCauseOf(e)) {
        throw e;
      }
      // One broken row must not hold up its neighbours: the same rows again, one by one.
      LOG.error("waking watches together failed; now one by one", e);
      return wakeOneByOne(limit, now);
    }
  }

  /** When the next watch must be looked at; null when none runs. */
  public @Nullable Instant earliestDue() {
    return database.ask(store::earliest);
  }

  @Override
  public void closed(Tx tx, Alarm alarm, PersonId by, boolean goesOn, Instant now) {
    UUID watchId = alarm.watchId();
    if (watchId == null) {
      return;
    }
    Watch watch = store.lock(tx, alarm.organisation(), new WatchId(watchId));
    if (watch != null) {
      // Asked now that the watch is ours: two of its alarms may be closed in the same moment.
      boolean othersOpen = alarms.anyOpen(tx, alarm.organisation(), watchId);
      applyAll(tx, List.of(change(watch, new AlarmClosed(by, othersOpen, goesOn), now)), now);
    }
  }

  private ActResult startKnown(Tx tx, NewWatch watch, Act act, byte[] keyHash) {
    ActResult result = handle(tx, watch.organisation(), watch.id(), act);
    if (result instanceof ActResult.Done(Watch started, _) && started.worker().equals(act.by())) {
      // A planned watch has no key yet; a repeated start gets a new one, as the first may be lost.
      notes.setKey(tx, started, keyHash);
    }
    return result;
  }

  private int wakeOneByOne(int limit, Instant now) {
    List<WatchStore.Due> due = database.inTransaction(tx -> store.dueIds(tx, now, limit));
    for (WatchStore.Due one : due) {
      wakeOrFailSafe(one, now);
    }
    return due.size();
  }

  private void wakeOrFailSafe(WatchStore.Due due, Instant now) {
    try {
      database.inTransactionDo(tx -> wakeOne(tx, due, now));
    } catch (RuntimeException e) {
      if (DatabaseAway.isCauseOf(e)) {
        throw e;
      }
      LOG.error("watch {} could not be woken; its last resort is called", due.id(), e);
      failSafe(due, now);
    }
  }

  private void failSafe(WatchStore.Due due, Instant now) {
    try {
      database.inTransactionDo(tx -> failSafe(tx, due, now));
    } catch (RuntimeException e) {
      if (DatabaseAway.isCauseOf(e)) {
        throw e;
      }
      // The rows behind it must have their turn; this one stays due.
      LOG.error("even the last resort of watch {} failed", due.id(), e);
    }
  }

  /** Calls the last resort, and lets the row wait a little; it stays due. */
  private void failSafe(Tx tx, WatchStore.Due due, Instant now) {
    WatchStore.Stuck stuck = fence.isOpen(tx) ? store.claimStuck(tx, due, now) : null;
    if (stuck == null) {
      return;
    }
    tx.attempt("watch " + due.id() + " cannot even wait", () -> store.failed(tx, due, now));
    tx.attempt("nobody can be told of watch " + due.id(), () -> followUp.failSafe(tx, stuck, now));
  }

  private void wakeOne(Tx tx, WatchStore.Due due, Instant now) {
    if (!fence.isOpen(tx)) {
      return;
    }
    List<Outage> recent = outages.latest(tx, now);
    Watch watch = store.claimOne(tx, due, now);
    if (watch != null) {
      wakeAll(tx, List.of(watch), recent, now);
    }
  }

  private void wakeAll(Tx tx, List<Watch> due, List<Outage> recent, Instant now) {
    var event = new Woken(recent);
    // Claimed by wake-up time, which is not always the order of the deadlines.
    Comparator<Watch> longestOverdueFirst =
        Comparator.comparing(watch -> watch.state().fellDueAt().orElse(now));
    List<WatchChange> changes =
        due.stream().sorted(longestOverdueFirst).map(w -> change(w, event, now)).toList();
    Map<UUID, AlarmId> raised = applyAll(tx, changes, now);
    tx.afterCommit(() -> tellLateness(changes, raised));
  }

  private void tellLateness(List<WatchChange> changes, Map<UUID, AlarmId> raised) {
    Instant committed = clock.instant();
    for (WatchChange change : changes) {
      Instant wasDue = change.alarmWasDueAt();
      AlarmId alarm = WatchFollowUp.alarmOf(change, raised);
      if (wasDue != null && alarm != null) {
        Duration late = Duration.between(wasDue, committed);
        listener.alarmRaised(change.before().organisation(), alarm, late);
      }
    }
  }

  /** The only way a watch changes: locked rows, decided in memory, stored with one statement. */
  private Map<UUID, AlarmId> applyAll(Tx tx, List<WatchChange> changes, Instant now) {
    List<WatchChange> stored = new ArrayList<>();
    for (WatchChange change : changes) {
      if (change.changesRow() || change.act() == null) {
        stored.add(change);
      }
    }
    store.saveAll(tx, stored);
    return followUp.onAll(tx, changes, now);
  }

  private static WatchChange change(Watch watch, WatchEvent event, Instant now) {
    return new WatchChange(
        watch, event, null, WatchRules.decide(watch.plan(), watch.state(), event, now), now);
  }

  /** A code needs to know whether the open alarms would yield to it, so that a mask fits. */
  private WatchEvent withAlarmFacts(Tx tx, Watch watch, WatchEvent event) {
    return event instanceof WatchEvent.Coded coded && watch.state() instanceof WatchState.Alarmed
        ? coded.withAlarmYields(alarms.wouldYield(tx, watch.organisation(), watch.id().value()))
        : event;
  }

  private static @Nullable UUID first(Map<UUID, AlarmId> raised) {
    return raised.values().stream().findFirst().map(AlarmId::value).orElse(null);
  }

  private void recordPosition(Tx tx, Watch watch, Act act, Instant now) {
    if (act.position() != null && !(watch.state() instanceof WatchState.Closed)) {
      notes.recordPosition(tx, watch, act.position(), now);
    }
  }

  private Watch found(Tx tx, OrganisationId organisation, WatchId id) {
    Watch watch = store.find(tx, organisation, id);
    if (watch == null) {
      throw new IllegalStateException("watch " + id + " is gone");
    }
    return watch;
  }
}
