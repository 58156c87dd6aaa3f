package nl.achterwacht.preparation;

import static nl.achterwacht.Cast.ANNA;
import static nl.achterwacht.Cast.BRAM;
import static nl.achterwacht.Cast.CARLA;
import static nl.achterwacht.Cast.DIRK;
import static nl.achterwacht.Cast.T14_00;
import static nl.achterwacht.Cast.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.achterwacht.base.Decision;
import nl.achterwacht.policy.Measure;
import nl.achterwacht.preparation.MeasureEffect.Ask;
import nl.achterwacht.preparation.MeasureEffect.Reason;
import nl.achterwacht.preparation.MeasureEffect.Refuse;
import nl.achterwacht.preparation.MeasureEvent.Accepted;
import nl.achterwacht.preparation.MeasureEvent.Named;
import nl.achterwacht.preparation.MeasureEvent.Proved;
import nl.achterwacht.preparation.MeasureEvent.Waived;
import nl.achterwacht.preparation.MeasureEvent.Withdrawn;
import nl.achterwacht.preparation.MeasureState.Asked;
import nl.achterwacht.preparation.MeasureState.Declined;
import nl.achterwacht.preparation.MeasureState.Offered;
import nl.achterwacht.preparation.MeasureState.Proven;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Anna goes from 15:00 to 16:00; what proves a measure, who may do without it. */
class MeasureRulesTest {
  static final OnVisit VISIT = new OnVisit(ANNA, at(60), at(120));
  static final Actor WORKER = new Actor(ANNA, false);
  static final Actor SUPERVISOR = new Actor(CARLA, true);
  private static final Asked ASKED = new Asked();

  private static Decision<MeasureState, MeasureEffect> decide(
      Measure measure, MeasureState state, MeasureEvent event) {
    return MeasureRules.decide(VISIT, measure, state, event, T14_00);
  }

  private static Decision<MeasureState, MeasureEffect> proved(Measure measure, Proof proof) {
    return decide(measure, ASKED, new Proved(proof, WORKER));
  }

  /** A measure and what proves it. */
  record Case(Measure measure, Proof proof) {}

  static List<Case> proofs() {
    return List.of(
        new Case(Measure.BEL, new Proof.Phoned(at(-5), Proof.Outcome.CALM)),
        new Case(Measure.BEL, new Proof.Phoned(at(-5), Proof.Outcome.NOBODY_REACHED)),
        new Case(Measure.INFO, new Proof.Informed("wijkagent", false)),
        new Case(Measure.TERUG, new Proof.CallBack(at(90))),
        new Case(Measure.KANTOOR, new Proof.Office("Stadhuis", "kamer 1.12")),
        new Case(Measure.POLVOOR, new Proof.PoliceTold("J. de Boer", at(-9), "PL-1")),
        new Case(Measure.POLMEE, new Proof.Escort("J. de Boer", at(-9))),
        new Case(Measure.CODE, new Proof.Ticked(null)),
        new Case(Measure.AUTO, new Proof.Ticked(null)),
        new Case(Measure.PARK, new Proof.Ticked(null)),
        new Case(Measure.ACCU, new Proof.Ticked("powerbank mee")),
        new Case(Measure.DEK, new Proof.Ticked(null)),
        new Case(Measure.PAK, new Proof.Ticked(null)),
        new Case(Measure.NIET, new Proof.CalledOff()));
  }

  @ParameterizedTest
  @MethodSource("proofs")
  void eachMeasureIsProvenByItsOwnProofAndByNoOther(Case one) {
    assertThat(proved(one.measure(), one.proof()).next())
        .isEqualTo(new Proven(one.proof(), ANNA, T14_00));
    for (Measure other : Measure.values()) {
      if (!one.proof().fits(other)) {
        assertThat(proved(other, one.proof()).next()).as(other.name()).isEqualTo(ASKED);
      }
    }
  }

  @Test
  void aColleagueIsNamedAndMustSayYes() {
    for (Measure measure : List.of(Measure.DUO, Measure.ACHT)) {
      assertRefused(proved(measure, new Proof.Promised(BRAM)), Reason.MUST_ACCEPT);
      var offered = decide(measure, ASKED, new Named(BRAM, WORKER));
      assertThat(offered.next()).isEqualTo(new Offered(BRAM, ANNA, T14_00));
      assertThat(offered.effects()).containsExactly(new Ask(BRAM));
      assertThat(offered.next().isSettled()).isFalse();

      assertRefused(
          decide(measure, offered.next(), new Accepted(new Actor(DIRK, false))),
          Reason.NOT_ASKED_OF_YOU);
      var yes = decide(measure, offered.next(), new Accepted(new Actor(BRAM, false)));
      assertThat(yes.next()).isEqualTo(new Proven(new Proof.Promised(BRAM), BRAM, T14_00));
      var again = decide(measure, yes.next(), new Accepted(new Actor(BRAM, false)));
      assertThat(again.next()).isEqualTo(yes.next());
      var no = decide(measure, offered.next(), new MeasureEvent.Declined(new Actor(BRAM, false)));
      assertThat(no.next()).isEqualTo(new Declined(BRAM, T14_00));
      assertThat(no.next().isSettled()).isFalse();
    }
  }

  @Test
  void nobodyIsTheirOwnColleague() {
    assertRefused(decide(Measure.DUO, ASKED, new Named(ANNA, WORKER)), Reason.NOT_YOURSELF);
  }

  @Test
  void askingSomebodyElseEndsThePromiseOfTheFirst() {
    var promised = new Proven(new Proof.Promised(BRAM), BRAM, T14_00);
    var other = decide(Measure.DUO, promised, new Named(DIRK, WORKER));
    assertThat(other.next()).isEqualTo(new Offered(DIRK, ANNA, T14_00));
    assertThat(decide(Measure.DUO, promised, new Named(BRAM, WORKER)).next()).isEqualTo(promised);
  }

  @Test
  void whatIsToldAsDoneHasBeenDone() {
    assertRefused(
        proved(Measure.BEL, new Proof.Phoned(at(6), Proof.Outcome.CALM)), Reason.FROM_THE_FUTURE);
    assertRefused(
        proved(Measure.POLVOOR, new Proof.PoliceTold("J", at(6), "1")), Reason.FROM_THE_FUTURE);
    assertRefused(proved(Measure.POLMEE, new Proof.Escort("J", at(6))), Reason.FROM_THE_FUTURE);
    // A phone whose clock is a little ahead is not refused.
    assertThat(proved(Measure.POLMEE, new Proof.Escort("J", at(4))).next().isSettled()).isTrue();
  }

  @Test
  void aCallBackLiesWithinTheVisit() {
    assertRefused(proved(Measure.TERUG, new Proof.CallBack(at(60))), Reason.DOES_NOT_FIT_VISIT);
    assertThat(proved(Measure.TERUG, new Proof.CallBack(at(120))).next().isSettled()).isTrue();
    assertRefused(proved(Measure.TERUG, new Proof.CallBack(at(121))), Reason.DOES_NOT_FIT_VISIT);
  }

  @Test
  void whoCanBeReachedFollowsFromTheAgreementAlone() {
    var agreed = new Proof.Reachable("Bram", "0612345678", at(60), at(150));
    assertRefused(proved(Measure.BEREIK, agreed), Reason.FOLLOWS_FROM_AGREEMENT);
    assertRefused(
        decide(
            Measure.BEREIK,
            new Proven(agreed, ANNA, T14_00),
            new MeasureEvent.Withdrawn(null, WORKER)),
        Reason.FOLLOWS_FROM_AGREEMENT);
  }

  @Test
  void onlyASupervisorApprovesAndWaivesAndNeverAtAnOwnVisit() {
    var ownVisit = new Actor(ANNA, true);
    for (Actor by : List.of(WORKER, ownVisit, new Actor(BRAM, false))) {
      assertRefused(
          decide(Measure.LEID, ASKED, new Proved(new Proof.Approved(), by)),
          Reason.NOT_YOURS_TO_GIVE);
      assertRefused(
          decide(Measure.DUO, ASKED, new Waived("te druk", by)), Reason.NOT_YOURS_TO_GIVE);
    }
    var approved = decide(Measure.LEID, ASKED, new Proved(new Proof.Approved(), SUPERVISOR));
    assertThat(approved.next().isSettled()).isTrue();
    assertRefused(
        decide(Measure.LEID, approved.next(), new Withdrawn(null, WORKER)),
        Reason.NOT_YOURS_TO_GIVE);
    var waived = decide(Measure.DUO, ASKED, new Waived("kent het gezin", SUPERVISOR));
    assertThat(waived.next()).isEqualTo(new MeasureState.Waived("kent het gezin", CARLA, T14_00));
    assertRefused(
        decide(Measure.DUO, waived.next(), new Withdrawn(null, WORKER)), Reason.NOT_YOURS_TO_GIVE);
    assertThat(decide(Measure.DUO, waived.next(), new Withdrawn("toch niet", SUPERVISOR)).next())
        .isEqualTo(new MeasureState.Withdrawn("toch niet", CARLA, T14_00));
  }

  @Test
  void whatIsProvenNeedsNoWaiver() {
    var proven = new Proven(new Proof.Ticked(null), ANNA, T14_00);
    assertRefused(
        decide(Measure.PAK, proven, new Waived("niet nodig", SUPERVISOR)), Reason.ALREADY_PROVEN);
  }

  @Test
  void officeHoursFollowFromTheTimesAndFromNobodysWord() {
    assertRefused(
        proved(Measure.DAG, new Proof.WithinHours(at(60), at(120))), Reason.FOLLOWS_FROM_TIMES);
    var proven = new Proven(new Proof.WithinHours(at(60), at(120)), ANNA, T14_00);
    assertRefused(
        decide(Measure.DAG, proven, new Withdrawn(null, WORKER)), Reason.FOLLOWS_FROM_TIMES);
  }

  @Test
  void anEscortThatCancelsIsWithdrawn() {
    var proven = new Proven(new Proof.Escort("J. de Boer", at(-9)), ANNA, T14_00);
    var gone = decide(Measure.POLMEE, proven, new Withdrawn("spoed elders", WORKER));
    assertThat(gone.next()).isEqualTo(new MeasureState.Withdrawn("spoed elders", ANNA, T14_00));
    assertThat(gone.next().isSettled()).isFalse();
    assertRefused(
        decide(Measure.POLMEE, gone.next(), new Withdrawn(null, WORKER)),
        Reason.NOTHING_TO_WITHDRAW);
  }

  @Test
  void theOfficeMovesTheVisitAndCallingOffEndsIt() {
    assertThat(proved(Measure.KANTOOR, new Proof.Office("Stadhuis", "1.12")).effects())
        .containsExactly(new MeasureEffect.MoveToOffice("Stadhuis", "1.12"));
    var off = proved(Measure.NIET, new Proof.CalledOff());
    assertThat(off.effects()).containsExactly(new MeasureEffect.CallOff());
    assertRefused(decide(Measure.NIET, off.next(), new Withdrawn(null, WORKER)), Reason.CALLED_OFF);
  }

  private static void assertRefused(Decision<MeasureState, MeasureEffect> decision, Reason reason) {
    assertThat(decision.effects()).containsExactly(new Refuse(reason));
  }
}
