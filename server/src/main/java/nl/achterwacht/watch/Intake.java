package nl.achterwacht.watch;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import nl.achterwacht.base.DatabaseAway;

/**
 * Where signs of life come in, and positions by a door of their own, so that they never hold up a
 * sign. Whoever comes while a commit is under way goes with the next one.
 */
public final class Intake implements AutoCloseable {
  // More than two gave no more on two cores; a second one works while the first one commits.
  private static final int SIGNS_AT_ONCE = 2;
  private static final int SIGNS_TOGETHER = 256;
  private static final int POSITIONS_TOGETHER = 1000;

  private final WaitingRoom<Sign, Sign.Result> signs;
  private final WaitingRoom<Whereabouts, Boolean> positions;

  /** Whoever takes in groups, each in one transaction: {@link WatchKeeper}. */
  public interface Taker {
    /** What came of each sign of a group of different watches, in order. */
    List<Sign.Result> takeSigns(List<Sign> group);

    /** Whether the sender of each is proven, in order. */
    List<Boolean> takePositions(List<Whereabouts> group);
  }

  public Intake(Taker taker) {
    signs =
        new WaitingRoom<>(
            "intake",
            new WaitingRoom.Work<>(SIGNS_AT_ONCE, SIGNS_TOGETHER, Sign::watch, taker::takeSigns));
    positions =
        new WaitingRoom<>(
            "positions",
            new WaitingRoom.Work<>(1, POSITIONS_TOGETHER, one -> one, taker::takePositions));
  }

  /**
   * Takes a sign in.
   *
   * @return completed once the sign is on the disk; exceptionally with {@link DatabaseAway} when
   *     that is not known. Cancelling it gives up the chair.
   * @throws DatabaseAway when the waiting room is full
   */
  public CompletableFuture<Sign.Result> take(Sign sign) {
    return signs.take(sign);
  }

  /**
   * Takes in where a phone is, with the same promises.
   *
   * @return whether its sender is proven; nothing is kept of another, nor of a closed watch
   */
  public CompletableFuture<Boolean> take(Whereabouts one) {
    return positions.take(one);
  }

  /** How many signs wait now. */
  public int waiting() {
    return signs.waiting();
  }

  /** Stops; whoever still waits is told that nothing is known. */
  @Override
  public void close() {
    signs.close();
    positions.close();
  }
}
