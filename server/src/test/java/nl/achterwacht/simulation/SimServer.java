package nl.achterwacht.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import javax.sql.DataSource;
import nl.achterwacht.app.Engine;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.DatabaseAway;
import org.jspecify.annotations.Nullable;

/**
 * One server process: a set of keepers on the shared database, which can die and come back, or
 * stand still and go on. Its clock is the database's as it last compared it.
 */
final class SimServer {
  private final CrashingDataSource source;
  private final Database database;
  private final InstantSource time;
  private final SteppedClock clock;
  private final Heart heart;
  private @Nullable Engine engine;
  private Duration ahead = Duration.ZERO;
  private Instant backAt = Instant.MAX;
  private Instant stillUntil = Instant.MIN;

  /**
   * @param time as it really passes
   * @param clock the database's
   */
  SimServer(DataSource pool, InstantSource time, SteppedClock clock, Heart heart) {
    this.source = new CrashingDataSource(pool);
    this.database = new Database(source);
    this.time = time;
    this.clock = clock;
    this.heart = heart;
    this.engine = new Engine(database, this::now);
  }

  /** What this server takes for the database's time. */
  Instant now() {
    return time.instant().plus(ahead);
  }

  /** Whether somebody who asks it something gets an answer, be it that the database is away. */
  boolean isUp() {
    return engine != null && !time.instant().isBefore(stillUntil);
  }

  /** Whether what it knew is gone. */
  boolean isDead() {
    return engine == null;
  }

  Engine engine() {
    if (engine == null) {
      throw new IllegalStateException("this server is down");
    }
    return engine;
  }

  Database database() {
    return database;
  }

  CrashingDataSource source() {
    return source;
  }

  /** Dies at a commit to come. */
  void willDie(int commits, CrashingDataSource.Where where) {
    source.dieAt(commits, where);
  }

  /** Dies now; nothing that was in memory is left. */
  void dies(Duration away) {
    engine = null;
    backAt = time.instant().plus(away);
  }

  /** Stands still for so long, as a machine that is out of breath; it forgets nothing. */
  void standsStill(Duration until) {
    stillUntil = time.instant().plus(until);
  }

  /** Starts again when its time has come. */
  void maybeComesBack() {
    boolean canStart = engine == null && !source.isDatabaseAway();
    if (canStart && !time.instant().isBefore(backAt)) {
      source.live();
      engine = new Engine(database, this::now);
      beat();
    }
  }

  void lives() {
    source.live();
    source.become(CrashingDataSource.Reach.THERE);
    backAt = time.instant();
    stillUntil = Instant.MIN;
    maybeComesBack();
  }

  /** Compares its clock with the database's, and says that it is there. */
  void beat() {
    if (!source.isDatabaseAway()) {
      ahead = clock.ahead();
    }
    beatWithoutComparing();
  }

  /** The clock was set since it last compared. */
  void beatWithoutComparing() {
    heart.mayBeat(now());
    whileAlive(
        () -> {
          engine().outages().beat(database, now());
          return true;
        },
        false);
  }

  /** Runs {@code work}; when it fails for want of the database, {@code otherwise}. */
  <T> T whileAlive(Supplier<T> work, T otherwise) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      if (!DatabaseAway.isCauseOf(e)) {
        throw e;
      }
      lostTheDatabase(Duration.ofSeconds(20));
      return otherwise;
    }
  }

  /** A commit or a connection failed: it died of that, unless it is the database that is away. */
  void lostTheDatabase(Duration away) {
    if (!source.isDatabaseAway()) {
      dies(away);
    }
  }
}
