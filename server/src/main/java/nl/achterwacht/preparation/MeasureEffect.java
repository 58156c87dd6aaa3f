package nl.achterwacht.preparation;

import nl.achterwacht.base.PersonId;

/** What must follow from a decision about a measure. */
public sealed interface MeasureEffect {
  /** This colleague is asked to say yes or no. */
  record Ask(PersonId colleague) implements MeasureEffect {}

  /** The visit takes place at the office. */
  record MoveToOffice(String address, String room) implements MeasureEffect {}

  /** The visit is cancelled. */
  record CallOff() implements MeasureEffect {}

  /** A rule says no. Nothing changed. */
  record Refuse(Reason reason) implements MeasureEffect {}

  /** Why a rule says no. */
  enum Reason {
    /** A colleague is named, and says yes. */
    MUST_ACCEPT,
    /** It follows from the times of the visit. */
    FOLLOWS_FROM_TIMES,
    /** It follows from a reachability agreement. */
    FOLLOWS_FROM_AGREEMENT,
    /** This measure is proven in another way. */
    OTHER_PROOF,
    /** A supervisor gives it, never at an own visit. */
    NOT_YOURS_TO_GIVE,
    /** What is told as done lies in the future. */
    FROM_THE_FUTURE,
    /** The time does not fit the visit. */
    DOES_NOT_FIT_VISIT,
    /** Nobody is their own colleague. */
    NOT_YOURSELF,
    /** Somebody else was asked, or nobody. */
    NOT_ASKED_OF_YOU,
    /** It is taken already. */
    ALREADY_PROVEN,
    /** There is nothing to take back. */
    NOTHING_TO_WITHDRAW,
    /** A visit that was called off is planned anew. */
    CALLED_OFF
  }
}
