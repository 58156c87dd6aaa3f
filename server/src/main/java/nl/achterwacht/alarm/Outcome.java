package nl.achterwacht.alarm;

/** How an alarm ended. The text form never changes. */
public enum Outcome {
  /** The worker is safe without help. */
  SAFE("safe"),
  /** Help was given. */
  HELPED("helped"),
  /** There was nothing the matter; a cause goes with it. */
  FALSE_ALARM("false-alarm"),
  /** It was a drill. */
  DRILL("drill"),
  /** The worker's own safe code, before anybody had acknowledged. */
  WITHDRAWN("withdrawn");

  private final String text;

  Outcome(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  /** The outcome with this text form; an unknown text is a bug. */
  public static Outcome of(String text) {
    for (Outcome outcome : values()) {
      if (outcome.text.equals(text)) {
        return outcome;
      }
    }
    throw new IllegalStateException("unknown outcome: " + text);
  }
}
