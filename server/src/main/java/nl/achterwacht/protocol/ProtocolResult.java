package nl.achterwacht.protocol;

/** What became of an act on the version that is being made. */
public sealed interface ProtocolResult {
  /** Done; this is how it stands now. */
  record Done(Protocol protocol) implements ProtocolResult {}

  /** A rule said no; nothing changed. */
  record Refused(Reason reason) implements ProtocolResult {}

  /** Why. */
  enum Reason {
    /** Somebody else saved or put it into force meanwhile. */
    STALE,
    /** The next version waits for its day: take it back first. */
    PLANNED,
    /** There is no draft, or nothing that waits for its day. */
    NOTHING,
    /** That day is over. */
    PAST
  }
}
