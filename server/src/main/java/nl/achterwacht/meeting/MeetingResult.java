package nl.achterwacht.meeting;

/** What became of an act on a meeting. */
public sealed interface MeetingResult {
  /** Done. */
  record Done(MeetingId meeting) implements MeetingResult {}

  /** A rule said no; nothing changed. */
  record Refused(Reason reason) implements MeetingResult {}

  /** Why. */
  enum Reason {
    /** There is no such meeting or item. */
    UNKNOWN,
    /** It was finished or cancelled: nothing changes any more. */
    CLOSED,
    /** Somebody changed it meanwhile. */
    STALE,
    /** What fills itself stays on the agenda, and so does what was talked about. */
    STAYS,
    /** That day is not in the future. */
    PAST,
    /** That day is more than a year away. */
    TOO_FAR
  }
}
