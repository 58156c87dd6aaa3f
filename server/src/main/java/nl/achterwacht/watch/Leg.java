package nl.achterwacht.watch;

/**
 * The part of the trip the worker is on. A visit ends at home or at the office, not at the door.
 */
public enum Leg {
  OUT("out"),
  ON_SITE("on-site"),
  HOME("home");

  private final String text;

  Leg(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  /** The leg with this text form; an unknown text is a bug. */
  public static Leg of(String text) {
    for (Leg leg : values()) {
      if (leg.text.equals(text)) {
        return leg;
      }
    }
    throw new IllegalStateException("unknown leg: " + text);
  }
}
