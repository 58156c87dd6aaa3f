package nl.achterwacht.app;

import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import nl.achterwacht.app.traces.Traces;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.DatabaseClock;
import nl.achterwacht.base.VersionFence;
import nl.achterwacht.notify.Channel;
import nl.achterwacht.notify.NoticeSender;
import nl.achterwacht.notify.NoticeTexts;
import nl.achterwacht.watch.WatchJanitor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/** Everything that happens without anybody asking: beating, waking, sending. */
final class Loops implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Loops.class);
  private static final int BATCH = 500;

  /** The web server of Spring Boot starts, and is drained, in the phases above this one. */
  private static final int BEFORE_THE_WEB_SERVER =
      WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1024;

  /** How often a server says that it is there, and compares its clock with the database's. */
  private static final Duration BEAT_EVERY = Duration.ofSeconds(1);

  private static final Duration SWEEP_EVERY = Duration.ofMinutes(10);
  private static final Duration ODD_CLOCK = Duration.ofSeconds(2);

  /** Through what others see what the loops do. */
  record Seen(EngineMeters meters, Traces traces) {}

  private final Engine engine;
  private final Database database;
  private final DatabaseClock clock;
  private final VersionFence fence;
  private final List<NoticeSender> senders = new ArrayList<>();
  private final List<Loop> loops = new ArrayList<>();
  private volatile boolean running;

  Loops(
      Engine engine,
      Database database,
      DatabaseClock clock,
      NoticeTexts texts,
      List<Channel> channels,
      VersionFence fence,
      Auditor auditor,
      Seen seen) {
    this.engine = engine;
    this.database = database;
    this.clock = clock;
    this.fence = fence;
    addLoop("heart", BEAT_EVERY, this::beat);
    var janitor = new WatchJanitor(database, clock);
    addLoop("janitor", SWEEP_EVERY, () -> !fence.isShut() && janitor.sweep() < 0);
    addLoop("auditor", Auditor.EVERY, () -> !fence.isShut() && auditor.audit() < 0);
    addLoopsThatWake("watches", engine.watches()::wakeDue, engine.watches()::earliestDue, seen);
    addLoopsThatWake("alarms", engine.alarms()::wakeDue, engine.alarms()::earliestDue, seen);
    for (Channel channel : channels) {
      var tally = seen.meters().tally(channel.kind());
      var sender = new NoticeSender(engine.notices(), texts, seen.traces().sending(channel), tally);
      senders.add(sender);
      var due = new AtomicReference<@Nullable Instant>();
      seen.meters().oldestNotice(channel.kind(), () -> age(due.get()));
      loops.add(
          Loop.overRows(
              channel.kind().text(),
              clock,
              unlessShut(sender::sendDue),
              unlessShut(() -> {
                due.set(engine.notices().earliestDue(channel.kind()));
                return due.get();
              })));
    }
  }

  private Duration age(@Nullable Instant due) {
    Instant now = clock.instant();
    return due == null || due.isAfter(now) ? Duration.ZERO : Duration.between(due, now);
  }

  private void addLoop(String name, Duration every, BooleanSupplier step) {
    loops.add(Loop.every(every, name, clock, step));
  }

  private void addLoopsThatWake(
      String what, IntUnaryOperator wakeDue, Supplier<@Nullable Instant> earliestDue, Seen seen) {
    BooleanSupplier step = unlessShut(waking(what, wakeDue, seen));
    Loop first = Loop.overRows(what, clock, step, unlessShut(earliestDue));
    loops.add(first);
    loops.add(Loop.helping(first, what + "-helping", clock, step));
  }

  /** Loops rest once newer servers have taken over. */
  private BooleanSupplier unlessShut(BooleanSupplier step) {
    return () -> !fence.isShut() && step.getAsBoolean();
  }

  private Supplier<@Nullable Instant> unlessShut(Supplier<@Nullable Instant> earliestDue) {
    return () -> fence.isShut() ? null : earliestDue.get();
  }

  private static BooleanSupplier waking(String what, IntUnaryOperator wakeDue, Seen seen) {
    Counter counter = seen.meters().woken(what);
    IntUnaryOperator traced = seen.traces().waking(what, wakeDue);
    return () -> {
      int woken = traced.applyAsInt(BATCH);
      counter.increment(woken);
      return woken == BATCH;
    };
  }

  @Override
  public void start() {
    // Before anything is woken it must be known whether we ourselves were away.
    beat();
    loops.forEach(Loop::start);
    running = true;
  }

  /**
   * Hands everything over to the other servers: claims nothing more, gives back what no provider
   * was asked to take, and waits for the answers to the rest.
   */
  @Override
  public void stop() {
    loops.forEach(Loop::stop);
    loops.forEach(loop -> loop.awaitEnd(Settings.STOPPING));
    senders.forEach(Loops::sendOnceMore);
    senders.forEach(NoticeSender::handBack);
    senders.forEach(NoticeSender::close);
    running = false;
    LOG.info("stopped watching; what is due now is for other servers");
  }

  /**
   * Watches from before the first request until after the last one: also a call for help that comes
   * in while we stop goes out.
   */
  @Override
  public int getPhase() {
    return BEFORE_THE_WEB_SERVER;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** What the last requests queued: perhaps there is no other server. */
  private static void sendOnceMore(NoticeSender sender) {
    try {
      sender.sendDue();
    } catch (RuntimeException e) {
      LOG.warn("nothing more is sent: {}", e.toString());
    }
  }

  private boolean beat() {
    try {
      Duration moved = clock.compare();
      if (moved.abs().compareTo(ODD_CLOCK) > 0) {
        LOG.error("the database's clock moved by {}", moved);
      }
      Instant now = clock.instant();
      engine.outages().beat(database, now);
      database.inTransactionDo(fence::isOpen);
    } catch (RuntimeException e) {
      LOG.warn("no beat this time: {}", e.toString());
    }
    return false;
  }
}
