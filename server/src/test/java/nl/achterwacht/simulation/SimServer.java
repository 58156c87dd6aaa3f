package nl.achterwacht.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import javax.sql.DataSource;
import nl.achterwacht.app.Engine;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.DatabaseAway;
import org.jspecify.annotations.Nullable;

/** One server process: a set of keepers on the shared database, which can die and come back. */
final class SimServer {
  private final CrashingDataSource source;
  private final Database database;
  private final VirtualClock clock;
  private @Nullable Engine engine;
  private Instant backAt = Instant.MAX;

  SimServer(DataSource pool, VirtualClock clock) {
    this.source = new CrashingDataSource(pool);
    this.database = new Database(source);
    this.clock = clock;
    this.engine = new Engine(database, clock);
  }

  boolean isUp() {
    return engine != null;
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

  /** Dies at a commit to come. */
  void willDie(int commits, CrashingDataSource.Where where) {
    source.dieAt(commits, where);
  }

  /** Dies now; nothing that was in memory is left. */
  void dies(Duration away) {
    engine = null;
    backAt = clock.instant().plus(away);
  }

  /** Starts again when its time has come. */
  void maybeComesBack() {
    if (engine == null && !clock.instant().isBefore(backAt)) {
      source.live();
      engine = new Engine(database, clock);
      beat();
    }
  }

  void lives() {
    source.live();
    backAt = clock.instant();
    maybeComesBack();
  }

  void beat() {
    whileAlive(
        () -> {
          engine().outages().beat(database, clock.instant());
          return true;
        },
        false);
  }

  /** Runs {@code work}; when the server dies of it, {@code otherwise}. */
  <T> T whileAlive(Supplier<T> work, T otherwise) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      if (!DatabaseAway.isCauseOf(e)) {
        throw e;
      }
      dies(Duration.ofSeconds(20));
      return otherwise;
    }
  }
}
