package nl.achterwacht.visit;

/** What came of moving a visit. */
public sealed interface MoveResult {
  /** It was moved, and its watch with it. */
  record Moved(Visit visit) implements MoveResult {}

  /** It has begun, and perhaps ended: its watch goes by what was agreed then. */
  record Started() implements MoveResult {}

  /** It will not take place. */
  record Cancelled() implements MoveResult {}

  /** Somebody changed it meanwhile; {@code version} is what it is now. */
  record Stale(int version) implements MoveResult {}

  /** No such visit in this organisation. */
  record Unknown() implements MoveResult {}
}
