package nl.achterwacht.drill;

/** What became of an act on a drill. */
public sealed interface DrillResult {
  /** Done; this is how it stands now. */
  record Done(Drill drill) implements DrillResult {}

  /** A rule said no; nothing changed. */
  record Refused(Reason reason) implements DrillResult {}

  /** There is no such drill or workplace. */
  record Unknown() implements DrillResult {}

  /** Why not. */
  enum Reason {
    /** A real alarm is open: everybody is needed there. */
    REAL_ALARM,
    /** Another drill goes on. */
    DRILL_GOES_ON,
    /** It was started, or it is over. */
    NOT_PLANNED,
    /** It was not started. */
    NOT_STARTED,
    /** It ended in another way, or its result is known. */
    ENDED
  }
}
