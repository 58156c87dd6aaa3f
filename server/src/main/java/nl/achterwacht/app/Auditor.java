package nl.achterwacht.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import nl.achterwacht.alarm.AlarmAuditor;
import nl.achterwacht.app.Assured.Objection;
import nl.achterwacht.base.Database;
import nl.achterwacht.watch.WatchAuditor;
import nl.achterwacht.watch.WatchId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the database each minute what the rules promise: every running watch has a wake-up time in
 * time, every open alarm a next step. It repairs nothing; it tells the operator, by an error in the
 * log and by two gauges that are zero as long as all is well, and objects to saying that watching
 * is assured. It counts who is out and what is open while it is there.
 *
 * <p>Where so many are out that reading them all takes long, it does so less often, and asks in
 * between only who waits: reading may take a two-hundredth of the time.
 */
final class Auditor implements Objection {
  static final Duration EVERY = Duration.ofMinutes(1);

  private static final Logger LOG = LoggerFactory.getLogger(Auditor.class);
  private static final Duration LATE = Duration.ofMinutes(1);
  private static final Duration TOO_LONG_AGO = EVERY.multipliedBy(3);
  private static final int AT_MOST = 100;

  /** What reading all watches may cost each minute. */
  private static final Duration WORTH = EVERY.dividedBy(200);

  private final Database database;
  private final InstantSource clock;
  private final WatchAuditor watches = new WatchAuditor();
  private final AlarmAuditor alarms = new AlarmAuditor();
  private final AtomicInteger watchesAstray;
  private final AtomicInteger alarmsAstray;
  private final AtomicLong running;
  private final AtomicLong open;
  private List<WatchId> wrong = List.of();
  private long skip;
  private volatile long auditedAt = System.nanoTime();

  Auditor(Database database, InstantSource clock, MeterRegistry meters) {
    this.database = database;
    this.clock = clock;
    this.watchesAstray = meters.gauge("achterwacht.watches.astray", new AtomicInteger());
    this.alarmsAstray = meters.gauge("achterwacht.alarms.astray", new AtomicInteger());
    this.running = meters.gauge("achterwacht.running.watches", new AtomicLong());
    this.open = meters.gauge("achterwacht.open.alarms", new AtomicLong());
  }

  /** Looks once; returns how many rows nobody looks after. */
  int audit() {
    Instant now = clock.instant();
    Instant late = now.minus(LATE);
    readAllIfWorthIt(now);
    List<WatchId> waiting = database.ask(tx -> watches.waiting(tx, late, AT_MOST));
    int astray =
        tell("watches", Stream.concat(waiting.stream(), wrong.stream()).distinct(), watchesAstray)
            + tell(
                "alarms",
                database.inTransaction(tx -> alarms.astray(tx, late, now, AT_MOST)).stream(),
                alarmsAstray);
    open.set(database.inTransaction(alarms::countOpen));
    auditedAt = System.nanoTime();
    return astray;
  }

  private void readAllIfWorthIt(Instant began) {
    if (skip > 0) {
      skip--;
      return;
    }
    WatchAuditor.Found found = database.ask(tx -> watches.audit(tx, AT_MOST));
    running.set(found.out());
    wrong = found.astray();
    // Who was told that something is wrong wants to know within a minute when it no longer is.
    skip = wrong.isEmpty() ? Duration.between(began, clock.instant()).dividedBy(WORTH) : 0;
  }

  @Override
  public @Nullable String reason() {
    int astray = watchesAstray.get() + alarmsAstray.get();
    if (astray > 0) {
      return astray + " watches or alarms are not looked after in time; the log names them";
    }
    boolean isOld = System.nanoTime() - auditedAt > TOO_LONG_AGO.toNanos();
    return isOld ? "nobody has checked the database for minutes" : null;
  }

  private static int tell(String what, Stream<?> found, AtomicInteger gauge) {
    List<?> astray = found.toList();
    gauge.set(astray.size());
    if (!astray.isEmpty()) {
      LOG.error("nobody looks after these {} in time; call by hand: {}", what, astray);
    }
    return astray.size();
  }
}
