package nl.achterwacht.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.achterwacht.alarm.AlarmKeeper;
import nl.achterwacht.base.Database;
import nl.achterwacht.http.api.Assurance;
import nl.achterwacht.watch.Outage;
import nl.achterwacht.watch.Outages;
import nl.achterwacht.watch.WatchKeeper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows how long the oldest due row has been waiting. Looked at in the background, so that whoever
 * asks has an answer at once, also when the database is away: then watching is not assured.
 */
final class DueRows implements Assurance {
  private static final Logger LOG = LoggerFactory.getLogger(DueRows.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
  private static final Duration TOO_LATE = Duration.ofSeconds(15);
  private static final Duration WORTH_A_MOMENT = Duration.ofSeconds(1);
  private static final Duration OF_INTEREST = Duration.ofHours(12);

  private final Database database;
  private final InstantSource clock;
  private final WatchKeeper watches;
  private final AlarmKeeper alarms;
  private final Outages outages = new Outages();
  private final AtomicBoolean looking = new AtomicBoolean();
  private volatile @Nullable Known known;
  private volatile long lookedAt = System.nanoTime();

  DueRows(Database database, InstantSource clock, WatchKeeper watches, AlarmKeeper alarms) {
    this.database = database;
    this.clock = clock;
    this.watches = watches;
    this.alarms = alarms;
  }

  @Override
  public Known now() {
    if (known == null || since(lookedAt).compareTo(LOOK_EVERY) > 0) {
      Thread look = lookInTheBackground();
      if (look != null && (known == null || since(lookedAt).compareTo(TOO_LATE) > 0)) {
        // Nobody asked for a while, so what we know is old: worth a moment, but not the caller's
        // three seconds when the database hangs.
        await(look);
      }
    }
    Known last = known;
    return last == null || since(lookedAt).compareTo(TOO_LATE) > 0 ? away(last) : last;
  }

  /** Null when somebody is looking already. */
  private @Nullable Thread lookInTheBackground() {
    return looking.compareAndSet(false, true)
        ? Thread.ofVirtual().name("due-rows").start(this::lookAndRelease)
        : null;
  }

  private static void await(Thread look) {
    try {
      var _ = look.join(WORTH_A_MOMENT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void lookAndRelease() {
    try {
      look();
    } finally {
      looking.set(false);
    }
  }

  private void look() {
    try {
      Instant now = clock.instant();
      Duration oldest = age(earlier(watches.earliestDue(), alarms.earliestDue()), now);
      Optional<Outage> outage =
          database.inTransaction(tx -> outages.latest(tx, now)).stream()
              .findFirst()
              .filter(o -> o.until().isAfter(now.minus(OF_INTEREST)));
      boolean watching = oldest.compareTo(TOO_LATE) <= 0;
      Known before = known;
      Instant since = before != null && before.watching() == watching ? before.since() : now;
      String reason = watching ? null : "deadlines have waited " + oldest.toSeconds() + " s";
      known = new Known(watching, since, reason, oldest, outage);
      lookedAt = System.nanoTime();
    } catch (RuntimeException e) {
      LOG.debug("nothing known of due rows: {}", e.toString());
    }
  }

  private Known away(@Nullable Known last) {
    Instant now = clock.instant();
    Duration silence = since(lookedAt);
    return new Known(
        false,
        last == null ? now : now.minus(silence),
        "the database is away",
        last == null ? Duration.ZERO : last.oldestDue().plus(silence),
        last == null ? Optional.empty() : last.outage());
  }

  private static Duration age(@Nullable Instant due, Instant now) {
    return due == null || due.isAfter(now) ? Duration.ZERO : Duration.between(due, now);
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }
}
