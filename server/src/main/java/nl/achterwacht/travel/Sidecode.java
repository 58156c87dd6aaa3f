package nl.achterwacht.travel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The patterns of Dutch number plates, in the order in which they were taken into use (RDW; the
 * eleventh since 4 June 2024).
 *
 * @param number from 1
 * @param pattern {@code X} for a letter, {@code 9} for a digit, with the dashes
 */
record Sidecode(int number, String pattern) {
  private static final List<Sidecode> ALL =
      numbered(
          "XX-99-99",
          "99-99-XX",
          "99-XX-99",
          "XX-99-XX",
          "XX-XX-99",
          "99-XX-XX",
          "99-XXX-9",
          "9-XXX-99",
          "XX-999-X",
          "X-999-XX",
          "XXX-99-X",
          "X-99-XXX",
          "9-XX-999",
          "999-XX-9");

  /** Before the fourth any letter was used. */
  private static final int WITHOUT_VOWELS_FROM = 4;

  /** The one in use while the names of parties joined the groups that are left out. */
  private static final int WITHOUT_PARTIES_FROM = 11;

  static List<Sidecode> all() {
    return ALL;
  }

  /**
   * The sidecode of six capitals and digits without dashes. No two share a pattern without dashes.
   */
  static Optional<Sidecode> of(String signs) {
    String shape = shape(signs);
    return ALL.stream()
        .filter(sidecode -> sidecode.pattern.replace("-", "").equals(shape))
        .findFirst();
  }

  /** {@code signs} with the dashes where they belong. */
  String written(String signs) {
    var written = new StringBuilder(signs);
    for (int at = 0; at < pattern.length(); at++) {
      if (pattern.charAt(at) == '-') {
        written.insert(at, '-');
      }
    }
    return written.toString();
  }

  boolean hasNoVowels() {
    return number >= WITHOUT_VOWELS_FROM;
  }

  boolean hasNoParties() {
    return number >= WITHOUT_PARTIES_FROM;
  }

  private static String shape(String signs) {
    return signs.replaceAll("[^0-9A-Z]", "?").replaceAll("[0-9]", "9").replaceAll("[A-Z]", "X");
  }

  private static List<Sidecode> numbered(String... patterns) {
    var all = new ArrayList<Sidecode>();
    for (String pattern : patterns) {
      all.add(new Sidecode(all.size() + 1, pattern));
    }
    return List.copyOf(all);
  }
}
