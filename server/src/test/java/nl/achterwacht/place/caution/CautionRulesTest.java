package nl.achterwacht.place.caution;

import static nl.achterwacht.Cast.ANNA;
import static nl.achterwacht.Cast.BRAM;
import static nl.achterwacht.Cast.CARLA;
import static nl.achterwacht.Cast.T14_00;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import nl.achterwacht.base.Decision;
import nl.achterwacht.place.caution.CautionEffect.Reason;
import nl.achterwacht.place.caution.CautionEvent.Confirmed;
import nl.achterwacht.place.caution.CautionEvent.EndAsked;
import nl.achterwacht.place.caution.CautionEvent.Renewed;
import nl.achterwacht.place.caution.CautionEvent.Reviewed;
import nl.achterwacht.place.caution.CautionEvent.Woken;
import nl.achterwacht.place.caution.CautionState.Ended;
import nl.achterwacht.place.caution.CautionState.How;
import nl.achterwacht.place.caution.CautionState.InForce;
import nl.achterwacht.place.caution.CautionState.Proposed;
import org.junit.jupiter.api.Test;

/** The rules of a caution, with values only. */
class CautionRulesTest {
  private static final CautionRules.Facts TOLD = new CautionRules.Facts(ANNA, true);
  private static final CautionRules.Facts UNTOLD = new CautionRules.Facts(ANNA, false);
  private static final Proposed PROPOSED = CautionRules.begin(T14_00);
  private static final InForce IN_FORCE = new InForce(T14_00, CARLA, months(6), months(12));

  @Test
  void whoProposesDoesNotConfirm() {
    assertRefused(decide(TOLD, PROPOSED, new Confirmed(ANNA, months(12))), Reason.OWN_PROPOSAL);
  }

  @Test
  void withoutALetterOrAReasonNothingComesIntoForce() {
    assertRefused(decide(UNTOLD, PROPOSED, new Confirmed(CARLA, months(12))), Reason.LETTER_FIRST);
  }

  @Test
  void aSecondPersonPutsItInForceWithAReviewAndAnEnd() {
    assertThat(decide(TOLD, PROPOSED, new Confirmed(CARLA, months(12))).next()).isEqualTo(IN_FORCE);
    assertThat(decide(TOLD, PROPOSED, new Confirmed(CARLA, months(3))).next())
        .isEqualTo(new InForce(T14_00, CARLA, months(3), months(3)));
  }

  @Test
  void noneIsConfirmedForMoreThanTwelveMonths() {
    Instant longer = months(12).plusSeconds(1);
    assertRefused(decide(TOLD, PROPOSED, new Confirmed(CARLA, longer)), Reason.TOO_LONG);
    assertRefused(decide(TOLD, PROPOSED, new Confirmed(CARLA, T14_00)), Reason.NOT_LATER);
  }

  @Test
  void aProposalThatNobodyConfirmsLapses() {
    var lapsed = CautionRules.decide(TOLD, PROPOSED, new Woken(), months(1));
    assertThat(lapsed.next()).isEqualTo(new Ended(months(1), How.EXPIRED, null));
    var late = CautionRules.decide(TOLD, PROPOSED, new Confirmed(CARLA, months(6)), months(2));
    assertThat(late.next()).isEqualTo(new Ended(months(1), How.EXPIRED, null));
    assertThat(late.effects()).containsExactly(new CautionEffect.Refuse(Reason.ALREADY_ENDED));
  }

  @Test
  void whatIsInForceEndsByItself() {
    assertThat(CautionRules.decide(TOLD, IN_FORCE, new Woken(), months(12).minusNanos(1)).next())
        .isEqualTo(IN_FORCE);
    assertThat(CautionRules.decide(TOLD, IN_FORCE, new Woken(), months(12)).next())
        .isEqualTo(new Ended(months(12), How.EXPIRED, null));
  }

  @Test
  void aRenewalIsForTwelveMonthsAndThirtySixInAll() {
    var renewed = CautionRules.decide(TOLD, IN_FORCE, new Renewed(BRAM, months(23)), months(11));
    assertThat(renewed.next()).isEqualTo(new InForce(T14_00, CARLA, months(17), months(23)));
    assertRefused(
        CautionRules.decide(TOLD, IN_FORCE, new Renewed(BRAM, months(24)), months(11)),
        Reason.TOO_LONG);
    var third = new InForce(T14_00, CARLA, months(30), months(35));
    assertRefused(
        CautionRules.decide(TOLD, third, new Renewed(BRAM, months(37)), months(34)),
        Reason.HARD_STOP);
    assertThat(CautionRules.decide(TOLD, third, new Renewed(BRAM, months(36)), months(34)).next())
        .isEqualTo(new InForce(T14_00, CARLA, months(36), months(36)));
    assertRefused(decide(TOLD, IN_FORCE, new Renewed(BRAM, months(12))), Reason.NOT_LATER);
  }

  @Test
  void whoLooksAgainMovesTheReview() {
    assertThat(CautionRules.decide(TOLD, IN_FORCE, new Reviewed(ANNA), months(5)).next())
        .isEqualTo(new InForce(T14_00, CARLA, months(11), months(12)));
  }

  @Test
  void whatHasEndedStaysEnded() {
    var ended = new Ended(T14_00, How.ENDED, BRAM);
    assertRefused(decide(TOLD, ended, new Confirmed(CARLA, months(3))), Reason.ALREADY_ENDED);
    assertRefused(decide(TOLD, ended, new Renewed(CARLA, months(3))), Reason.ALREADY_ENDED);
    assertThat(decide(TOLD, ended, new Woken()).effects()).isEmpty();
    assertThat(decide(TOLD, PROPOSED, new EndAsked(ANNA)).next())
        .isEqualTo(new Ended(T14_00, How.DECLINED, ANNA));
  }

  private static Decision<CautionState, CautionEffect> decide(
      CautionRules.Facts facts, CautionState state, CautionEvent event) {
    return CautionRules.decide(facts, state, event, T14_00);
  }

  private static void assertRefused(Decision<CautionState, CautionEffect> decision, Reason reason) {
    assertThat(decision.effects()).containsExactly(new CautionEffect.Refuse(reason));
  }

  private static Instant months(int months) {
    return T14_00.atOffset(ZoneOffset.UTC).plusMonths(months).toInstant();
  }
}
