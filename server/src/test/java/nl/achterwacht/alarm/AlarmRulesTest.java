package nl.achterwacht.alarm;

import static nl.achterwacht.Cast.ANNA;
import static nl.achterwacht.Cast.BRAM;
import static nl.achterwacht.Cast.CARLA;
import static nl.achterwacht.Cast.DIRK;
import static nl.achterwacht.Cast.T14_00;
import static nl.achterwacht.Cast.at;
import static nl.achterwacht.Cast.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import nl.achterwacht.alarm.AlarmEffect.AskToTakeOver;
import nl.achterwacht.alarm.AlarmEffect.CallFailSafe;
import nl.achterwacht.alarm.AlarmEffect.CallStep;
import nl.achterwacht.alarm.AlarmEffect.Finish;
import nl.achterwacht.alarm.AlarmEffect.Reason;
import nl.achterwacht.alarm.AlarmEffect.Refuse;
import nl.achterwacht.alarm.AlarmEffect.StopCalling;
import nl.achterwacht.alarm.AlarmEffect.TellStepEmpty;
import nl.achterwacht.alarm.AlarmEffect.TellWorkerHelpComes;
import nl.achterwacht.alarm.AlarmEvent.ClosingAsked;
import nl.achterwacht.alarm.AlarmEvent.EscalationAsked;
import nl.achterwacht.alarm.AlarmEvent.HandOverAnswered;
import nl.achterwacht.alarm.AlarmEvent.HandOverOffered;
import nl.achterwacht.alarm.AlarmEvent.RaisedAgain;
import nl.achterwacht.alarm.AlarmEvent.StepUnreachable;
import nl.achterwacht.alarm.AlarmEvent.Updated;
import nl.achterwacht.alarm.AlarmEvent.Woken;
import nl.achterwacht.alarm.AlarmEvent.WorkerSafe;
import nl.achterwacht.alarm.AlarmState.Acknowledged;
import nl.achterwacht.alarm.AlarmState.Calling;
import nl.achterwacht.alarm.AlarmState.Closed;
import nl.achterwacht.alarm.AlarmState.HandingOver;
import nl.achterwacht.base.Decision;
import org.junit.jupiter.api.Test;

/** The ladder, the promise, the hand-over and the closing. A ladder of three steps. */
class AlarmRulesTest {
  private static final AlarmPlan MISSED = plan(AlarmKind.MISSED_SIGN, false);
  private static final AlarmPlan DURESS = plan(AlarmKind.DURESS, true);
  private static final AlarmRules.Staffing EVERYBODY = _ -> true;
  private static final AlarmRules.Staffing NOBODY = _ -> false;
  private static final Calling FIRST = new Calling(0, 1, at(2), false);
  private static final Calling LAST = new Calling(2, 1, at(6), false);
  private static final Acknowledged BRAM_HAS_IT = new Acknowledged(0, 1, BRAM, at(6));
  private static final HandingOver TO_CARLA = new HandingOver(0, 1, BRAM, CARLA, at(6));
  private static final Closed CLOSED = new Closed(0, 1, at(5), BRAM, Outcome.SAFE);

  private static AlarmPlan plan(AlarmKind kind, boolean silent) {
    return new AlarmPlan(
        kind, silent, ANNA, List.of(minutes(2), minutes(2), minutes(3)), minutes(5));
  }

  private static Decision<AlarmState, AlarmEffect> decide(
      AlarmState state, AlarmEvent event, Instant now) {
    return AlarmRules.decide(MISSED, state, event, EVERYBODY, now);
  }

  @Test
  void nobodyHandlesTheAlarmAboutThemselvesOrIsAskedTo() {
    for (AlarmState state : List.of(FIRST, BRAM_HAS_IT, TO_CARLA, CLOSED)) {
      for (AlarmEvent event :
          List.of(
              new AlarmEvent.Acknowledged(ANNA),
              new Updated(ANNA, false),
              new HandOverOffered(ANNA, CARLA),
              new HandOverAnswered(ANNA, true),
              new EscalationAsked(ANNA, 0),
              new ClosingAsked(ANNA, Outcome.SAFE))) {
        assertThat(decide(state, event, at(3)))
            .isEqualTo(Decision.stay(state, new Refuse(Reason.ABOUT_YOU)));
      }
    }
    assertThat(decide(BRAM_HAS_IT, new HandOverOffered(BRAM, ANNA), at(3)))
        .isEqualTo(Decision.stay(BRAM_HAS_IT, new Refuse(Reason.ABOUT_THEM)));
  }

  @Test
  void theFirstStepIsCalledAtOnce() {
    assertThat(AlarmRules.open(MISSED, EVERYBODY, T14_00))
        .isEqualTo(Decision.to(FIRST, new CallStep(0, 1)));
  }

  @Test
  void theNextStepFollowsWhenNobodyAcknowledges() {
    assertThat(decide(FIRST, new Woken(), at(1))).isEqualTo(Decision.stay(FIRST));
    assertThat(decide(FIRST, new Woken(), at(2)))
        .isEqualTo(Decision.to(new Calling(1, 1, at(4), false), new CallStep(1, 1)));
  }

  @Test
  void theLastStepRepeatsForEver() {
    AlarmState state = LAST;
    for (int round = 2; round < 300; round++) {
      Instant now = state.wakeAt().orElseThrow();
      var decision = decide(state, new Woken(), now);
      assertThat(decision.effects()).containsExactly(new CallStep(2, round));
      assertThat(decision.next().wakeAt().orElseThrow()).isAfter(now);
      state = decision.next();
    }
  }

  @Test
  void everyOpenStateHasAMomentInTheFuture() {
    for (AlarmState state : List.of(FIRST, LAST, BRAM_HAS_IT, TO_CARLA)) {
      for (AlarmRules.Staffing staffing : List.of(EVERYBODY, NOBODY)) {
        var next = AlarmRules.decide(MISSED, state, new Woken(), staffing, at(30)).next();
        assertThat(next.wakeAt().orElseThrow()).isAfter(at(30));
      }
    }
  }

  @Test
  void aStepWithNobodyIsSkippedAtOnceAndTold() {
    assertThat(AlarmRules.open(MISSED, step -> step == 2, T14_00))
        .isEqualTo(
            Decision.to(
                new Calling(2, 1, at(3), false),
                new TellStepEmpty(0),
                new TellStepEmpty(1),
                new CallStep(2, 1)));
  }

  @Test
  void aLadderWithNobodyAtAllCallsTheFailSafeAndTriesAgainSoon() {
    var decision = AlarmRules.open(MISSED, NOBODY, T14_00);
    assertThat(decision.effects()).contains(new CallFailSafe());
    assertThat(decision.next().wakeAt()).contains(T14_00.plus(AlarmRules.NOBODY_RETRY));
  }

  @Test
  void whenTheLastStepsAreEmptyTheEarlierOnesAreCalledAgainRatherThanNobody() {
    var decision = AlarmRules.decide(MISSED, FIRST, new Woken(), step -> step == 0, at(2));
    assertThat(decision.effects())
        .containsExactly(new TellStepEmpty(1), new TellStepEmpty(2), new CallStep(0, 2));
    assertThat(decision.next()).isEqualTo(new Calling(0, 2, at(4), false));
  }

  @Test
  void whoComesOnDutyLaterIsCalledAlthoughTheLadderHadRunOut() {
    AlarmState nobody = AlarmRules.open(MISSED, NOBODY, T14_00).next();
    var decision = AlarmRules.decide(MISSED, nobody, new Woken(), step -> step == 0, at(1));
    assertThat(decision.effects()).contains(new CallStep(0, 3));
  }

  @Test
  void noStepIsEverCalledTwiceInOneRound() {
    AlarmState state = FIRST;
    var called = new java.util.HashSet<AlarmEffect>(List.of(new CallStep(0, 1)));
    for (int i = 0; i < 100; i++) {
      int mask = i * 31 % 7;
      var decision =
          AlarmRules.decide(
              MISSED,
              state,
              new Woken(),
              s -> (mask & (1 << s)) != 0,
              state.wakeAt().orElseThrow());
      for (AlarmEffect effect : decision.effects()) {
        if (effect instanceof CallStep) {
          assertThat(called.add(effect)).as("%s", effect).isTrue();
        }
      }
      state = decision.next();
    }
  }

  @Test
  void anAcknowledgementIsAPromiseThatStopsTheCallingAndTellsTheWorker() {
    assertThat(decide(FIRST, new AlarmEvent.Acknowledged(BRAM), at(1)))
        .isEqualTo(Decision.to(BRAM_HAS_IT, new StopCalling(), new TellWorkerHelpComes(BRAM)));
  }

  @Test
  void ofASilentAlarmTheWorkersPhoneHearsNothing() {
    assertThat(
            AlarmRules.decide(DURESS, FIRST, new AlarmEvent.Acknowledged(BRAM), EVERYBODY, at(1))
                .effects())
        .containsExactly(new StopCalling());
  }

  @Test
  void aPromiseThatRunsOutLetsTheLadderGoOn() {
    assertThat(decide(BRAM_HAS_IT, new Woken(), at(5))).isEqualTo(Decision.stay(BRAM_HAS_IT));
    assertThat(decide(BRAM_HAS_IT, new Woken(), at(6)))
        .isEqualTo(Decision.to(new Calling(1, 1, at(8), true), new CallStep(1, 1)));
    assertThat(decide(TO_CARLA, new Woken(), at(6)))
        .isEqualTo(Decision.to(new Calling(1, 1, at(8), true), new CallStep(1, 1)));
  }

  @Test
  void anUpdateRenewsThePromiseOfWhoGaveIt() {
    assertThat(decide(BRAM_HAS_IT, new Updated(BRAM, false), at(4)).next())
        .isEqualTo(new Acknowledged(0, 1, BRAM, at(9)));
    assertThat(decide(TO_CARLA, new Updated(BRAM, false), at(4)).next())
        .isEqualTo(new HandingOver(0, 1, BRAM, CARLA, at(9)));
    refused(BRAM_HAS_IT, new Updated(CARLA, false), Reason.HANDLED_BY_OTHER);
    refused(TO_CARLA, new Updated(CARLA, false), Reason.HANDLED_BY_OTHER);
    refused(FIRST, new Updated(BRAM, false), Reason.ACKNOWLEDGE_FIRST);
  }

  @Test
  void anAlarmIsTakenByOneAtATime() {
    refused(BRAM_HAS_IT, new AlarmEvent.Acknowledged(CARLA), Reason.HANDLED_BY_OTHER);
    refused(TO_CARLA, new AlarmEvent.Acknowledged(DIRK), Reason.HANDLED_BY_OTHER);
    assertThat(decide(BRAM_HAS_IT, new AlarmEvent.Acknowledged(BRAM), at(4)).next())
        .isEqualTo(new Acknowledged(0, 1, BRAM, at(9)));
    assertThat(decide(TO_CARLA, new AlarmEvent.Acknowledged(BRAM), at(4)).next())
        .isEqualTo(new HandingOver(0, 1, BRAM, CARLA, at(9)));
  }

  @Test
  void aHandOverMustBeAccepted() {
    assertThat(decide(BRAM_HAS_IT, new HandOverOffered(BRAM, CARLA), at(1)))
        .isEqualTo(Decision.to(TO_CARLA, new AskToTakeOver(CARLA)));
    assertThat(decide(TO_CARLA, new HandOverAnswered(CARLA, true), at(3)).next())
        .isEqualTo(new Acknowledged(0, 1, CARLA, at(8)));
    assertThat(decide(TO_CARLA, new AlarmEvent.Acknowledged(CARLA), at(3)).next())
        .isEqualTo(new Acknowledged(0, 1, CARLA, at(8)));
    assertThat(decide(TO_CARLA, new HandOverAnswered(CARLA, false), at(3)).next())
        .isEqualTo(new Acknowledged(0, 1, BRAM, at(8)));
  }

  @Test
  void onlyWhoHandlesItMayHandItOverAndOnlyWhoWasAskedMayAnswer() {
    refused(BRAM_HAS_IT, new HandOverOffered(CARLA, DIRK), Reason.HANDLED_BY_OTHER);
    refused(TO_CARLA, new HandOverOffered(CARLA, DIRK), Reason.HANDLED_BY_OTHER);
    refused(FIRST, new HandOverOffered(BRAM, CARLA), Reason.ACKNOWLEDGE_FIRST);
    for (AlarmState state : List.of(FIRST, BRAM_HAS_IT, TO_CARLA)) {
      refused(state, new HandOverAnswered(DIRK, true), Reason.NOT_OFFERED_TO_YOU);
    }
    assertThat(decide(TO_CARLA, new HandOverOffered(BRAM, DIRK), at(2)).next())
        .isEqualTo(new HandingOver(0, 1, BRAM, DIRK, at(7)));
  }

  @Test
  void anEscalationCallsTheNextStepNow() {
    assertThat(decide(FIRST, new EscalationAsked(BRAM, 0), at(1)))
        .isEqualTo(Decision.to(new Calling(1, 1, at(3), false), new CallStep(1, 1)));
    assertThat(decide(BRAM_HAS_IT, new EscalationAsked(BRAM, 0), at(1)).effects())
        .containsExactly(new CallStep(1, 1));
    assertThat(decide(TO_CARLA, new EscalationAsked(BRAM, 0), at(1)).effects())
        .containsExactly(new CallStep(1, 1));
  }

  @Test
  void aLateEscalationSkipsNobody() {
    var second = new Calling(1, 1, at(4), false);
    assertThat(decide(second, new EscalationAsked(BRAM, 0), at(3)))
        .isEqualTo(Decision.stay(second));
  }

  @Test
  void anEscalationPressedBeforeAnotherAcknowledgedCallsNobody() {
    refused(BRAM_HAS_IT, new EscalationAsked(DIRK, 0), Reason.HANDLED_BY_OTHER);
    refused(TO_CARLA, new EscalationAsked(CARLA, 0), Reason.HANDLED_BY_OTHER);
  }

  @Test
  void aStepThatCannotBeReachedIsReplacedAtOnce() {
    assertThat(decide(FIRST, new StepUnreachable(0, 1), at(1)).effects())
        .containsExactly(new CallStep(1, 1));
    assertThat(decide(LAST, new StepUnreachable(2, 1), at(4)))
        .isEqualTo(Decision.stay(LAST, new CallFailSafe()));
  }

  @Test
  void newsAboutAnEarlierStepOrRoundChangesNothing() {
    var second = new Calling(1, 2, at(4), false);
    for (AlarmState state : List.of(second, BRAM_HAS_IT, TO_CARLA, CLOSED)) {
      assertThat(decide(state, new StepUnreachable(0, 1), at(3))).isEqualTo(Decision.stay(state));
      assertThat(decide(state, new StepUnreachable(1, 1), at(3))).isEqualTo(Decision.stay(state));
    }
  }

  @Test
  void theWorkersOwnCodeClosesAMissedSignThatNobodyAcknowledged() {
    assertThat(decide(FIRST, new WorkerSafe(ANNA), at(1)))
        .isEqualTo(
            Decision.to(
                new Closed(0, 1, at(1), ANNA, Outcome.WITHDRAWN),
                new StopCalling(),
                new Finish(ANNA, Outcome.WITHDRAWN)));
  }

  @Test
  void onceSomebodyAcknowledgedTheWorkersCodeIsOnlyShown() {
    var ranOut = new Calling(1, 1, at(8), true);
    for (AlarmState state : List.of(BRAM_HAS_IT, TO_CARLA, ranOut)) {
      assertThat(decide(state, new WorkerSafe(ANNA), at(3))).isEqualTo(Decision.stay(state));
    }
  }

  @Test
  void noOtherKindOfAlarmYieldsToTheWorkersCode() {
    for (AlarmKind kind : AlarmKind.values()) {
      if (kind != AlarmKind.MISSED_SIGN) {
        var decision =
            AlarmRules.decide(plan(kind, false), FIRST, new WorkerSafe(ANNA), EVERYBODY, at(1));
        assertThat(decision).isEqualTo(Decision.stay(FIRST));
      }
    }
  }

  @Test
  void onlyWhoHandlesItClosesIt() {
    for (AlarmState state : List.of(BRAM_HAS_IT, TO_CARLA)) {
      refused(state, new ClosingAsked(CARLA, Outcome.SAFE), Reason.HANDLED_BY_OTHER);
      assertThat(decide(state, new ClosingAsked(BRAM, Outcome.HELPED), at(5)))
          .isEqualTo(
              Decision.to(
                  new Closed(0, 1, at(5), BRAM, Outcome.HELPED),
                  new StopCalling(),
                  new Finish(BRAM, Outcome.HELPED)));
    }
    refused(FIRST, new ClosingAsked(BRAM, Outcome.SAFE), Reason.ACKNOWLEDGE_FIRST);
  }

  @Test
  void onlyADrillEndsAsADrill() {
    refused(BRAM_HAS_IT, new ClosingAsked(BRAM, Outcome.DRILL), Reason.ONLY_A_DRILL_ENDS_AS_DRILL);
    var drill = plan(AlarmKind.DRILL, false);
    assertThat(
            AlarmRules.decide(
                    drill, BRAM_HAS_IT, new ClosingAsked(BRAM, Outcome.SAFE), EVERYBODY, at(3))
                .effects())
        .containsExactly(new Refuse(Reason.ONLY_A_DRILL_ENDS_AS_DRILL));
    assertThat(
            AlarmRules.decide(
                    drill, BRAM_HAS_IT, new ClosingAsked(BRAM, Outcome.DRILL), EVERYBODY, at(3))
                .next())
        .isInstanceOf(Closed.class);
  }

  @Test
  void pressingAgainStartsNoSecondLadder() {
    for (AlarmState state : List.of(FIRST, BRAM_HAS_IT, TO_CARLA, CLOSED)) {
      assertThat(decide(state, new RaisedAgain(), at(3))).isEqualTo(Decision.stay(state));
    }
  }

  @Test
  void nothingReopensAClosedAlarm() {
    for (AlarmEvent event :
        List.of(
            new AlarmEvent.Acknowledged(BRAM),
            new Updated(BRAM, false),
            new HandOverOffered(BRAM, CARLA),
            new HandOverAnswered(CARLA, true),
            new EscalationAsked(BRAM, 0),
            new ClosingAsked(BRAM, Outcome.SAFE))) {
      refused(CLOSED, event, Reason.ALREADY_CLOSED);
    }
    for (AlarmEvent event : List.of(new Woken(), new WorkerSafe(ANNA))) {
      assertThat(decide(CLOSED, event, at(9))).isEqualTo(Decision.stay(CLOSED));
    }
  }

  private static void refused(AlarmState state, AlarmEvent event, Reason reason) {
    assertThat(decide(state, event, at(3))).isEqualTo(Decision.stay(state, new Refuse(reason)));
  }
}
