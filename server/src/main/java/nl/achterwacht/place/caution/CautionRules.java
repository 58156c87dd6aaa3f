package nl.achterwacht.place.caution;

import static nl.achterwacht.base.Decision.stay;
import static nl.achterwacht.base.Decision.to;

import java.time.Instant;
import java.time.ZoneOffset;
import nl.achterwacht.base.Decision;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.place.caution.CautionEffect.Reason;
import nl.achterwacht.place.caution.CautionEffect.Refuse;
import nl.achterwacht.place.caution.CautionEvent.Confirmed;
import nl.achterwacht.place.caution.CautionEvent.EndAsked;
import nl.achterwacht.place.caution.CautionEvent.Renewed;
import nl.achterwacht.place.caution.CautionEvent.Reviewed;
import nl.achterwacht.place.caution.CautionEvent.Woken;
import nl.achterwacht.place.caution.CautionState.Ended;
import nl.achterwacht.place.caution.CautionState.How;
import nl.achterwacht.place.caution.CautionState.InForce;
import nl.achterwacht.place.caution.CautionState.Proposed;

/**
 * The rules of a caution. Pure: the same arguments always give the same decision. The terms are
 * those of DESIGN 9 and its decision record: a look again after 6 months, an end within 12, a hard
 * stop at 36.
 */
final class CautionRules {
  /** A proposal that nobody confirms lapses: a suspicion does not lie about. */
  static final int MONTHS_TO_CONFIRM = 1;

  static final int MONTHS_TO_REVIEW = 6;
  static final int MONTHS_AT_A_TIME = 12;
  static final int MONTHS_IN_ALL = 36;

  private CautionRules() {}

  /**
   * What does not change while it stands, or is written beside it.
   *
   * @param letterSettled a letter was sent, or why not is written down
   */
  record Facts(PersonId proposedBy, boolean letterSettled) {}

  /** The first state. */
  static Proposed begin(Instant now) {
    return new Proposed(later(now, MONTHS_TO_CONFIRM));
  }

  static Decision<CautionState, CautionEffect> decide(
      Facts facts, CautionState state, CautionEvent event, Instant now) {
    return switch (state) {
      case Proposed s when !now.isBefore(s.endsAt()) -> expired(s.endsAt(), event);
      case Proposed s -> whileProposed(facts, s, event, now);
      case InForce s when !now.isBefore(s.endsAt()) -> expired(s.endsAt(), event);
      case InForce s -> whileInForce(s, event, now);
      case Ended s -> event instanceof Woken ? stay(s) : refuse(s, Reason.ALREADY_ENDED);
    };
  }

  private static Decision<CautionState, CautionEffect> whileProposed(
      Facts facts, Proposed s, CautionEvent event, Instant now) {
    return switch (event) {
      case Confirmed c when c.by().equals(facts.proposedBy()) -> refuse(s, Reason.OWN_PROPOSAL);
      case Confirmed _ when !facts.letterSettled() -> refuse(s, Reason.LETTER_FIRST);
      case Confirmed c when !c.endsAt().isAfter(now) -> refuse(s, Reason.NOT_LATER);
      case Confirmed c when c.endsAt().isAfter(later(now, MONTHS_AT_A_TIME)) ->
          refuse(s, Reason.TOO_LONG);
      case Confirmed c -> to(new InForce(now, c.by(), reviewAt(now, c.endsAt()), c.endsAt()));
      case Reviewed _, Renewed _ -> refuse(s, Reason.NOT_IN_FORCE);
      case EndAsked e -> to(new Ended(now, How.DECLINED, e.by()));
      case Woken() -> stay(s);
    };
  }

  private static Decision<CautionState, CautionEffect> whileInForce(
      InForce s, CautionEvent event, Instant now) {
    return switch (event) {
      case Confirmed _ -> refuse(s, Reason.ALREADY_CONFIRMED);
      case Reviewed _ ->
          to(new InForce(s.since(), s.confirmedBy(), reviewAt(now, s.endsAt()), s.endsAt()));
      case Renewed r when !r.endsAt().isAfter(s.endsAt()) -> refuse(s, Reason.NOT_LATER);
      case Renewed r when r.endsAt().isAfter(later(s.since(), MONTHS_IN_ALL)) ->
          refuse(s, Reason.HARD_STOP);
      case Renewed r when r.endsAt().isAfter(later(now, MONTHS_AT_A_TIME)) ->
          refuse(s, Reason.TOO_LONG);
      case Renewed r ->
          to(new InForce(s.since(), s.confirmedBy(), reviewAt(now, r.endsAt()), r.endsAt()));
      case EndAsked e -> to(new Ended(now, How.ENDED, e.by()));
      case Woken() -> stay(s);
    };
  }

  /** Its time was up, whether or not the sweep came by: whatever is asked comes too late. */
  private static Decision<CautionState, CautionEffect> expired(Instant at, CautionEvent event) {
    var ended = new Ended(at, How.EXPIRED, null);
    return event instanceof Woken ? to(ended) : to(ended, new Refuse(Reason.ALREADY_ENDED));
  }

  /** The latest end that may be asked for at {@code now}. */
  static Instant latestEnd(Instant now) {
    return later(now, MONTHS_AT_A_TIME);
  }

  private static Instant reviewAt(Instant now, Instant endsAt) {
    Instant review = later(now, MONTHS_TO_REVIEW);
    return review.isBefore(endsAt) ? review : endsAt;
  }

  private static Decision<CautionState, CautionEffect> refuse(CautionState state, Reason reason) {
    return stay(state, new Refuse(reason));
  }

  private static Instant later(Instant from, int months) {
    return from.atOffset(ZoneOffset.UTC).plusMonths(months).toInstant();
  }
}
