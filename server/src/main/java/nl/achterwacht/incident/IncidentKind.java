package nl.achterwacht.incident;

/** What kind of incident it is. The text form (SQL, API) never changes. */
public enum IncidentKind {
  AGGRESSION("aggression"),
  /** Somebody was hurt or something broke, without aggression. */
  ACCIDENT("accident"),
  /** It went well this time. */
  NEAR_MISS("near-miss");

  private final String text;

  IncidentKind(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  /** The kind with this text form; an unknown text is a bug. */
  public static IncidentKind of(String text) {
    for (IncidentKind kind : values()) {
      if (kind.text.equals(text)) {
        return kind;
      }
    }
    throw new IllegalStateException("unknown kind of incident: " + text);
  }
}
