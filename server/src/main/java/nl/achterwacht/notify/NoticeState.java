package nl.achterwacht.notify;

import java.time.Instant;
import java.util.Optional;

/** Where a notice stands. One that still has to go out always has a moment to be looked at. */
public sealed interface NoticeState {
  /** How often it was handed to a provider. */
  int attempts();

  /** It goes out at {@code tryAt}. */
  record Waiting(int attempts, Instant tryAt) implements NoticeState {}

  /**
   * Somebody is sending it. A lease: when it has run out by {@code leaseUntil}, whoever claimed it
   * died, and it is sent again under the same id.
   */
  record Sending(int attempts, Instant leaseUntil) implements NoticeState {}

  /** The provider took it over. */
  record Accepted(int attempts, Instant at, String providerRef) implements NoticeState {}

  /** It will never arrive this way. */
  record Refused(int attempts, Instant at, String reason) implements NoticeState {}

  /** It was no longer needed before it went out. */
  record Withdrawn(int attempts, Instant at) implements NoticeState {}

  /** The moment to look at it again; empty when there is nothing left to do. */
  default Optional<Instant> wakeAt() {
    return switch (this) {
      case Waiting s -> Optional.of(s.tryAt());
      case Sending s -> Optional.of(s.leaseUntil());
      case Accepted _, Refused _, Withdrawn _ -> Optional.empty();
    };
  }
}
