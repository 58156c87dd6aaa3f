package nl.achterwacht.workplace;

/** What became of an act on a workplace. */
public sealed interface WorkplaceResult {
  /** Done; this is how it stands now. */
  record Done(Workplace workplace) implements WorkplaceResult {}

  /** A rule said no; nothing changed. */
  record Refused(Reason reason) implements WorkplaceResult {}

  /** There is no such workplace. */
  record Unknown() implements WorkplaceResult {}

  /** Why not. */
  enum Reason {
    /** Somebody changed it since it was read. */
    CHANGED_MEANWHILE,
    /** It is not used any more. */
    ENDED,
    /** To be allowed with measures it needs one. */
    NO_MEASURE,
    /** One of its risks asks to stop the work. */
    RISK_TOO_HIGH
  }
}
