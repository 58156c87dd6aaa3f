package nl.achterwacht.alarm;

/** Why somebody must act. Each kind has its own ladder per team. The text form never changes. */
public enum AlarmKind {
  MISSED_SIGN("missed-sign"),
  PANIC("panic"),
  DURESS("duress"),
  DEPARTURE("departure"),
  DEVICE("device"),
  /** A call for help from somebody who could not be recognised. */
  UNVERIFIED("unverified"),
  /** A real run of the ladder that everyone knows is a test. */
  DRILL("drill");

  private final String text;

  AlarmKind(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  /** The kind with this text form; an unknown text is a bug. */
  public static AlarmKind of(String text) {
    for (AlarmKind kind : values()) {
      if (kind.text.equals(text)) {
        return kind;
      }
    }
    throw new IllegalStateException("unknown alarm kind: " + text);
  }
}
