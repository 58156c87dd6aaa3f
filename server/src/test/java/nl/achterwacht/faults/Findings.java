package nl.achterwacht.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What the checker found after a fault. {@code docs/reliability.md} defines each word.
 *
 * @param due watches whose silence had to become an alarm
 * @param stale messages sent under their own key after another server's had been taken
 * @param early alarms that nobody's silence justifies, or that were heard before their time
 * @param late alarms heard later than the row allows
 */
record Findings(
    int watches,
    int due,
    List<String> lost,
    List<String> doubled,
    List<String> stale,
    List<String> early,
    List<String> late,
    Duration latest,
    int repeats,
    int signsTaken,
    List<String> signsLost,
    List<String> unfit) {

  // Caught between the last look at the lease and the wire: one for each thread that was running.
  private static final int ON_THE_WIRE = Runtime.getRuntime().availableProcessors();

  /** {@code ok}, or everything that is not. */
  String verdict() {
    List<String> words = new ArrayList<>();
    add(words, "LOST", lost);
    add(words, "DOUBLED", doubled);
    if (stale.size() > ON_THE_WIRE) {
      words.add("STALE");
    }
    add(words, "EARLY", early);
    add(words, "LATE", late);
    add(words, "SIGNS LOST", signsLost);
    add(words, "NOT TOLD", unfit);
    return words.isEmpty() ? "ok" : String.join(", ", words);
  }

  /** Each thing that is not as it should be, in words. */
  List<String> all() {
    List<String> all = new ArrayList<>();
    all.addAll(lost);
    all.addAll(doubled);
    all.addAll(stale);
    all.addAll(early);
    all.addAll(late);
    all.addAll(signsLost);
    all.addAll(unfit);
    return all;
  }

  private static void add(List<String> words, String word, List<String> found) {
    if (!found.isEmpty()) {
      words.add(word);
    }
  }
}
