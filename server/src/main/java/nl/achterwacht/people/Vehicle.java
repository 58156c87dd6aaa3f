package nl.achterwacht.people;

import java.util.Locale;
import java.util.UUID;
import nl.achterwacht.base.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody travels in.
 *
 * @param kind {@code car}, {@code bicycle}, {@code moped} or {@code other}
 * @param plate with its dashes, as far as it is a pattern we know
 * @param description as people say it: make, type and colour
 */
public record Vehicle(
    UUID id,
    PersonId person,
    String kind,
    @Nullable String plate,
    @Nullable String brand,
    @Nullable String colour,
    String description) {
  /** How colleagues and the police are told of it; says nothing twice. */
  public String inWords() {
    var words = new StringBuilder(description);
    for (@Nullable String part : new @Nullable String[] {brand, colour, plate}) {
      if (part != null && !saysAlready(words, part)) {
        words.append(", ").append(part);
      }
    }
    return words.toString();
  }

  private static boolean saysAlready(StringBuilder words, String part) {
    return words.toString().toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }
}
