package nl.achterwacht.http.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.achterwacht.watch.Outage;
import org.jspecify.annotations.Nullable;

/** Whether the server is sure that every deadline is looked at; {@code app} knows. */
public interface Assurance {
  /**
   * What is known now.
   *
   * @param watching whether every deadline is looked at
   * @param since since when that is so
   * @param reason why not, in the operator's words; null when it is
   * @param oldestDue age of the oldest due row that nobody handled
   * @param outage the latest outage of our own, if it is of interest still
   */
  record Known(
      boolean watching,
      Instant since,
      @Nullable String reason,
      Duration oldestDue,
      Optional<Outage> outage) {}

  /** Answers at once, also when the database is away. */
  Known now();
}
