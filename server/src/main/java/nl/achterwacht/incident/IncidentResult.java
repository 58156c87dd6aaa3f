package nl.achterwacht.incident;

/** What became of an act on an incident. */
public sealed interface IncidentResult {
  /** Done. */
  record Done(IncidentId id) implements IncidentResult {}

  /** A rule said no; nothing changed. */
  record Refused(Reason reason) implements IncidentResult {}

  /** There is no such incident, step, measure or letter. */
  record Unknown() implements IncidentResult {}

  /** Why a rule says no. */
  enum Reason {
    /** Somebody else changed it meanwhile. */
    CHANGED_MEANWHILE,
    /** The incident is closed. */
    CLOSED,
    /** This was ended before. */
    ALREADY_ENDED,
    /** What was not done is tried again: when? */
    NEXT_DATE,
    /** The next date is not in the future, or too far away. */
    NEXT_DATE_WRONG,
    /** Only a step of the whole incident can be without need. */
    STILL_NEEDED,
    /** Somebody's aftercare is open. */
    AFTERCARE_OPEN,
    /** A step is open. */
    STEPS_OPEN,
    /** Nobody judged how serious it was. */
    NOT_JUDGED,
    /** A measure answers behaviour, never criticism, a complaint or emotion. */
    NO_BEHAVIOUR,
    /** A measure needs an end, within a year and not in the past. */
    END_WRONG,
    /** It is looked at again before it ends. */
    REVIEW_WRONG,
    /** The letter was sent; it stays as it was. */
    ALREADY_SENT
  }
}
