package nl.achterwacht.notify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import nl.achterwacht.base.DatabaseAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due on one channel: claim and commit, hand over outside any transaction, record. A
 * provider that hangs holds up its own places only, never another channel. In a mass alarm each
 * receiver gets one bundled message; nothing is ever left out or held back.
 */
public final class NoticeSender implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NoticeSender.class);

  /** How many messages of one channel may be with the provider at the same time. */
  static final int PLACES = 64;

  /** How long a provider may take; the lease is longer, so that no second sender overlaps. */
  static final Duration TIME_LIMIT = Duration.ofSeconds(10);

  static final Duration LEASE = Duration.ofSeconds(30);

  private static final int BATCH = 500;

  // Few, so that a crowd of answers leaves connections for waking and for signs.
  private static final int RECORDERS = 4;
  private static final Duration RECORD_AGAIN_AFTER = Duration.ofMillis(500);

  /** Hears what came of notices, once it is recorded. For counting. */
  public interface Tally {
    /**
     * @param outcome {@code accepted}, {@code try-later} or {@code refused}
     * @param notices how many there were in the message
     */
    void add(String outcome, int notices);
  }

  private final NoticeKeeper keeper;
  private final NoticeTexts texts;
  private final Channel channel;
  private final Duration lease;
  private final Tally tally;
  // Fair: who waits longest is called first.
  private final Semaphore places = new Semaphore(PLACES, true);

  private final Semaphore recorders = new Semaphore(RECORDERS, true);

  /** Claimed, but not with the provider yet: each message under the id of its first notice. */
  private final Map<NoticeId, List<Notice>> notHandedOver = new ConcurrentHashMap<>();

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  public NoticeSender(NoticeKeeper keeper, NoticeTexts texts, Channel channel, Tally tally) {
    this(keeper, texts, channel, LEASE, tally);
  }

  /**
   * @param lease after how long a notice is sent again when nothing was recorded about it
   */
  public NoticeSender(NoticeKeeper keeper, NoticeTexts texts, Channel channel, Duration lease) {
    this(keeper, texts, channel, lease, (outcome, notices) -> {});
  }

  private NoticeSender(
      NoticeKeeper keeper, NoticeTexts texts, Channel channel, Duration lease, Tally tally) {
    this.keeper = keeper;
    this.texts = texts;
    this.channel = channel;
    this.lease = lease;
    this.tally = tally;
  }

  /** Claims what is due and begins sending it; true when there may be more at once. */
  public boolean sendDue() {
    if (places.availablePermits() == 0) {
      return false;
    }
    List<Notice> claimed = keeper.claim(channel.kind(), lease, BATCH);
    for (List<Notice> bundle : Bundles.of(claimed)) {
      notHandedOver.put(bundle.getFirst().id(), bundle);
      threads.execute(() -> sendInItsPlace(bundle));
    }
    return claimed.size() == BATCH;
  }

  /**
   * Gives back what is claimed and finds no place with the provider, so that another server sends
   * it at once instead of when our lease has run out.
   */
  public void handBack() {
    if (places.availablePermits() > 0) {
      return;
    }
    List<Notice> ours = new ArrayList<>();
    for (List<Notice> bundle : notHandedOver.values()) {
      if (takeOut(bundle)) {
        ours.addAll(bundle);
      }
    }
    handBack(ours);
  }

  /**
   * Call when nobody claims any more. Ends after what is with the provider was recorded, or its
   * lease is left to run out.
   */
  @Override
  public void close() {
    threads.shutdown();
    long end = System.nanoTime() + TIME_LIMIT.toNanos();
    try {
      do {
        handBack();
      } while (!threads.awaitTermination(50, TimeUnit.MILLISECONDS) && System.nanoTime() - end < 0);
      if (!threads.isTerminated()) {
        LOG.warn(
            "left notices on {} unrecorded; they go out again under the same key", channel.kind());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void sendInItsPlace(List<Notice> bundle) {
    try {
      if (!places.tryAcquire(TIME_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        // The provider hangs on others; another server may have more luck with it.
        if (takeOut(bundle)) {
          handBack(bundle);
        }
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    try {
      if (takeOut(bundle)) {
        record(bundle, answerTo(bundle));
      }
    } finally {
      places.release();
    }
  }

  /** Whoever takes a message out decides what becomes of it: once, and nobody else. */
  private boolean takeOut(List<Notice> bundle) {
    return notHandedOver.remove(bundle.getFirst().id(), bundle);
  }

  private void handBack(List<Notice> notices) {
    try {
      int waiting = keeper.handBack(notices);
      if (waiting > 0) {
        LOG.info("gave back {} notices on {}", waiting, channel.kind());
      }
    } catch (RuntimeException e) {
      LOG.warn("could not give back notices; their leases run out: {}", e.toString());
    }
  }

  /**
   * Writes the answer down, again and again while the lease lasts: what is not written down goes
   * out a second time.
   */
  private void record(List<Notice> bundle, Channel.Answer answer) {
    recorders.acquireUninterruptibly();
    try {
      while (!isRecorded(bundle, answer)
          && keeper.holds(bundle, RECORD_AGAIN_AFTER)
          && !Thread.currentThread().isInterrupted()) {
        LockSupport.parkNanos(RECORD_AGAIN_AFTER.toNanos());
      }
    } finally {
      recorders.release();
    }
  }

  /** False when the database was away, so that it is worth another try. */
  private boolean isRecorded(List<Notice> bundle, Channel.Answer answer) {
    try {
      keeper.record(bundle, answer);
      tally.add(NoticeKeeper.word(answer), bundle.size());
      return true;
    } catch (RuntimeException e) {
      if (DatabaseAway.isCauseOf(e)) {
        LOG.warn("notice {} is not recorded yet: {}", bundle.getFirst().id(), e.toString());
        return false;
      }
      if (bundle.size() > 1) {
        // One that cannot be recorded must not make the others go out again.
        return bundle.stream().filter(one -> !isRecorded(List.of(one), answer)).count() == 0;
      }
      // Nothing is lost: when the lease runs out the notice goes out again under the same key.
      LOG.error("could not record what became of notice {}", bundle.getFirst().id(), e);
      return true;
    }
  }

  private Channel.Answer answerTo(List<Notice> bundle) {
    if (!keeper.holds(bundle, timeLeftAtLeast())) {
      return new Channel.Answer.TryLater("not sent: this server stood still, the lease runs out");
    }
    try {
      return channel.send(texts.message(bundle), TIME_LIMIT);
    } catch (RuntimeException e) {
      LOG.error("channel {} failed on notice {}", channel.kind(), bundle.getFirst().id(), e);
      return new Channel.Answer.TryLater("our own failure: " + e.getClass().getSimpleName());
    }
  }

  /** So much of a lease must be left to begin: what is sent then has its answer before the end. */
  private Duration timeLeftAtLeast() {
    return lease.dividedBy(3);
  }
}
