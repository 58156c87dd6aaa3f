package nl.achterwacht.watch;

import static nl.achterwacht.base.Sql.utc;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import nl.achterwacht.base.Database;

/** Erases what may no longer be known: where somebody was, once the watch ended (DESIGN 9). */
public final class WatchJanitor {
  /** Positions of a watch that ended quietly. */
  static final Duration KEEP_QUIET = Duration.ofHours(24);

  /** Positions of a watch that a handler closed, because an alarm was real or looked so. */
  static final Duration KEEP_AFTER_ALARM = Duration.ofDays(90);

  /** Event ids by which a repeated act is known; a phone does not repeat one after so long. */
  static final Duration KEEP_EVENTS = Duration.ofDays(30);

  private static final String ERASE_POSITIONS =
      """
      delete from watch.position p
       using watch.watch w
       where w.organisation_id = p.organisation_id
         and w.id = p.watch_id
         and w.state = 'closed'
         and w.moment_at < case when w.closed_how = 'BY_HANDLER' then :alarmed else :quiet end
      """;

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

  /** Erases everything whose time is up; returns how many positions went. */
  public int sweep() {
    Instant now = clock.instant();
    return database.inTransaction(tx -> {
      tx.sql(FORGET_EVENTS).param("before", utc(now.minus(KEEP_EVENTS))).update();
      return tx.sql(ERASE_POSITIONS)
          .param("quiet", utc(now.minus(KEEP_QUIET)))
          .param("alarmed", utc(now.minus(KEEP_AFTER_ALARM)))
          .update();
    });
  }
}
