package nl.achterwacht.watch;

import static nl.achterwacht.Cast.ANNA;
import static nl.achterwacht.Cast.at;
import static nl.achterwacht.watch.Plans.VISIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.achterwacht.watch.WatchEffect.Cause;
import nl.achterwacht.watch.WatchEffect.RaiseAlarm;
import nl.achterwacht.watch.WatchEffect.StandbyNotice;
import nl.achterwacht.watch.WatchEffect.TellStandby;
import nl.achterwacht.watch.WatchEffect.TellWorker;
import nl.achterwacht.watch.WatchEffect.WorkerNotice;
import nl.achterwacht.watch.WatchEvent.Ended;
import nl.achterwacht.watch.WatchEvent.HelpAsked;
import nl.achterwacht.watch.WatchEvent.Woken;
import nl.achterwacht.watch.WatchState.Alarmed;
import nl.achterwacht.watch.WatchState.Closed;
import nl.achterwacht.watch.WatchState.How;
import nl.achterwacht.watch.WatchState.Overdue;
import nl.achterwacht.watch.WatchState.Running;
import org.junit.jupiter.api.Test;

/** Our own outage is not the worker's silence (DESIGN 4, promise 9). We were away 14:00–14:40. */
class OwnOutageTest {
  private static final Instant BACK = at(40);
  private static final Outage OUTAGE = new Outage(at(0), BACK);
  private static final Woken WOKEN = new Woken(List.of(OUTAGE));

  private static WatchState woken(WatchState state, Instant now) {
    return WatchRules.decide(VISIT, state, WOKEN, now).next();
  }

  private static Running dueAt(Instant due) {
    return new Running(Leg.ON_SITE, due, due, null);
  }

  @Test
  void whoFellDueInItIsAskedFirstAndTheStandbyHearsAtOnce() {
    var decision = WatchRules.decide(VISIT, dueAt(at(10)), WOKEN, BACK);
    assertThat(decision.next())
        .isEqualTo(
            new Overdue(
                Leg.ON_SITE,
                at(10),
                at(10),
                BACK.plus(Duration.ofMinutes(2)).plusMillis(600),
                null,
                true));
    assertThat(decision.effects())
        .containsExactly(
            new TellWorker(WorkerNotice.SIGN_DUE_AFTER_OUTAGE),
            new TellStandby(StandbyNotice.COULD_NOT_BE_HEARD));
  }

  @Test
  void afterTheShortGraceTheAlarmGoesOffAfterAll() {
    WatchState asked = woken(dueAt(at(10)), BACK);
    var decision = WatchRules.decide(VISIT, asked, WOKEN, asked.wakeAt().orElseThrow());
    assertThat(decision.next()).isInstanceOf(Alarmed.class);
    assertThat(decision.effects())
        .containsExactly(new RaiseAlarm(Cause.SIGN_MISSED, at(10), false));
  }

  @Test
  void theLongestOverdueGoesFirst() {
    Instant first = woken(dueAt(at(1)), BACK).wakeAt().orElseThrow();
    Instant second = woken(dueAt(at(2)), BACK).wakeAt().orElseThrow();
    Instant last = woken(dueAt(at(39)), BACK).wakeAt().orElseThrow();
    assertThat(first).isBefore(second);
    assertThat(second).isBefore(last);
    assertThat(last).isBefore(BACK.plus(Duration.ofMinutes(3)));
  }

  @Test
  void whoWasBeingAskedWhenWeWentDownIsAskedAgain() {
    var overdue = new Overdue(Leg.ON_SITE, at(-2), at(-2), at(3), null, false);
    assertThat(woken(overdue, BACK)).isInstanceOf(Overdue.class);
  }

  @Test
  void whoFellDueJustBeforeItIsAskedFirstToo() {
    // The last server died before it could wake this one; the grace passed while we were away.
    assertThat(woken(dueAt(at(-1)), BACK)).isInstanceOf(Overdue.class);
  }

  @Test
  void whoFellDueInAnEarlierOutageIsAskedFirstToo() {
    var again = new Outage(BACK.plusSeconds(1), at(60));
    var decision =
        WatchRules.decide(VISIT, dueAt(at(10)), new Woken(List.of(again, OUTAGE)), at(60));
    assertThat(decision.next()).isInstanceOf(Overdue.class);
    assertThat(decision.next().wakeAt().orElseThrow()).isAfter(at(61));
  }

  @Test
  void oneShortGraceIsEnough() {
    var askedAlready = new Overdue(Leg.ON_SITE, at(-30), at(-30), at(5), null, true);
    assertThat(woken(askedAlready, BACK)).isInstanceOf(Alarmed.class);
  }

  @Test
  void whoWasSilentLongBeforeItGetsNoShortGrace() {
    assertThat(woken(dueAt(at(-20)), BACK)).isInstanceOf(Alarmed.class);
  }

  @Test
  void whoFallsDueAfterItIsWokenAsEver() {
    assertThat(woken(dueAt(at(45)), at(45)))
        .isEqualTo(new Overdue(Leg.ON_SITE, at(45), at(45), at(50), at(47), false));
  }

  @Test
  void anEndingThatWaitedOnThePhoneCountsAfterIt() {
    WatchState asked = woken(dueAt(at(10)), BACK);
    var ended = new Ended(at(5), ANNA, How.FINISHED, false, Code.NONE, true);
    assertThat(WatchRules.decide(VISIT, asked, ended, BACK.plusSeconds(2)).next())
        .isInstanceOf(Closed.class);
  }

  @Test
  void aPanicFromItIsNeverHeldBack() {
    WatchState asked = woken(dueAt(at(10)), BACK);
    assertThat(WatchRules.decide(VISIT, asked, new HelpAsked(at(5), false), BACK).effects())
        .containsExactly(new RaiseAlarm(Cause.HELP_ASKED, at(5), false));
  }
}
