package nl.achterwacht.watch;

/** The three shapes of a watch (DESIGN 4). The text form never changes. */
public enum Shape {
  /** An expected end: "out by 14:45; if not, come and look". */
  VISIT("visit"),
  /** A sign of life every interval, for lone workplaces. */
  SHIFT("shift"),
  /** Home safe by an estimate plus a margin. */
  JOURNEY("journey");

  private final String text;

  Shape(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  /** The shape with this text form; an unknown text is a bug. */
  public static Shape of(String text) {
    for (Shape shape : values()) {
      if (shape.text.equals(text)) {
        return shape;
      }
    }
    throw new IllegalStateException("unknown shape: " + text);
  }
}
