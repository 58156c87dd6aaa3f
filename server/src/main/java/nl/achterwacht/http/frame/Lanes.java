package nl.achterwacht.http.frame;

import java.util.function.Function;
import nl.achterwacht.base.Database;
import org.jspecify.annotations.Nullable;

/**
 * The two ways to the database. Signs, panics and departures have one of their own, so that lists
 * and reports can never keep them waiting.
 */
public record Lanes(Lane usual, Lane urgent) {
  /** A waiting room, and the connections behind it. */
  public record Lane(Patience patience, Database database) {
    <T extends @Nullable Object> T run(Function<Database, T> work) {
      return patience.with(() -> work.apply(database));
    }
  }

  Lane of(Operation operation) {
    return operation.neverRefused() ? urgent : usual;
  }
}
