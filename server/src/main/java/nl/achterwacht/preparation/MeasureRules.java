package nl.achterwacht.preparation;

import static nl.achterwacht.base.Decision.stay;
import static nl.achterwacht.base.Decision.to;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.achterwacht.base.Decision;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.policy.Measure;
import nl.achterwacht.preparation.MeasureEffect.Ask;
import nl.achterwacht.preparation.MeasureEffect.CallOff;
import nl.achterwacht.preparation.MeasureEffect.MoveToOffice;
import nl.achterwacht.preparation.MeasureEffect.Reason;
import nl.achterwacht.preparation.MeasureEffect.Refuse;
import nl.achterwacht.preparation.MeasureState.Asked;
import nl.achterwacht.preparation.MeasureState.Declined;
import nl.achterwacht.preparation.MeasureState.Offered;
import nl.achterwacht.preparation.MeasureState.Proven;
import nl.achterwacht.preparation.MeasureState.Waived;
import nl.achterwacht.preparation.MeasureState.Withdrawn;

/**
 * The rules of one measure on one visit. Pure: the same arguments always give the same decision.
 */
final class MeasureRules {
  // The clock of a phone or a desk is never quite ours.
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  private MeasureRules() {}

  static Decision<MeasureState, MeasureEffect> decide(
      OnVisit visit, Measure measure, MeasureState state, MeasureEvent event, Instant now) {
    return switch (event) {
      case MeasureEvent.Proved e -> prove(visit, measure, state, e, now);
      case MeasureEvent.Named e -> name(visit, measure, state, e, now);
      case MeasureEvent.Accepted e -> accept(state, e.by().person(), now);
      case MeasureEvent.Declined e -> decline(state, e.by().person(), now);
      case MeasureEvent.Waived e -> waive(visit, state, e, now);
      case MeasureEvent.Withdrawn e -> withdraw(visit, state, e, now);
    };
  }

  /** Whether a proof that was given still shows what it should, now that the visit is as it is. */
  static boolean stillHolds(Proof proof, OnVisit visit) {
    return switch (proof) {
      case Proof.CallBack p -> within(p.callAt(), visit);
      case Proof.Reachable p -> covers(p, visit);
      case Proof.Promised p -> !p.person().equals(visit.worker());
      case Proof.WithinHours p ->
          p.from().equals(visit.startAt()) && p.until().equals(visit.endAt());
      case Proof.Phoned _,
          Proof.Informed _,
          Proof.Office _,
          Proof.PoliceTold _,
          Proof.Escort _,
          Proof.Ticked _,
          Proof.Approved _,
          Proof.CalledOff _ ->
          true;
    };
  }

  private static Decision<MeasureState, MeasureEffect> prove(
      OnVisit visit, Measure measure, MeasureState state, MeasureEvent.Proved e, Instant now) {
    Optional<Reason> fault = faultOf(visit, measure, e, now);
    if (fault.isPresent()) {
      return refuse(state, fault.get());
    }
    var proven = new Proven(e.proof(), e.by().person(), now);
    return switch (e.proof()) {
      case Proof.Office(String address, String room) -> to(proven, new MoveToOffice(address, room));
      case Proof.CalledOff() -> to(proven, new CallOff());
      case Proof _ -> to(proven);
    };
  }

  private static Optional<Reason> faultOf(
      OnVisit visit, Measure measure, MeasureEvent.Proved e, Instant now) {
    if (measure == Measure.DUO || measure == Measure.ACHT) {
      return Optional.of(Reason.MUST_ACCEPT);
    }
    if (measure == Measure.DAG) {
      return Optional.of(Reason.FOLLOWS_FROM_TIMES);
    }
    if (measure == Measure.BEREIK) {
      return Optional.of(Reason.FOLLOWS_FROM_AGREEMENT);
    }
    if (!e.proof().fits(measure)) {
      return Optional.of(Reason.OTHER_PROOF);
    }
    return switch (e.proof()) {
      case Proof.Phoned p -> inThePast(p.phonedAt(), now);
      case Proof.PoliceTold p -> inThePast(p.toldAt(), now);
      case Proof.Escort p -> inThePast(p.confirmedAt(), now);
      case Proof.CallBack p when !within(p.callAt(), visit) || !p.callAt().isAfter(now) ->
          Optional.of(Reason.DOES_NOT_FIT_VISIT);
      case Proof.Approved _ when !mayDecide(visit, e.by()) -> Optional.of(Reason.NOT_YOURS_TO_GIVE);
      case Proof _ -> Optional.empty();
    };
  }

  private static Decision<MeasureState, MeasureEffect> name(
      OnVisit visit, Measure measure, MeasureState state, MeasureEvent.Named e, Instant now) {
    if (measure != Measure.DUO && measure != Measure.ACHT) {
      return refuse(state, Reason.OTHER_PROOF);
    }
    if (e.who().equals(visit.worker())) {
      return refuse(state, Reason.NOT_YOURSELF);
    }
    if (e.who().equals(state.colleague())) {
      return stay(state);
    }
    return to(new Offered(e.who(), e.by().person(), now), new Ask(e.who()));
  }

  private static Decision<MeasureState, MeasureEffect> accept(
      MeasureState state, PersonId by, Instant now) {
    if (!by.equals(state.colleague())) {
      return refuse(state, Reason.NOT_ASKED_OF_YOU);
    }
    return state instanceof Proven ? stay(state) : to(new Proven(new Proof.Promised(by), by, now));
  }

  private static Decision<MeasureState, MeasureEffect> decline(
      MeasureState state, PersonId by, Instant now) {
    return state instanceof Offered offered && offered.to().equals(by)
        ? to(new Declined(by, now))
        : refuse(state, Reason.NOT_ASKED_OF_YOU);
  }

  private static Decision<MeasureState, MeasureEffect> waive(
      OnVisit visit, MeasureState state, MeasureEvent.Waived e, Instant now) {
    if (!mayDecide(visit, e.by())) {
      return refuse(state, Reason.NOT_YOURS_TO_GIVE);
    }
    return switch (state) {
      case Proven _ -> refuse(state, Reason.ALREADY_PROVEN);
      case Asked _, Offered _, Declined _, Waived _, Withdrawn _ ->
          to(new Waived(e.reason(), e.by().person(), now));
    };
  }

  private static Decision<MeasureState, MeasureEffect> withdraw(
      OnVisit visit, MeasureState state, MeasureEvent.Withdrawn e, Instant now) {
    return switch (state) {
      case Asked _, Declined _, Withdrawn _ -> refuse(state, Reason.NOTHING_TO_WITHDRAW);
      case Proven(Proof.CalledOff _, _, _) -> refuse(state, Reason.CALLED_OFF);
      case Proven(Proof.WithinHours _, _, _) -> refuse(state, Reason.FOLLOWS_FROM_TIMES);
      case Proven(Proof.Reachable _, _, _) -> refuse(state, Reason.FOLLOWS_FROM_AGREEMENT);
      case Proven(Proof.Approved _, _, _) when !mayDecide(visit, e.by()) ->
          refuse(state, Reason.NOT_YOURS_TO_GIVE);
      case Waived _ when !mayDecide(visit, e.by()) -> refuse(state, Reason.NOT_YOURS_TO_GIVE);
      case Proven _, Waived _, Offered _ -> to(new Withdrawn(e.why(), e.by().person(), now));
    };
  }

  private static boolean mayDecide(OnVisit visit, Actor by) {
    return by.supervisor() && !by.person().equals(visit.worker());
  }

  private static boolean within(Instant moment, OnVisit visit) {
    return moment.isAfter(visit.startAt()) && !moment.isAfter(visit.endAt());
  }

  private static boolean covers(Proof.Reachable proof, OnVisit visit) {
    return !proof.from().isAfter(visit.startAt()) && !proof.until().isBefore(visit.endAt());
  }

  private static Optional<Reason> inThePast(Instant moment, Instant now) {
    return moment.isAfter(now.plus(CLOCKS_DIFFER))
        ? Optional.of(Reason.FROM_THE_FUTURE)
        : Optional.empty();
  }

  private static Decision<MeasureState, MeasureEffect> refuse(MeasureState s, Reason reason) {
    return stay(s, new Refuse(reason));
  }
}
