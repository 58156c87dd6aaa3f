package nl.achterwacht.ha;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the phones saw, and nothing else. Moments are of {@link System#nanoTime}. */
final class History {
  private static final int EXAMPLES = 5;

  private final Set<UUID> confirmedSigns = ConcurrentHashMap.newKeySet();
  private final Collection<Answer> answers = new ConcurrentLinkedQueue<>();

  /** What an answer means to a phone. */
  enum Meaning {
    /** The server has it. */
    CONFIRMED,
    /** It has not, and says what to do instead. */
    TOLD,
    /** Anything else, also no answer: the phone cannot know what to do. */
    PUZZLING
  }

  /** One answer to one request; {@code text} says what it was when it is puzzling. */
  record Answer(long sent, long answered, Meaning meaning, String text) {
    Duration took() {
      return Duration.ofNanos(answered - sent);
    }
  }

  void add(Answer answer) {
    answers.add(answer);
  }

  /** The phone was told that the server has this sign of life. */
  void confirmed(UUID sign) {
    confirmedSigns.add(sign);
  }

  Set<UUID> confirmedSigns() {
    return Set.copyOf(confirmedSigns);
  }

  boolean anyConfirmedSince(long moment) {
    return answers.stream()
        .anyMatch(a -> a.meaning() == Meaning.CONFIRMED && a.answered() > moment);
  }

  /** The longest time between two confirmed acts, of which the second came in this span. */
  Duration longestSilence(long from, long until) {
    var moments = new TreeSet<Long>();
    answers.stream()
        .filter(a -> a.meaning() == Meaning.CONFIRMED)
        .forEach(a -> moments.add(a.answered()));
    long longest = 0;
    for (long moment : moments.subSet(from, until)) {
      Long before = moments.lower(moment);
      longest = Math.max(longest, before == null ? 0 : moment - before);
    }
    return Duration.ofNanos(longest);
  }

  /** The longest that a phone waited for any answer to what it sent in this span. */
  Duration slowest(long from, long until) {
    return answers.stream()
        .filter(a -> a.sent() >= from && a.sent() <= until)
        .map(Answer::took)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  long count(Meaning meaning) {
    return answers.stream().filter(a -> a.meaning() == meaning).count();
  }

  List<String> examplesOfPuzzling() {
    return answers.stream()
        .filter(a -> a.meaning() == Meaning.PUZZLING)
        .map(Answer::text)
        .distinct()
        .limit(EXAMPLES)
        .toList();
  }
}
