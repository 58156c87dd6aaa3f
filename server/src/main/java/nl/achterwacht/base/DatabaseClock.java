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
  private record Anchor(Instant databaseTime, long nanos) {
    Instant at(long nanosNow) {
      return databaseTime.plusNanos(nanosNow - nanos);
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
    long before = System.nanoTime();
    Instant theirs =
        database.inTransaction(tx ->
            tx.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant());
    long middle = before + (System.nanoTime() - before) / 2;
    Anchor old = anchor.getAndSet(new Anchor(theirs, middle));
    return old == null ? Duration.ZERO : Duration.between(old.at(middle), theirs);
  }
}
