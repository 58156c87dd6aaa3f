package nl.achterwacht.ha;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.achterwacht.process.Receivers.Arrival;

/**
 * What the books of the leading database, and the phones that were called, say about what the
 * phones were promised.
 *
 * @param signs that were confirmed
 * @param signsLost of these, how many the database does not have
 * @param alarms that had to come
 * @param alarmsLost of these, how many are not in the database, or called nobody
 * @param alarmsDoubled watches with more than one alarm
 * @param falseAlarms watches with an alarm that had to have none
 * @param callsDoubled calls for the same step under two keys, or twice without need
 * @param repeats calls that arrived again under the same key, because the first answer got lost
 * @param latest how long after its time the last call of a silence was first heard
 */
record Verdict(
    int signs,
    int signsLost,
    int alarms,
    int alarmsLost,
    int alarmsDoubled,
    int falseAlarms,
    long callsDoubled,
    int repeats,
    Duration latest) {

  boolean nothingLostOrDoubled() {
    return signsLost == 0
        && alarmsLost == 0
        && alarmsDoubled == 0
        && falseAlarms == 0
        && callsDoubled == 0;
  }

  /**
   * What was promised and heard up to a moment before the books were opened: what came later may
   * rightly be missing in them.
   */
  record Claims(Set<UUID> signs, List<Arrival> arrivals) {}

  /** Judges all that was promised so far; {@code latest} looks only at {@code ofNow}. */
  static Verdict of(
      Claims claims, Collection<Expected> all, Collection<Expected> ofNow, Ledger ledger) {
    Set<UUID> signs = claims.signs();
    List<Arrival> arrivals = claims.arrivals();
    Map<UUID, Long> heard = firstHeard(ledger, arrivals);
    Set<UUID> expected = new HashSet<>();
    all.forEach(e -> expected.add(e.watch()));
    Map<String, Integer> times = new HashMap<>();
    arrivals.forEach(a -> times.merge(a.key(), 1, Integer::sum));
    times.values().removeIf(count -> count < 2);
    long withoutNeed =
        times.keySet().stream().filter(key -> !ledger.keysTriedAgain().contains(key)).count();
    return new Verdict(
        signs.size(),
        (int) signs.stream().filter(sign -> !ledger.signs().contains(sign)).count(),
        expected.size(),
        (int) expected.stream().filter(w -> !isRaisedAndHeard(w, ledger, heard)).count(),
        (int) ledger.alarms().values().stream().filter(count -> count > 1).count(),
        (int) ledger.alarms().keySet().stream().filter(w -> !expected.contains(w)).count(),
        ledger.doubleCalls() + withoutNeed,
        times.size(),
        latest(ofNow, heard));
  }

  private static boolean isRaisedAndHeard(UUID watch, Ledger ledger, Map<UUID, Long> heard) {
    return ledger.alarms().containsKey(watch) && heard.containsKey(watch);
  }

  /** When somebody first heard of each watch. */
  private static Map<UUID, Long> firstHeard(Ledger ledger, List<Arrival> arrivals) {
    Map<UUID, Long> first = new HashMap<>();
    for (Arrival arrival : arrivals) {
      for (UUID watch : ledger.calls().getOrDefault(arrival.key(), Set.of())) {
        first.merge(watch, arrival.nanos(), Math::min);
      }
    }
    return first;
  }

  private static Duration latest(Collection<Expected> ofNow, Map<UUID, Long> heard) {
    long latest = 0;
    for (Expected one : ofNow) {
      Long at = heard.get(one.watch());
      if (one.silence() && at != null) {
        latest = Math.max(latest, at - one.at());
      }
    }
    return Duration.ofNanos(latest);
  }
}
