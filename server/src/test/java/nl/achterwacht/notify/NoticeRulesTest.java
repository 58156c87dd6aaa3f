package nl.achterwacht.notify;

import static nl.achterwacht.Cast.T14_00;
import static nl.achterwacht.Cast.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.achterwacht.notify.NoticeEvent.Answered;
import nl.achterwacht.notify.NoticeEvent.Claimed;
import nl.achterwacht.notify.NoticeEvent.HandedBack;
import nl.achterwacht.notify.NoticeEvent.NotNeeded;
import nl.achterwacht.notify.NoticeState.Accepted;
import nl.achterwacht.notify.NoticeState.Refused;
import nl.achterwacht.notify.NoticeState.Sending;
import nl.achterwacht.notify.NoticeState.Waiting;
import nl.achterwacht.notify.NoticeState.Withdrawn;
import org.junit.jupiter.api.Test;

/** Claims are leases; a repeat is better than a loss. */
class NoticeRulesTest {
  private static final Instant EXPIRES = at(60);
  private static final Waiting FRESH = new Waiting(0, T14_00);
  private static final Sending SENDING = new Sending(2, at(1));
  private static final Accepted ACCEPTED = new Accepted(1, T14_00, "ref");
  private static final Refused REFUSED = new Refused(1, T14_00, "no such address");
  private static final Withdrawn WITHDRAWN = new Withdrawn(1, T14_00);

  private static NoticeState decide(NoticeState state, NoticeEvent event, Instant now) {
    return NoticeRules.decide(state, event, EXPIRES, now);
  }

  private static Answered accepted(int attempt) {
    return new Answered(attempt, new Channel.Answer.Accepted("ref-" + attempt));
  }

  private static Answered tryLater(int attempt) {
    return new Answered(attempt, new Channel.Answer.TryLater("busy"));
  }

  private static Answered refused(int attempt) {
    return new Answered(attempt, new Channel.Answer.Refused("gone"));
  }

  @Test
  void aNoticeIsClaimedWhenItsTimeHasCome() {
    assertThat(decide(FRESH, new Claimed(at(1)), T14_00)).isEqualTo(new Sending(1, at(1)));
    assertThat(decide(new Waiting(1, at(5)), new Claimed(at(6)), at(4)))
        .isEqualTo(new Waiting(1, at(5)));
  }

  @Test
  void aLeaseThatRanOutIsSentAgainAndNeverMarkedFailed() {
    assertThat(decide(SENDING, new Claimed(at(2)), at(1))).isEqualTo(new Sending(3, at(2)));
    assertThat(decide(SENDING, new Claimed(at(2)), T14_00)).isEqualTo(SENDING);
    assertThat(SENDING.wakeAt()).contains(at(1));
  }

  @Test
  void whatIsHandedBackIsDueAtOnceAndOnlyByWhoHasIt() {
    assertThat(decide(SENDING, new HandedBack(2), T14_00)).isEqualTo(new Waiting(2, T14_00));
    assertThat(decide(SENDING, new HandedBack(1), T14_00)).isEqualTo(SENDING);
    for (NoticeState other : List.of(FRESH, ACCEPTED, REFUSED, WITHDRAWN)) {
      assertThat(decide(other, new HandedBack(1), at(2))).isEqualTo(other);
    }
  }

  @Test
  void anAnswerEndsTheAttempt() {
    assertThat(decide(SENDING, accepted(2), T14_00)).isEqualTo(new Accepted(2, T14_00, "ref-2"));
    assertThat(decide(SENDING, refused(2), T14_00)).isEqualTo(new Refused(2, T14_00, "gone"));
    assertThat(decide(SENDING, tryLater(2), T14_00))
        .isEqualTo(new Waiting(2, T14_00.plusSeconds(4)));
  }

  @Test
  void aSenderGivenUpForDeadMayStillSayThatItWasTaken() {
    assertThat(decide(SENDING, accepted(1), T14_00)).isInstanceOf(Accepted.class);
    assertThat(decide(new Waiting(2, at(1)), accepted(1), T14_00)).isInstanceOf(Accepted.class);
  }

  @Test
  void butNotThatItFailed() {
    for (Answered stale : List.of(refused(1), tryLater(1))) {
      assertThat(decide(SENDING, stale, T14_00)).isEqualTo(SENDING);
      assertThat(decide(new Waiting(2, at(1)), stale, T14_00)).isEqualTo(new Waiting(2, at(1)));
    }
  }

  @Test
  void aNoticeThatIsOfNoUseAnyMoreIsNotTriedForEver() {
    assertThat(decide(SENDING, tryLater(2), EXPIRES)).isInstanceOf(Refused.class);
    assertThat(decide(SENDING, tryLater(2), EXPIRES.minusMillis(1))).isInstanceOf(Waiting.class);
  }

  @Test
  void betweenAttemptsTheTimeDoublesUpToAMinute() {
    assertThat(List.of(1, 2, 3, 4, 5, 6, 7, 60).stream().map(NoticeRules::backOff))
        .containsExactly(
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(8),
            Duration.ofSeconds(16),
            Duration.ofSeconds(32),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60));
  }

  @Test
  void whatIsNoLongerNeededIsWithdrawnWhileItHasNotArrived() {
    assertThat(decide(FRESH, new NotNeeded(), at(1))).isEqualTo(new Withdrawn(0, at(1)));
    assertThat(decide(SENDING, new NotNeeded(), at(1))).isEqualTo(new Withdrawn(2, at(1)));
  }

  @Test
  void whatIsDoneStaysDone() {
    for (NoticeState done : List.of(ACCEPTED, REFUSED, WITHDRAWN)) {
      assertThat(done.wakeAt()).isEmpty();
      for (NoticeEvent event :
          List.of(new Claimed(at(9)), accepted(1), refused(1), tryLater(1), new NotNeeded())) {
        assertThat(decide(done, event, at(5))).isEqualTo(done);
      }
    }
  }

  @Test
  void whatStillHasToGoOutAlwaysHasAMoment() {
    for (NoticeState state : List.of(FRESH, SENDING)) {
      assertThat(state.wakeAt()).isPresent();
    }
  }
}
