package nl.achterwacht.notify;

import java.util.List;

/**
 * What {@link NoticeSender} asks before it hands over, one notice at a time and without threads.
 */
public final class SenderSteps {
  private SenderSteps() {}

  /** Whether so much of the lease is left that it may be handed to a provider. */
  public static boolean mayHandOver(NoticeKeeper keeper, Notice claimed) {
    return keeper.holds(List.of(claimed), NoticeSender.LEASE.dividedBy(3));
  }

  /** Whether an answer that could not be written down is worth another try. */
  public static boolean mayStillRecord(NoticeKeeper keeper, Notice claimed) {
    return keeper.holds(List.of(claimed), java.time.Duration.ZERO);
  }
}
