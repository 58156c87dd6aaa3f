package nl.achterwacht.base;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The clock of production: the database's time, carried forward by this process's monotonic clock.
 * A wall clock that jumps on one server therefore changes nothing. Call {@link #compare} every few
 * seconds.
 */
public final class DatabaseClock implements InstantSource {
  /** What the database's time was at a moment of the monotonic clock. */
  record Anchor(Instant databaseTime, long nanos) {
    Instant at(long nanosNow) {
      return databaseTime.plusNanos(nanosNow - nanos);
    }

    /**
     * Moves no further than an answer proves. The database told {@code theirs} at some moment
     * between asking and hearing, and nobody knows which: a server may have stood still for a
     * minute before or after it. A clock that guessed would be ahead, and alarms be early.
     */
    Anchor corrected(Instant theirs, long asked, long heard) {
      if (at(heard).isBefore(theirs)) {
        return new Anchor(theirs, heard);
      }
      return at(asked).isAfter(theirs) ? new Anchor(theirs, asked) : this;
    }
  }

  private final Database database;
  private final AtomicReference<@Nullable Anchor> anchor = new AtomicReference<>();

  public DatabaseClock(Database database) {
    this.database = database;
  }

  /** The database's time now, as far as this process knows; asks the database the first time. */
  @Override
  public Instant instant() {
    Anchor known = anchor.get();
    if (known == null) {
      compare();
      known = anchor.get();
    }
    if (known == null) {
      throw new IllegalStateException("the database's time is not known yet");
    }
    // The database keeps microseconds; a finer moment would not be equal to itself when read back.
    return known.at(System.nanoTime()).truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Asks the database for its time and follows it.
   *
   * @return how far the database's clock had moved away from what we thought; positive when ahead
   */
  public Duration compare() {
    long asked = System.nanoTime();
    Instant theirs =
        database.inTransaction(tx ->
            tx.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant());
    long heard = System.nanoTime();
    Anchor old = anchor.get();
    // The first time the latest moment it can have been: rather a little late than early.
    Anchor next = old == null ? new Anchor(theirs, heard) : old.corrected(theirs, asked, heard);
    anchor.set(next);
    return old == null ? Duration.ZERO : Duration.between(old.at(heard), next.at(heard));
  }
}
