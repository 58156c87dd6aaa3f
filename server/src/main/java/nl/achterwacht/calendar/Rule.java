package nl.achterwacht.calendar;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.achterwacht.calendar.ics.Occurrence;
import org.jspecify.annotations.Nullable;

/**
 * What a worker accepted once: appointments like this are visits.
 *
 * @param word that stands in the title; null for everything in the calendar
 */
public record Rule(UUID id, @Nullable String word) {
  /** Whether one of {@code rules} says that this is a visit. */
  static boolean anyFits(List<Rule> rules, Occurrence found) {
    return rules.stream().anyMatch(rule -> rule.fits(found));
  }

  private boolean fits(Occurrence found) {
    if (word == null) {
      return true;
    }
    String title = found.title();
    int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    return title != null
        && Pattern.compile("(?<!\\w)" + Pattern.quote(word) + "(?!\\w)", flags)
            .matcher(title)
            .find();
  }
}
