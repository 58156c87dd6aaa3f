package nl.achterwacht.place.lookup;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers of the last while, the least used of them forgotten first. */
final class Remembered {
  private static final int MOST = 500;
  private static final Duration GOOD_FOR = Duration.ofMinutes(10);

  private final Map<String, Kept> answers =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
          return size() > MOST;
        }
      };

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Kept(byte[] answer, Instant at) {}

  synchronized byte @Nullable [] find(String question, Instant now) {
    Kept kept = answers.get(question);
    return kept == null || kept.at().plus(GOOD_FOR).isBefore(now) ? null : kept.answer();
  }

  synchronized void keep(String question, byte[] answer, Instant now) {
    answers.put(question, new Kept(answer, now));
  }
}
