package nl.achterwacht.place.caution;

/** What must follow from a decision about a caution. */
public sealed interface CautionEffect {
  /** A rule says no. */
  record Refuse(Reason reason) implements CautionEffect {}

  /** Why a rule says no. */
  enum Reason {
    /** Who proposes does not confirm. */
    OWN_PROPOSAL,
    /** Neither was a letter sent, nor is it written down why not. */
    LETTER_FIRST,
    /** It is in force already. */
    ALREADY_CONFIRMED,
    /** Only what is in force is reviewed or renewed. */
    NOT_IN_FORCE,
    /** It is over. */
    ALREADY_ENDED,
    /** The new end is not later than now, or than the end it has. */
    NOT_LATER,
    /** More than 12 months at a time. */
    TOO_LONG,
    /** More than 36 months in all. */
    HARD_STOP
  }
}
