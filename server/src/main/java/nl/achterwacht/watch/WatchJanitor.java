package nl.achterwacht.watch;

import static nl.achterwacht.base.Sql.utc;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import nl.achterwacht.base.Database;

/**
 * Forgets by which ids acts were known; what is about people goes by the rules of {@code privacy}.
 */
public final class WatchJanitor {
  /** Event ids by which a repeated act is known; a phone does not repeat one after so long. */
  static final Duration KEEP_EVENTS = Duration.ofDays(30);

  private static final String FORGET_EVENTS =
      """
      delete from watch.event
       where at < :before
      """;

  private final Database database;
  private final InstantSource clock;

  public WatchJanitor(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Forgets those whose time is up; returns how many went. */
  public int sweep() {
    Instant before = clock.instant().minus(KEEP_EVENTS);
    return database.inTransaction(
        tx -> tx.sql(FORGET_EVENTS).param("before", utc(before)).update());
  }
}
