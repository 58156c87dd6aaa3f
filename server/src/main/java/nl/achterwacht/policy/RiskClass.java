package nl.achterwacht.policy;

/** How risky a visit is. Screens show three colours; very high is red with a lock. */
public enum RiskClass {
  NORMAL("normal"),
  RAISED("raised"),
  HIGH("high"),
  VERY_HIGH("very-high");

  private final String text;

  RiskClass(String text) {
    this.text = text;
  }

  /** As in the database, the API and the decision tables. */
  public String text() {
    return text;
  }

  /** The class of that name; a bug of ours when there is none. */
  public static RiskClass of(String text) {
    for (RiskClass one : values()) {
      if (one.text.equals(text)) {
        return one;
      }
    }
    throw new IllegalStateException("no risk class " + text);
  }
}
