package nl.achterwacht.workplace;

import java.util.Locale;

/** What a score asks for, mildest first. */
public enum RiskClass {
  /** Acceptable as it is. */
  ACCEPT,
  /** Keep an eye on it. */
  ATTENTION,
  /** Measures are needed. */
  MEASURES,
  /** Measures are needed at once. */
  AT_ONCE,
  /** Stop the work. */
  STOP;

  /** The form in the API. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
