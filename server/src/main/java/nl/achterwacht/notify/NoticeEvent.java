package nl.achterwacht.notify;

import java.time.Instant;

/** What can happen to a notice. */
public sealed interface NoticeEvent {
  /** A sender takes it, for as long as the lease runs. */
  record Claimed(Instant leaseUntil) implements NoticeEvent {}

  /** The provider answered to attempt number {@code attempt}. */
  record Answered(int attempt, Channel.Answer answer) implements NoticeEvent {}

  /** Whoever made attempt number {@code attempt} stops before the provider was asked. */
  record HandedBack(int attempt) implements NoticeEvent {}

  /** It is no longer needed. */
  record NotNeeded() implements NoticeEvent {}
}
