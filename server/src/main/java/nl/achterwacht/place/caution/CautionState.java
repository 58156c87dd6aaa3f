package nl.achterwacht.place.caution;

import java.time.Instant;
import java.util.Optional;
import nl.achterwacht.base.PersonId;
import org.jspecify.annotations.Nullable;

/** Where a caution stands. Only one in force is shown to visitors; none is without an end. */
public sealed interface CautionState {
  /** Nobody confirmed it yet. It lapses at {@code endsAt}. */
  record Proposed(Instant endsAt) implements CautionState {}

  /**
   * It warns visitors, until {@code endsAt}.
   *
   * @param since when it was confirmed, from which the hard stop counts
   * @param reviewAt when somebody should look whether it is still right
   */
  record InForce(Instant since, PersonId confirmedBy, Instant reviewAt, Instant endsAt)
      implements CautionState {}

  /**
   * It is over and never shown again.
   *
   * @param by who ended it; null when its time was up
   */
  record Ended(Instant at, How how, @Nullable PersonId by) implements CautionState {}

  /** How a caution came to its end. */
  enum How {
    /** The proposal was not taken over, or taken back. */
    DECLINED,
    /** Somebody decided that it is no longer right. */
    ENDED,
    /** Its time was up. */
    EXPIRED
  }

  /** When it ends by itself; empty when it has ended. */
  default Optional<Instant> endsBy() {
    return switch (this) {
      case Proposed s -> Optional.of(s.endsAt());
      case InForce s -> Optional.of(s.endsAt());
      case Ended _ -> Optional.empty();
    };
  }
}
