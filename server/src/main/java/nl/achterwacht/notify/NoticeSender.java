package nl.achterwacht.notify;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due on one channel: claim and commit, hand over outside any transaction, record. A
 * provider that hangs holds up its own places only, never another channel.
 */
public final class NoticeSender implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NoticeSender.class);

  /** How many notices of one channel may be with the provider at the same time. */
  static final int PLACES = 64;

  /** How long a provider may take; the lease is longer, so that no second sender overlaps. */
  static final Duration TIME_LIMIT = Duration.ofSeconds(10);

  static final Duration LEASE = Duration.ofSeconds(30);

  private final NoticeKeeper keeper;
  private final NoticeTexts texts;
  private final Channel channel;
  private final Semaphore places = new Semaphore(PLACES);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  public NoticeSender(NoticeKeeper keeper, NoticeTexts texts, Channel channel) {
    this.keeper = keeper;
    this.texts = texts;
    this.channel = channel;
  }

  /** Claims what is due and begins sending it; true when there may be more at once. */
  public boolean sendDue() {
    int free = places.drainPermits();
    if (free == 0) {
      return false;
    }
    List<Notice> claimed = List.of();
    try {
      claimed = keeper.claim(channel.kind(), LEASE, free);
    } finally {
      places.release(free - claimed.size());
    }
    for (Notice notice : claimed) {
      threads.execute(() -> sendInItsPlace(notice));
    }
    return claimed.size() == free;
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

  private void sendInItsPlace(Notice notice) {
    try {
      keeper.record(notice, answerTo(notice));
    } catch (RuntimeException e) {
      // Nothing is lost: when the lease runs out the notice goes out again under the same key.
      LOG.error("could not record what became of notice {}", notice.id(), e);
    } finally {
      places.release();
    }
  }

  private Channel.Answer answerTo(Notice notice) {
    try {
      return channel.send(texts.message(notice), TIME_LIMIT);
    } catch (RuntimeException e) {
      LOG.error("channel {} failed on notice {}", channel.kind(), notice.id(), e);
      return new Channel.Answer.TryLater("our own failure: " + e.getClass().getSimpleName());
    }
  }
}
