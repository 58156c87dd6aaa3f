package nl.achterwacht.report;

import java.util.Optional;
import java.util.stream.Stream;

/** The reports there are. The text form (API, names of files) never changes. */
public enum ReportKind {
  /** Where, when and at what work most goes wrong. */
  RISKS("risks"),
  /** What was reported, month by month, and whether it was answered. */
  SIGNALS("signals"),
  /** How many alarms were false, and why. */
  FALSE_ALARMS("false-alarms"),
  /** How long it takes until somebody answers an alarm, and is there. */
  RESPONSE_TIMES("response-times"),
  /** Which visits are made with a watch. */
  ADOPTION("adoption"),
  /** Lone workplaces as they stand, their measures and drills. */
  WORKPLACES("workplaces"),
  /** The eight measures for safe public work, each with a figure. */
  SELF_CHECK("self-check");

  private final String text;

  ReportKind(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  /** The kind with this text form. */
  public static Optional<ReportKind> of(String text) {
    return Stream.of(values()).filter(kind -> kind.text.equals(text)).findFirst();
  }
}
