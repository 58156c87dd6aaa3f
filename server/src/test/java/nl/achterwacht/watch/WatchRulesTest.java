package nl.achterwacht.watch;

import static nl.achterwacht.Cast.ANNA;
import static nl.achterwacht.Cast.BRAM;
import static nl.achterwacht.Cast.T14_00;
import static nl.achterwacht.Cast.at;
import static nl.achterwacht.Cast.minutes;
import static nl.achterwacht.watch.Plans.HIGH_RISK_VISIT;
import static nl.achterwacht.watch.Plans.VISIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import nl.achterwacht.base.Decision;
import nl.achterwacht.watch.WatchEffect.Cause;
import nl.achterwacht.watch.WatchEffect.OfferSafeCode;
import nl.achterwacht.watch.WatchEffect.RaiseAlarm;
import nl.achterwacht.watch.WatchEffect.Reason;
import nl.achterwacht.watch.WatchEffect.Refuse;
import nl.achterwacht.watch.WatchEffect.StandbyNotice;
import nl.achterwacht.watch.WatchEffect.TellStandby;
import nl.achterwacht.watch.WatchEffect.TellWorker;
import nl.achterwacht.watch.WatchEffect.WorkerNotice;
import nl.achterwacht.watch.WatchEvent.AlarmClosed;
import nl.achterwacht.watch.WatchEvent.Cancelled;
import nl.achterwacht.watch.WatchEvent.CodeGiven;
import nl.achterwacht.watch.WatchEvent.Departed;
import nl.achterwacht.watch.WatchEvent.DeviceAlarmed;
import nl.achterwacht.watch.WatchEvent.Ended;
import nl.achterwacht.watch.WatchEvent.Extended;
import nl.achterwacht.watch.WatchEvent.HelpAsked;
import nl.achterwacht.watch.WatchEvent.Replanned;
import nl.achterwacht.watch.WatchEvent.SignOfLife;
import nl.achterwacht.watch.WatchEvent.Started;
import nl.achterwacht.watch.WatchEvent.Woken;
import nl.achterwacht.watch.WatchState.Alarmed;
import nl.achterwacht.watch.WatchState.Closed;
import nl.achterwacht.watch.WatchState.How;
import nl.achterwacht.watch.WatchState.Mask;
import nl.achterwacht.watch.WatchState.Overdue;
import nl.achterwacht.watch.WatchState.Planned;
import nl.achterwacht.watch.WatchState.Running;
import org.junit.jupiter.api.Test;

/** From planned to closed: who is asked, when the alarm goes off, who may end it. */
class WatchRulesTest {
  private static final Woken WOKEN = new Woken(List.of());
  private static final Instant DUE = at(45);
  private static final Running RUNNING = new Running(Leg.ON_SITE, DUE, DUE, at(40));
  private static final Overdue OVERDUE = new Overdue(Leg.ON_SITE, DUE, DUE, at(50), at(47), false);
  private static final Alarmed ALARMED = new Alarmed(Leg.ON_SITE, at(50), DUE, new Mask.None());
  private static final Closed CLOSED = new Closed(Leg.HOME, at(60), ANNA, How.FINISHED);
  private static final Planned PLANNED = new Planned(Leg.OUT, T14_00, 0);

  private static Decision<WatchState, WatchEffect> decide(
      WatchState state, WatchEvent event, Instant now) {
    return WatchRules.decide(VISIT, state, event, now);
  }

  @Test
  void aStartThatDoesNotComeIsAskedAfterAQuarterAndToldAfterHalfAnHour() {
    assertThat(PLANNED.wakeAt()).contains(at(15));
    assertThat(decide(PLANNED, WOKEN, at(14)).next()).isEqualTo(PLANNED);

    var asked = decide(PLANNED, WOKEN, at(15));
    assertThat(asked.effects()).containsExactly(new TellWorker(WorkerNotice.NOT_STARTED));
    assertThat(asked.next().wakeAt()).contains(at(30));

    var told = decide(asked.next(), WOKEN, at(30));
    assertThat(told.effects()).containsExactly(new TellStandby(StandbyNotice.NOT_STARTED));
    assertThat(told.next().wakeAt()).contains(at(90));
  }

  @Test
  void aForgottenStartIsToldAgainEveryHourUntilSomebodyDoesSomething() {
    WatchState state = new Planned(Leg.OUT, T14_00, 2);
    for (int hour = 1; hour < 50; hour++) {
      var told = decide(state, WOKEN, at(30 + hour * 60L));
      assertThat(told.effects()).containsExactly(new TellStandby(StandbyNotice.NOT_STARTED));
      state = told.next();
    }
  }

  @Test
  void aPlannedVisitIsStartedPutOffOrCancelled() {
    assertThat(decide(PLANNED, new Started(T14_00, Leg.OUT, DUE), T14_00).next())
        .isEqualTo(new Running(Leg.OUT, DUE, DUE, at(40)));
    assertThat(decide(PLANNED, new Extended(T14_00, minutes(30)), T14_00).next())
        .isEqualTo(new Planned(Leg.OUT, at(30), 0));
    assertThat(decide(PLANNED, new Cancelled(BRAM), T14_00).next())
        .isEqualTo(new Closed(Leg.OUT, T14_00, BRAM, How.CANCELLED));
  }

  @Test
  void aVisitThatWasNotStartedCannotBeEnded() {
    var decision = decide(PLANNED, ended(Code.NONE), T14_00);
    assertThat(decision.next()).isEqualTo(PLANNED);
    assertThat(decision.effects()).containsExactly(new Refuse(Reason.NOT_STARTED_YET));
  }

  @Test
  void helpAskedBeforeTheStartAlarmsAsWell() {
    var decision = decide(PLANNED, new HelpAsked(T14_00, false), T14_00);
    assertThat(decision.next()).isInstanceOf(Alarmed.class);
    assertThat(decision.effects()).containsExactly(new RaiseAlarm(Cause.HELP_ASKED, T14_00, false));
  }

  @Test
  void theWorkerIsRemindedThenAskedThenPhonedThenTheAlarmGoesOff() {
    var reminded = decide(RUNNING, WOKEN, at(40));
    assertThat(reminded.effects()).containsExactly(new TellWorker(WorkerNotice.REMINDER));
    assertThat(reminded.next().wakeAt()).contains(at(45));

    var asked = decide(reminded.next(), WOKEN, at(45));
    assertThat(asked.effects()).containsExactly(new TellWorker(WorkerNotice.SIGN_DUE));
    assertThat(asked.next()).isEqualTo(OVERDUE);
    assertThat(asked.next().wakeAt()).contains(at(47));

    var phoned = decide(asked.next(), WOKEN, at(47));
    assertThat(phoned.effects()).containsExactly(new TellWorker(WorkerNotice.SIGN_DUE_PHONE));
    assertThat(phoned.next().wakeAt()).contains(at(50));

    var alarmed = decide(phoned.next(), WOKEN, at(50));
    assertThat(alarmed.next()).isEqualTo(ALARMED);
    assertThat(alarmed.effects()).containsExactly(new RaiseAlarm(Cause.SIGN_MISSED, DUE, false));
  }

  @Test
  void wokenTooEarlyNothingHappens() {
    assertThat(decide(RUNNING, WOKEN, at(39))).isEqualTo(Decision.stay(RUNNING));
    assertThat(decide(OVERDUE, WOKEN, at(46))).isEqualTo(Decision.stay(OVERDUE));
  }

  @Test
  void aServerThatWakesFarTooLateAlarmsAtOnce() {
    var decision = decide(RUNNING, WOKEN, at(120));
    assertThat(decision.next()).isInstanceOf(Alarmed.class);
    assertThat(decision.effects()).contains(new RaiseAlarm(Cause.SIGN_MISSED, DUE, false));
  }

  @Test
  void aSignMadeTooLongAgoDoesNotCallOffTheAlarm() {
    var keptOnThePhone = new SignOfLife(at(5));
    assertThat(decide(OVERDUE, keptOnThePhone, at(48)).next()).isEqualTo(OVERDUE);
  }

  @Test
  void aSignInTheGraceBringsTheWatchBack() {
    assertThat(decide(OVERDUE, new SignOfLife(at(48)), at(48)).next())
        .isEqualTo(new Running(Leg.ON_SITE, at(63), at(63), at(58)));
  }

  @Test
  void anOfflineSignNeverWithdrawsAnOpenAlarm() {
    var decision = decide(ALARMED, new SignOfLife(at(49)), at(51));
    assertThat(decision).isEqualTo(Decision.stay(ALARMED));
    assertThat(decide(ALARMED, new Extended(at(49), minutes(60)), at(51)))
        .isEqualTo(Decision.stay(ALARMED));
  }

  @Test
  void aLatePanicAlwaysAlarms() {
    var twoDaysAgo = at(-2 * 24 * 60);
    for (WatchState state : List.of(PLANNED, RUNNING, OVERDUE, ALARMED, CLOSED)) {
      for (boolean silent : List.of(true, false)) {
        assertThat(decide(state, new HelpAsked(twoDaysAgo, silent), at(70)).effects())
            .contains(new RaiseAlarm(Cause.HELP_ASKED, twoDaysAgo, silent));
      }
    }
  }

  @Test
  void aPanicNeverCountsFromTheFuture() {
    assertThat(decide(RUNNING, new HelpAsked(at(600), false), T14_00).effects())
        .contains(new RaiseAlarm(Cause.HELP_ASKED, T14_00, false));
  }

  @Test
  void aSecondAlarmIsAlwaysPossibleWhileOneIsOpen() {
    assertThat(decide(ALARMED, new HelpAsked(at(52), false), at(52)).effects())
        .containsExactly(new RaiseAlarm(Cause.HELP_ASKED, at(52), false));
    assertThat(decide(ALARMED, new Departed(at(52)), at(52)).effects())
        .containsExactly(new RaiseAlarm(Cause.DEPARTURE, at(52), false));
    assertThat(decide(ALARMED, new DeviceAlarmed(at(52)), at(52)).effects())
        .containsExactly(new RaiseAlarm(Cause.DEVICE, at(52), false));
  }

  @Test
  void aDepartureTellsAndKeepsTheWatchOn() {
    var decision = decide(RUNNING, new Departed(at(10)), at(10));
    assertThat(decision.effects()).containsExactly(new RaiseAlarm(Cause.DEPARTURE, at(10), false));
    assertThat(decision.next()).isEqualTo(new Running(Leg.HOME, at(25), at(25), at(20)));
  }

  @Test
  void aDepartureFromAQueueDoesNotCallOffWhatIsOverdue() {
    var decision = decide(OVERDUE, new Departed(at(5)), at(48));
    assertThat(decision.effects()).containsExactly(new RaiseAlarm(Cause.DEPARTURE, at(5), false));
    assertThat(decision.next().wakeAt()).isEqualTo(OVERDUE.wakeAt());
  }

  @Test
  void aDeviceAlarmsInEveryState() {
    for (WatchState state : List.of(PLANNED, RUNNING, OVERDUE, ALARMED, CLOSED)) {
      assertThat(decide(state, new DeviceAlarmed(at(48)), at(48)).effects())
          .contains(new RaiseAlarm(Cause.DEVICE, at(48), false));
    }
  }

  @Test
  void aVisitEndsAtHomeNotAtTheDoor() {
    var leaves = new Ended(at(40), ANNA, How.FINISHED, true, Code.NONE, true);
    var onTheWay = decide(RUNNING, leaves, at(40));
    assertThat(onTheWay.next()).isEqualTo(new Running(Leg.HOME, at(75), at(75), at(70)));

    assertThat(decide(onTheWay.next(), ended(Code.NONE), at(60)).next())
        .isEqualTo(new Closed(Leg.HOME, at(60), ANNA, How.FINISHED));
  }

  @Test
  void anEndingFromAQueueDoesNotPutOffAnAlarm() {
    var longAgo = new Ended(at(-60), ANNA, How.FINISHED, true, Code.NONE, true);
    assertThat(decide(OVERDUE, longAgo, at(49)).next().wakeAt()).isEqualTo(OVERDUE.wakeAt());
    assertThat(decide(RUNNING, longAgo, at(30)).next())
        .isEqualTo(new Running(Leg.HOME, at(30), at(30), null));
  }

  @Test
  void endingAHighRiskWatchAsksTheSafeCode() {
    var without = WatchRules.decide(HIGH_RISK_VISIT, RUNNING, ended(Code.NONE), at(20));
    assertThat(without.next()).isEqualTo(RUNNING);
    assertThat(without.effects()).containsExactly(new Refuse(Reason.CODE_NEEDED));

    assertThat(WatchRules.decide(HIGH_RISK_VISIT, RUNNING, ended(Code.SAFE), at(20)).next())
        .isInstanceOf(Closed.class);
  }

  @Test
  void aWrongCodeEndsNothingAndIsToldToTheStandby() {
    for (WatchState state : List.of(RUNNING, OVERDUE, ALARMED)) {
      for (WatchEvent event : List.of(ended(Code.WRONG), code(Code.WRONG))) {
        var decision = decide(state, event, at(48));
        assertThat(decision.next()).isEqualTo(state);
        assertThat(decision.effects())
            .containsExactly(
                new Refuse(Reason.CODE_WRONG), new TellStandby(StandbyNotice.WRONG_CODE));
      }
    }
  }

  @Test
  void whileAnAlarmIsOpenTheSafeCodeIsOnlyOffered() {
    assertThat(decide(ALARMED, code(Code.SAFE), at(52)))
        .isEqualTo(Decision.stay(ALARMED, new OfferSafeCode(ANNA, true)));
    assertThat(decide(ALARMED, ended(Code.SAFE), at(52)))
        .isEqualTo(Decision.stay(ALARMED, new OfferSafeCode(ANNA, false)));
    assertThat(decide(ALARMED, ended(Code.NONE), at(52)).effects())
        .containsExactly(new Refuse(Reason.CODE_NEEDED));
  }

  @Test
  void onlyClosingTheLastAlarmChangesTheWatch() {
    assertThat(decide(ALARMED, new AlarmClosed(BRAM, true, true), at(60)))
        .isEqualTo(Decision.stay(ALARMED));
    assertThat(decide(ALARMED, new AlarmClosed(BRAM, false, true), at(60)).next())
        .isEqualTo(new Running(Leg.ON_SITE, at(75), at(75), at(70)));
    assertThat(decide(ALARMED, new AlarmClosed(BRAM, false, false), at(60)).next())
        .isEqualTo(new Closed(Leg.ON_SITE, at(60), BRAM, How.BY_HANDLER));
  }

  @Test
  void aMovedVisitIsAskedAboutAtItsNewStartOnly() {
    var asked = new Planned(Leg.OUT, T14_00, 2);
    var moved = decide(asked, new Replanned(at(120)), at(31));
    assertThat(moved.next()).isEqualTo(new Planned(Leg.OUT, at(120), 0));
    assertThat(moved.next().wakeAt()).contains(at(135));
    assertThat(moved.effects()).isEmpty();
  }

  @Test
  void whoChangesAVisitWithoutMovingItHidesNoQuestion() {
    var asked = new Planned(Leg.OUT, T14_00, 2);
    assertThat(decide(asked, new Replanned(T14_00), at(31))).isEqualTo(Decision.stay(asked));
  }

  @Test
  void aWatchThatHasBegunIsNeverReplanned() {
    var later = new Replanned(at(600));
    assertThat(decide(RUNNING, later, at(20)))
        .isEqualTo(Decision.stay(RUNNING, new Refuse(Reason.ALREADY_STARTED)));
    assertThat(decide(OVERDUE, later, at(46)))
        .isEqualTo(Decision.stay(OVERDUE, new Refuse(Reason.ALREADY_STARTED)));
    assertThat(decide(ALARMED, later, at(52)))
        .isEqualTo(Decision.stay(ALARMED, new Refuse(Reason.HANDLER_DECIDES)));
    assertThat(decide(CLOSED, later, at(70)))
        .isEqualTo(Decision.stay(CLOSED, new Refuse(Reason.ALREADY_CLOSED)));
  }

  @Test
  void underASilentAlarmAPlannedVisitSeemsToMove() {
    var alarmed = decide(PLANNED, new HelpAsked(T14_00, true), T14_00).next();
    var moved = decide(alarmed, new Replanned(at(120)), at(1));
    assertThat(moved.next())
        .isEqualTo(
            new Alarmed(
                Leg.OUT, T14_00, at(120), new Mask.Seems(new Planned(Leg.OUT, at(120), 0))));
    assertThat(moved.effects()).isEmpty();
  }

  @Test
  void whatIsOutIsNotStartedOrCancelledOnceMore() {
    for (WatchState state : List.of(RUNNING, OVERDUE, ALARMED)) {
      assertThat(decide(state, new Started(at(48), Leg.OUT, at(90)), at(48)).next())
          .isEqualTo(state);
      assertThat(decide(state, new Cancelled(BRAM), at(48)).next()).isEqualTo(state);
    }
  }

  @Test
  void nothingRevivesAClosedWatch() {
    for (WatchEvent event :
        List.of(
            new SignOfLife(at(70)),
            new Extended(at(70), minutes(15)),
            new Started(at(70), Leg.OUT, at(90)),
            ended(Code.NONE),
            ended(Code.DURESS),
            code(Code.DURESS),
            new AlarmClosed(BRAM, false, true),
            WOKEN)) {
      assertThat(decide(CLOSED, event, at(70)).next()).isEqualTo(CLOSED);
    }
  }

  @Test
  void signsPanicsAndDeparturesAreNeverRefused() {
    for (WatchState state : List.of(PLANNED, RUNNING, OVERDUE, ALARMED, CLOSED)) {
      for (WatchEvent event :
          List.of(
              new SignOfLife(at(48)),
              new HelpAsked(at(48), true),
              new HelpAsked(at(48), false),
              new DeviceAlarmed(at(48)),
              new Departed(at(48)))) {
        assertThat(decide(state, event, at(48)).effects())
            .noneMatch(effect -> effect instanceof Refuse);
      }
    }
  }

  private static Ended ended(Code code) {
    return new Ended(at(48), ANNA, How.FINISHED, false, code, true);
  }

  private static CodeGiven code(Code code) {
    return new CodeGiven(at(48), ANNA, code, true);
  }
}
