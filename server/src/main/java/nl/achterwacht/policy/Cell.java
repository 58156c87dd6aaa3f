package nl.achterwacht.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What may stand in the cells of a column: a small part of FEEL, on purpose. Conditions compare
 * with literals and outcomes are literals, so no cell can loop, call anything, or take longer than
 * it took to read it.
 */
enum Cell {
  /** Condition on the code of a factor. */
  FACTOR(tests(Patterns.TEXT), "unknown-factor"),
  /** Condition on a risk class. */
  RISK_CLASS(tests(Patterns.TEXT), "unknown-class"),
  /** Condition on the way of travel. */
  TRAVEL_MODE(tests(Patterns.TEXT), "unknown-travel-mode"),
  /** Condition on a yes or no. */
  FLAG(tests(Patterns.TRUTH), ""),
  /** Condition on a whole number, which may be unknown ({@code null}). */
  NUMBER(tests(Patterns.NUMBER_TEST), ""),
  /** Condition on which factors hold. */
  FACTORS(tests("list contains\\(\\s*\\?\\s*,\\s*" + Patterns.TEXT + "\\s*\\)"), "unknown-factor"),

  /** Outcome: points, 0 to 100. */
  POINTS("[0-9]{1,2}|100", ""),
  /** Outcome: yes, no, or empty for no. */
  MARK("true|false|", ""),
  /** Outcome: yes or no. */
  TRUTH(Patterns.TRUTH, ""),
  /** Outcome: seconds; 0, or half a minute to an hour. */
  SECONDS("0|[3-9][0-9]|[1-9][0-9]{2}|[1-2][0-9]{3}|3[0-5][0-9]{2}|3600", ""),
  /** Outcome: a risk class. */
  CLASS(Patterns.TEXT, "unknown-class"),
  /** Outcome: a measure. */
  MEASURE(Patterns.TEXT, "unknown-measure"),
  /** Outcome: key of a reason, code of a factor, or a sentence of the organisation's own. */
  REASON(Patterns.SENTENCE, "unknown-reason"),
  /** Outcome: measures of which one will do instead, with commas between; or empty. */
  ALTERNATIVES("|" + Patterns.TEXT, "unknown-measure");

  private static final Set<String> TRAVEL_MODES =
      Set.of("walking", "bicycle", "car", "public-transport", "other");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

  private final Pattern form;
  private final String unknown;

  /**
   * @param unknown code of the fault when a text of the cell is not known; empty when it has none
   */
  Cell(String form, String unknown) {
    this.form = Pattern.compile(form);
    this.unknown = unknown;
  }

  /**
   * What is wrong with {@code text} in such a cell: a code of {@link Fault}, and what it is about.
   */
  Optional<Wrong> wrong(String text) {
    String bare = text.strip();
    if (!form.matcher(bare).matches()) {
      return Optional.of(new Wrong("not-understood", bare));
    }
    return texts(bare).stream()
        .filter(one -> !isKnown(one))
        .findFirst()
        .map(one -> new Wrong(unknown, one));
  }

  private boolean isKnown(String text) {
    return switch (this) {
      case FACTOR, FACTORS -> RiskFactor.isKnown(text);
      case RISK_CLASS, CLASS -> isRiskClass(text);
      case TRAVEL_MODE -> TRAVEL_MODES.contains(text);
      case MEASURE -> isMeasure(text);
      case REASON -> isReason(text);
      case ALTERNATIVES -> split(text).stream().allMatch(Cell::isMeasure);
      case FLAG, NUMBER, POINTS, MARK, TRUTH, SECONDS -> true; // these hold no texts
    };
  }

  record Wrong(String code, String value) {}

  /** The texts that stand in a cell, without their quotes. */
  static List<String> texts(String cell) {
    return QUOTED.matcher(cell).results().map((MatchResult found) -> found.group(1)).toList();
  }

  /** The measures named in a cell of alternatives. */
  static List<String> split(String alternatives) {
    return Arrays.stream(alternatives.split(",", -1)).map(String::strip).toList();
  }

  private static String tests(String test) {
    String several = "(?:" + test + ")(?:\\s*,\\s*(?:" + test + "))*";
    return "|-|" + several + "|not\\(\\s*" + several + "\\s*\\)";
  }

  private static boolean isRiskClass(String text) {
    return Arrays.stream(RiskClass.values()).anyMatch(one -> one.text().equals(text));
  }

  private static boolean isMeasure(String text) {
    return Arrays.stream(Measure.values()).anyMatch(one -> one.name().equals(text));
  }

  /** A sentence has a space in it; so a key with a slip of the pen is not taken for one. */
  private static boolean isReason(String text) {
    return text.strip().contains(" ") || RiskFactor.isKnown(text) || Reason.of(text).isPresent();
  }

  /** Pieces of the forms; a holder of their own because an enum's constants come first. */
  private static final class Patterns {
    static final String TRUTH = "true|false";
    static final String TEXT = "\"[^\"\\\\\\n]{1,60}\"";
    static final String SENTENCE = "\"[^\"\\\\\\n]{1,200}\"";
    static final String NUMBER = "-?[0-9]{1,6}";
    static final String NUMBER_TEST =
        "null|(?:[<>]=?\\s*)?"
            + NUMBER
            + "|[\\[\\](]\\s*"
            + NUMBER
            + "\\s*\\.\\.\\s*"
            + NUMBER
            + "\\s*[\\[\\])]";
  }
}
