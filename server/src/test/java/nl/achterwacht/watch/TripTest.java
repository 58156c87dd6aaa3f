package nl.achterwacht.watch;

import static nl.achterwacht.Cast.T14_00;
import static nl.achterwacht.Cast.at;
import static nl.achterwacht.Cast.minutes;
import static nl.achterwacht.watch.Plans.JOURNEY;
import static nl.achterwacht.watch.Plans.SHIFT;
import static nl.achterwacht.watch.Plans.VISIT;
import static nl.achterwacht.watch.Plans.VISIT_WITH_HALFWAY_SIGN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.achterwacht.watch.WatchEvent.Extended;
import nl.achterwacht.watch.WatchEvent.LegReached;
import nl.achterwacht.watch.WatchEvent.SignOfLife;
import nl.achterwacht.watch.WatchEvent.Started;
import nl.achterwacht.watch.WatchState.Overdue;
import nl.achterwacht.watch.WatchState.Running;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which deadline follows from what the worker does, in the three shapes. */
class TripTest {
  private static Running begin(WatchPlan plan, Instant end) {
    return WatchRules.begin(plan, new Started(T14_00, Leg.OUT, end), T14_00);
  }

  private static WatchState after(WatchPlan plan, WatchState state, WatchEvent event, Instant now) {
    return WatchRules.decide(plan, state, event, now).next();
  }

  @Test
  void aVisitIsDueAtItsExpectedEnd() {
    assertThat(begin(VISIT, at(45))).isEqualTo(new Running(Leg.OUT, at(45), at(45), at(40)));
  }

  @Test
  void aVisitWithAHalfwaySignIsDueHalfwayAndThenAtTheEnd() {
    Running begun = begin(VISIT_WITH_HALFWAY_SIGN, at(60));
    assertThat(begun).isEqualTo(new Running(Leg.OUT, at(30), at(60), at(25)));

    assertThat(after(VISIT_WITH_HALFWAY_SIGN, begun, new SignOfLife(at(29)), at(29)))
        .isEqualTo(new Running(Leg.OUT, at(60), at(60), at(55)));
  }

  @Test
  void aShiftIsDueAnIntervalAfterEachSign() {
    Running begun = begin(SHIFT, at(480));
    assertThat(begun.dueAt()).isEqualTo(at(120));
    assertThat(after(SHIFT, begun, new SignOfLife(at(30)), at(30)))
        .isEqualTo(new Running(Leg.OUT, at(150), at(150), at(145)));
  }

  @Test
  void aJourneyIsDueAtTheEstimateAndAQuarter() {
    assertThat(begin(JOURNEY, at(40)).dueAt()).isEqualTo(at(55));
  }

  @Test
  void aSignEarlyInAVisitMovesNoDeadline() {
    Running begun = begin(VISIT, at(45));
    assertThat(after(VISIT, begun, new SignOfLife(at(10)), at(10))).isEqualTo(begun);
  }

  @Test
  void aSignNearTheEndMeansStillBusy() {
    Running begun = begin(VISIT, at(45));
    assertThat(after(VISIT, begun, new SignOfLife(at(41)), at(41)))
        .isEqualTo(new Running(Leg.OUT, at(56), at(56), at(51)));
  }

  @Test
  void aSignKeptOnThePhoneCountsFromWhenItWasMade() {
    Running begun = begin(SHIFT, at(480));
    assertThat(after(SHIFT, begun, new SignOfLife(at(20)), at(100)))
        .isEqualTo(new Running(Leg.OUT, at(140), at(140), at(135)));
  }

  @Test
  void aSignNeverCountsFromTheFuture() {
    for (WatchPlan plan : List.of(SHIFT, VISIT, JOURNEY, VISIT_WITH_HALFWAY_SIGN)) {
      Running begun = begin(plan, at(45));
      assertThat(after(plan, begun, new SignOfLife(at(100_000)), at(44)))
          .isEqualTo(after(plan, begun, new SignOfLife(at(44)), at(44)));
    }
  }

  @Test
  void anOlderSignNeverShortensWhatANewerOneGave() {
    Running begun = begin(SHIFT, at(480));
    WatchState newer = after(SHIFT, begun, new SignOfLife(at(60)), at(61));
    assertThat(after(SHIFT, newer, new SignOfLife(at(20)), at(62))).isEqualTo(newer);
  }

  @Test
  void stillBusyMovesTheEndByAsMuchAsWasAsked() {
    Running begun = begin(VISIT, at(45));
    assertThat(after(VISIT, begun, new Extended(at(44), minutes(15)), at(44)))
        .isEqualTo(new Running(Leg.OUT, at(60), at(60), at(55)));
  }

  @Test
  void stillBusyPressedInTimeButReceivedLateStillCounts() {
    var overdue = new Overdue(Leg.OUT, at(45), at(45), at(50), at(47), false);
    assertThat(after(VISIT, overdue, new Extended(at(44), minutes(15)), at(49)))
        .isEqualTo(new Running(Leg.OUT, at(60), at(60), at(55)));
  }

  @Test
  void anExtensionKeepsAHalfwaySignThatIsStillFarAway() {
    Running begun = begin(VISIT_WITH_HALFWAY_SIGN, at(60));
    assertThat(after(VISIT_WITH_HALFWAY_SIGN, begun, new Extended(at(5), minutes(30)), at(5)))
        .isEqualTo(new Running(Leg.OUT, at(30), at(90), at(25)));
  }

  @Test
  void theWayHomeHasItsOwnDeadline() {
    Running begun = begin(VISIT, at(45));
    assertThat(after(VISIT, begun, leg(at(30), Leg.HOME, null), at(30)))
        .isEqualTo(new Running(Leg.HOME, at(65), at(65), at(60)));
    assertThat(after(VISIT, begun, leg(at(30), Leg.HOME, at(90)), at(30)))
        .isEqualTo(new Running(Leg.HOME, at(105), at(105), at(100)));
  }

  @Test
  void arrivingCanSayAnewWhenTheVisitWillBeOver() {
    Running begun = begin(VISIT, at(45));
    assertThat(after(VISIT, begun, leg(at(20), Leg.ON_SITE, at(60)), at(20)))
        .isEqualTo(new Running(Leg.ON_SITE, at(60), at(60), at(55)));
  }

  @Test
  void aMomentThatPassedInTheQueueMovesNoDeadline() {
    var resumed = new Running(Leg.OUT, at(80), at(80), at(75));
    assertThat(after(VISIT, resumed, leg(at(5), Leg.ON_SITE, at(45)), at(66)))
        .isEqualTo(new Running(Leg.ON_SITE, at(80), at(80), at(75)));
  }

  @Test
  void aStartFromAQueueWhoseEndHasPassedAsksTheWorkerBeforeItAlarms() {
    for (WatchPlan plan : List.of(VISIT, VISIT_WITH_HALFWAY_SIGN, JOURNEY, SHIFT)) {
      Running begun = WatchRules.begin(plan, new Started(T14_00, Leg.OUT, at(45)), at(600));
      assertThat(begun.dueAt()).isEqualTo(at(600));
    }
  }

  @Test
  void theGraceOfAHighRiskVisitIsShorter() {
    var running = new Running(Leg.ON_SITE, at(45), at(45), null);
    var woken = new WatchEvent.Woken(List.of());
    assertThat(after(Plans.HIGH_RISK_VISIT, running, woken, at(45)))
        .isEqualTo(new Overdue(Leg.ON_SITE, at(45), at(45), at(47), null, false));
  }

  private static LegReached leg(Instant madeAt, Leg leg, @Nullable Instant until) {
    return new LegReached(madeAt, leg, Optional.ofNullable(until));
  }
}
