package nl.achterwacht.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import nl.achterwacht.app.Engine;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.DatabaseClock;

/** The product's engine, wired as the server wires it, and beating so that it knows no outage. */
public final class Ours implements AutoCloseable {
  private static final Duration BEAT_EVERY = Duration.ofSeconds(1);

  private final Database database;
  private final DatabaseClock clock;
  private final Engine engine;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread heart;

  public Ours(BenchDatabase bench) {
    database = bench.database();
    clock = new DatabaseClock(database);
    engine = new Engine(database, clock);
    beat();
    // Filling the tables took longer than an outage of a real server may.
    bench.run("delete from base.outage");
    heart = Thread.ofPlatform().name("heart").start(this::keepBeating);
  }

  public Database database() {
    return database;
  }

  /** The database's time, by which all are measured. */
  public DatabaseClock clock() {
    return clock;
  }

  public Engine engine() {
    return engine;
  }

  /** Returns when the database's clock shows {@code moment}. */
  public void awaitMoment(Instant moment) {
    for (Instant now = clock.instant(); now.isBefore(moment); now = clock.instant()) {
      LockSupport.parkNanos(Duration.between(now, moment).toNanos());
    }
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      heart.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void keepBeating() {
    try {
      while (!closing.await(BEAT_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        beat();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void beat() {
    clock.compare();
    engine.outages().beat(database, clock.instant());
  }
}
