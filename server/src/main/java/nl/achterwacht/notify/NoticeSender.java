package nl.achterwacht.notify;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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

  private final NoticeKeeper keeper;
  private final NoticeTexts texts;
  private final Channel channel;
  private final Duration lease;
  // Fair: who waits longest is called first.
  private final Semaphore places = new Semaphore(PLACES, true);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  public NoticeSender(NoticeKeeper keeper, NoticeTexts texts, Channel channel) {
    this(keeper, texts, channel, LEASE);
  }

  /**
   * @param lease after how long a notice is sent again when nothing was recorded about it
   */
  public NoticeSender(NoticeKeeper keeper, NoticeTexts texts, Channel channel, Duration lease) {
    this.keeper = keeper;
    this.texts = texts;
    this.channel = channel;
    this.lease = lease;
  }

  /** Claims what is due and begins sending it; true when there may be more at once. */
  public boolean sendDue() {
    if (places.availablePermits() == 0) {
      return false;
    }
    List<Notice> claimed = keeper.claim(channel.kind(), lease, BATCH);
    for (List<Notice> bundle : Bundles.of(claimed)) {
      threads.execute(() -> sendInItsPlace(bundle));
    }
    return claimed.size() == BATCH;
  }

  /** Ends after what is with the provider was recorded, or its lease is left to run out. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(TIME_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
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
        // The provider hangs on others. When our lease runs out, these are claimed again.
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    try {
      record(bundle, answerTo(bundle));
    } finally {
      places.release();
    }
  }

  private void record(List<Notice> bundle, Channel.Answer answer) {
    try {
      keeper.record(bundle, answer);
    } catch (RuntimeException e) {
      if (bundle.size() > 1 && !DatabaseAway.isCauseOf(e)) {
        // One that cannot be recorded must not make the others go out again.
        bundle.forEach(notice -> record(List.of(notice), answer));
        return;
      }
      // Nothing is lost: when the lease runs out the notice goes out again under the same key.
      LOG.error("could not record what became of notice {}", bundle.getFirst().id(), e);
    }
  }

  private Channel.Answer answerTo(List<Notice> bundle) {
    try {
      return channel.send(texts.message(bundle), TIME_LIMIT);
    } catch (RuntimeException e) {
      LOG.error("channel {} failed on notice {}", channel.kind(), bundle.getFirst().id(), e);
      return new Channel.Answer.TryLater("our own failure: " + e.getClass().getSimpleName());
    }
  }
}
