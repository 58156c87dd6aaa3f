package nl.achterwacht.agreement;

/** What became of an act on an agreement. */
public sealed interface AgreementResult {
  /** Done; this is how it stands now. */
  record Done(WorkingAgreement agreement) implements AgreementResult {}

  /** A rule said no; nothing changed. */
  record Refused(Reason reason) implements AgreementResult {}

  /** Why. */
  enum Reason {
    /** There is no such agreement. */
    UNKNOWN,
    /** Somebody changed it meanwhile. */
    STALE,
    /** It was ended before. */
    ENDED,
    /** The day of the review is not in the future. */
    PAST,
    /** The day of the review is more than a year away. */
    TOO_FAR
  }
}
