package nl.achterwacht.watch;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.achterwacht.base.Decision;
import nl.achterwacht.base.Tx;
import org.jspecify.annotations.Nullable;

/**
 * Takes in signs of life of many watches together: decided in memory by the same rules as every
 * other act, stored with one statement. Changes watches for the keeper only.
 */
final class SignTaking {
  private final WatchStore store;
  private final SignStore signs = new SignStore();
  private final WatchFollowUp followUp;
  private final WatchListener listener;

  SignTaking(WatchStore store, WatchFollowUp followUp, WatchListener listener) {
    this.store = store;
    this.followUp = followUp;
    this.listener = listener;
  }

  /**
   * Takes at most one sign of each watch. Waits for no row: who holds one, such as an alarm that is
   * being closed, would hold up everybody.
   *
   * @return what came of each, in the order of {@code batch}
   */
  List<Sign.Result> take(Tx tx, List<Sign> batch, Instant now) {
    Map<WatchId, SignStore.Row> rows = new HashMap<>();
    signs.lockFree(tx, batch).forEach(row -> rows.put(row.watch().id(), row));
    Set<WatchId> held =
        signs.known(tx, batch.stream().filter(sign -> !rows.containsKey(sign.watch())).toList());
    List<Sign.Result> results = new ArrayList<>();
    List<SignStore.Change> changes = new ArrayList<>();
    for (Sign sign : batch) {
      SignStore.Row row = rows.get(sign.watch());
      results.add(
          held.contains(sign.watch())
              ? new Sign.Result.Busy()
              : result(tx, sign, row, changes, now));
    }
    save(tx, changes, now);
    return results;
  }

  /** Takes one sign, as soon as its watch is free. */
  Sign.Result takeWaiting(Tx tx, Sign sign, Instant now) {
    List<SignStore.Row> rows = signs.lock(tx, sign);
    List<SignStore.Change> changes = new ArrayList<>();
    Sign.Result result = result(tx, sign, rows.isEmpty() ? null : rows.getFirst(), changes, now);
    save(tx, changes, now);
    return result;
  }

  /** Adds to {@code changes} what the sign changes, if anything. */
  private Sign.Result result(
      Tx tx, Sign sign, SignStore.@Nullable Row row, List<SignStore.Change> changes, Instant now) {
    if (row == null || !isProven(sign, row)) {
      return new Sign.Result.NotProven();
    }
    if (isRepeat(sign, row) || isLateRepeat(tx, sign, row)) {
      return new Sign.Result.Taken(row.watch());
    }
    SignStore.Change change = decided(sign, row, now);
    changes.add(change);
    return new Sign.Result.Taken(change.after());
  }

  private void save(Tx tx, List<SignStore.Change> changes, Instant now) {
    signs.save(tx, changes.stream().filter(SignStore.Change::keepsRunning).toList());
    List<SignStore.Change> others = changes.stream().filter(c -> !c.keepsRunning()).toList();
    signs.remember(tx, others);
    store.saveAll(
        tx, others.stream().map(SignStore.Change::change).filter(WatchChange::changesRow).toList());
    signs.recordPositions(tx, changes, now);
    followUp.onAll(tx, changes.stream().map(SignStore.Change::change).toList(), now);
    if (!changes.isEmpty()) {
      tx.afterCommit(() -> listener.signsTaken(changes.size()));
    }
  }

  private static SignStore.Change decided(Sign sign, SignStore.Row row, Instant now) {
    Watch watch = row.watch();
    var event = new WatchEvent.SignOfLife(sign.madeAt());
    var act =
        new Act(
            event,
            watch.worker(),
            sign.eventId(),
            sign.saidMadeAt(),
            sign.position(),
            sign.batteryPercent(),
            null);
    Decision<WatchState, WatchEffect> decision =
        WatchRules.decide(watch.plan(), watch.state(), event, now);
    return new SignStore.Change(row, sign, new WatchChange(watch, event, act, decision, now));
  }

  private static boolean isProven(Sign sign, SignStore.Row row) {
    return switch (sign.proof()) {
      case Sign.Proof.Session(var person) -> row.watch().worker().equals(person);
      case Sign.Proof.Key(var hash) ->
          row.keyHash() != null && MessageDigest.isEqual(row.keyHash(), hash);
    };
  }

  /** A key that was used twice by mistake must not cost a sign: a later one counts. */
  private static boolean isRepeat(Sign sign, SignStore.Row row) {
    return row.isKnown() && (sign.saidMadeAt() == null || isBehind(sign, row));
  }

  /**
   * A server that stood still comes back with a sign that another has taken long ago: more signs
   * came since than the row remembers. Only a sign from before the last one can be such a repeat.
   */
  private boolean isLateRepeat(Tx tx, Sign sign, SignStore.Row row) {
    return sign.saidMadeAt() != null && isBehind(sign, row) && followUp.isJournalled(tx, sign);
  }

  private static boolean isBehind(Sign sign, SignStore.Row row) {
    @Nullable Instant lastSignAt = row.watch().lastSignAt();
    return lastSignAt != null && !sign.madeAt().isAfter(lastSignAt);
  }
}
