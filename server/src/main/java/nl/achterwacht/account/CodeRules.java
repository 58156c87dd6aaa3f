package nl.achterwacht.account;

import java.util.regex.Pattern;

/** What a safe code and a duress code must be like. Pure. */
final class CodeRules {
  private static final Pattern DIGITS = Pattern.compile("[0-9]{4,8}");
  private static final Pattern YEAR = Pattern.compile("(19[3-9][0-9]|20[0-3][0-9])");
  private static final int PLACES_APART = 2;

  private CodeRules() {}

  /** Whether everybody who holds the phone would try it early. */
  static boolean isGuessable(String code) {
    return !DIGITS.matcher(code).matches()
        || YEAR.matcher(code).matches()
        || isRow(code)
        || isRepeated(code);
  }

  /** Whether no slip of one key turns the one into the other. */
  static boolean areApart(String safe, String duress) {
    int apart = Math.abs(safe.length() - duress.length());
    for (int i = 0; i < Math.min(safe.length(), duress.length()); i++) {
      if (safe.charAt(i) != duress.charAt(i)) {
        apart++;
      }
    }
    return apart >= PLACES_APART;
  }

  /** 0000, 1234, 9876, 2468, 7890: each digit the same step further. */
  private static boolean isRow(String code) {
    int step = Math.floorMod(code.charAt(1) - code.charAt(0), 10);
    for (int i = 2; i < code.length(); i++) {
      if (Math.floorMod(code.charAt(i) - code.charAt(i - 1), 10) != step) {
        return false;
      }
    }
    // 2580 and 1470 are rows of three; they are no worse than others.
    return step <= 2 || step >= 8;
  }

  /** 1212, 123123: a short piece again and again. */
  private static boolean isRepeated(String code) {
    for (int piece = 1; piece <= code.length() / 2; piece++) {
      if (code.length() % piece == 0
          && code.equals(code.substring(0, piece).repeat(code.length() / piece))) {
        return true;
      }
    }
    return false;
  }
}
