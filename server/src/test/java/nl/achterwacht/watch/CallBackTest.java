package nl.achterwacht.watch;

import static nl.achterwacht.Cast.T14_00;
import static nl.achterwacht.Cast.at;
import static nl.achterwacht.watch.Plans.VISIT_WITH_HALFWAY_SIGN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.achterwacht.watch.WatchEffect.Cause;
import nl.achterwacht.watch.WatchEffect.RaiseAlarm;
import nl.achterwacht.watch.WatchEffect.TellWorker;
import nl.achterwacht.watch.WatchEffect.WorkerNotice;
import nl.achterwacht.watch.WatchEvent.LegReached;
import nl.achterwacht.watch.WatchEvent.SignOfLife;
import nl.achterwacht.watch.WatchEvent.Started;
import nl.achterwacht.watch.WatchEvent.Woken;
import nl.achterwacht.watch.WatchState.Alarmed;
import nl.achterwacht.watch.WatchState.Overdue;
import nl.achterwacht.watch.WatchState.Planned;
import nl.achterwacht.watch.WatchState.Running;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An agreed call-back is a deadline like any other: silence then becomes an alarm. */
class CallBackTest {
  private static final Woken WOKEN = new Woken(List.of());
  private static final WatchState PLANNED = new Planned(Leg.OUT, T14_00, 0);
  private static final Started STARTED = new Started(T14_00, Leg.OUT, at(60));

  private static WatchPlan callBack(@Nullable Instant callBackAt) {
    WatchPlan p = VISIT_WITH_HALFWAY_SIGN;
    return new WatchPlan(
        p.shape(),
        p.highRisk(),
        p.halfwaySign(),
        p.signEvery(),
        p.reminder(),
        p.grace(),
        p.phoneAfter(),
        p.extension(),
        p.travelHome(),
        p.journeyMargin(),
        p.shortGrace(),
        callBackAt);
  }

  private static Running started(WatchPlan plan) {
    return (Running) WatchRules.decide(plan, PLANNED, STARTED, T14_00).next();
  }

  @Test
  void theAgreedMomentTakesThePlaceOfTheSignHalfWay() {
    assertThat(started(callBack(null)).dueAt()).isEqualTo(at(30));
    Running running = started(callBack(at(20)));
    assertThat(running.dueAt()).isEqualTo(at(20));
    assertThat(running.endAt()).isEqualTo(at(60));
    assertThat(running.remindAt()).isEqualTo(at(15));
  }

  @Test
  void silenceAtTheAgreedMomentBecomesAnAlarmAfterTheGrace() {
    WatchPlan plan = callBack(at(20));
    var due = WatchRules.decide(plan, started(plan), WOKEN, at(20));
    assertThat(due.effects()).containsExactly(new TellWorker(WorkerNotice.SIGN_DUE));
    assertThat(due.next()).isInstanceOf(Overdue.class);
    var silent = WatchRules.decide(plan, due.next(), WOKEN, at(25));
    assertThat(silent.next()).isInstanceOf(Alarmed.class);
    assertThat(silent.effects()).containsExactly(new RaiseAlarm(Cause.SIGN_MISSED, at(20), false));
  }

  @Test
  void aSignThenAnswersItAndTheEndIsTheNextDeadline() {
    WatchPlan plan = callBack(at(20));
    var answered = WatchRules.decide(plan, started(plan), new SignOfLife(at(19)), at(19));
    assertThat(((Running) answered.next()).dueAt()).isEqualTo(at(60));
    // A sign long before does not count as the agreed one.
    var early = WatchRules.decide(plan, started(plan), new SignOfLife(at(5)), at(5));
    assertThat(((Running) early.next()).dueAt()).isEqualTo(at(20));
  }

  @Test
  void arrivingAndSayingHowLongItTakesDoesNotGiveItUp() {
    WatchPlan plan = callBack(at(20));
    var arrived = new LegReached(at(5), Leg.ON_SITE, Optional.of(at(50)));
    Running on = (Running) WatchRules.decide(plan, started(plan), arrived, at(5)).next();
    assertThat(on.dueAt()).isEqualTo(at(20));
    assertThat(on.endAt()).isEqualTo(at(50));
    // When the visit will be over before that, its end is the deadline.
    var briefly = new LegReached(at(5), Leg.ON_SITE, Optional.of(at(15)));
    Running brief = (Running) WatchRules.decide(plan, started(plan), briefly, at(5)).next();
    assertThat(brief.dueAt()).isEqualTo(at(15));
  }

  @Test
  void anAgreedMomentThatHasPassedOrComesAfterTheEndIsNotWaitedFor() {
    assertThat(started(callBack(at(-10))).dueAt()).isEqualTo(at(60));
    assertThat(started(callBack(at(90))).dueAt()).isEqualTo(at(60));
  }
}
