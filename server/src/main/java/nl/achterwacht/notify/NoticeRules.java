package nl.achterwacht.notify;

import java.time.Duration;
import java.time.Instant;
import nl.achterwacht.notify.NoticeEvent.Answered;
import nl.achterwacht.notify.NoticeEvent.Claimed;
import nl.achterwacht.notify.NoticeEvent.HandedBack;
import nl.achterwacht.notify.NoticeEvent.NotNeeded;
import nl.achterwacht.notify.NoticeState.Accepted;
import nl.achterwacht.notify.NoticeState.Refused;
import nl.achterwacht.notify.NoticeState.Sending;
import nl.achterwacht.notify.NoticeState.Waiting;
import nl.achterwacht.notify.NoticeState.Withdrawn;

/** The rules of a notice. Pure: the same arguments always give the same state. */
final class NoticeRules {
  private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(2);
  private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(60);

  private NoticeRules() {}

  static NoticeState decide(NoticeState state, NoticeEvent event, Instant expiresAt, Instant now) {
    return switch (state) {
      case Waiting s -> whileWaiting(s, event, now);
      case Sending s -> whileSending(s, event, expiresAt, now);
      case Accepted s -> s;
      case Refused s -> s;
      case Withdrawn s -> s;
    };
  }

  private static NoticeState whileWaiting(Waiting s, NoticeEvent event, Instant now) {
    return switch (event) {
      case Claimed e when !s.tryAt().isAfter(now) -> new Sending(s.attempts() + 1, e.leaseUntil());
      case Claimed _ -> s;
      // A sender that was given up for dead answers after all: taken is taken.
      case Answered(int attempt, Channel.Answer.Accepted a) when attempt <= s.attempts() ->
          new Accepted(s.attempts(), now, a.providerRef());
      case Answered _, HandedBack _ -> s;
      case NotNeeded _ -> new Withdrawn(s.attempts(), now);
    };
  }

  private static NoticeState whileSending(
      Sending s, NoticeEvent event, Instant expiresAt, Instant now) {
    return switch (event) {
      case Claimed e when !s.leaseUntil().isAfter(now) ->
          new Sending(s.attempts() + 1, e.leaseUntil());
      case Claimed _ -> s;
      case Answered(_, Channel.Answer.Accepted a) ->
          new Accepted(s.attempts(), now, a.providerRef());
      // Only the present attempt may say how it goes on; an older one is stale.
      case Answered e when e.attempt() != s.attempts() -> s;
      case Answered(_, Channel.Answer.Refused a) -> new Refused(s.attempts(), now, a.reason());
      case Answered(_, Channel.Answer.TryLater a) when !now.isBefore(expiresAt) ->
          new Refused(s.attempts(), now, "too late to be of use; last: " + a.reason());
      case Answered _ -> new Waiting(s.attempts(), now.plus(backOff(s.attempts())));
      case HandedBack e when e.attempt() == s.attempts() -> new Waiting(s.attempts(), now);
      case HandedBack _ -> s;
      case NotNeeded _ -> new Withdrawn(s.attempts(), now);
    };
  }

  /** 2, 4, 8, 16, 32, then 60 seconds between attempts. */
  static Duration backOff(int attempts) {
    Duration doubled = FIRST_BACK_OFF.multipliedBy(1L << Math.min(attempts - 1, 10));
    return doubled.compareTo(LONGEST_BACK_OFF) < 0 ? doubled : LONGEST_BACK_OFF;
  }
}
