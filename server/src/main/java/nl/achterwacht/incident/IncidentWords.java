package nl.achterwacht.incident;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The codes of incidents in words, for papers that leave the program: letters, files, tables. */
public final class IncidentWords {
  private final ResourceBundle bundle;

  private IncidentWords(String language) {
    this.bundle =
        ResourceBundle.getBundle(
            "letters.words",
            Locale.of(language),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /**
   * The words.
   *
   * @param language {@code nl} or {@code en}
   */
  public static IncidentWords in(String language) {
    return new IncidentWords(language.equals("en") ? "en" : "nl");
  }

  /** A code of this kind of code; empty when nothing was said. */
  public String say(String kind, @Nullable Object code) {
    return code == null ? "" : bundle.getString(kind + "." + code);
  }

  /** Several behaviours, one after the other. */
  public String behaviours(List<String> codes) {
    return codes.stream().map(code -> say("behaviour", code)).collect(Collectors.joining(", "));
  }

  public String column(String name) {
    return bundle.getString("column." + name);
  }

  /** Yes or no; empty when nobody said. */
  public String yesNo(@Nullable Boolean answer) {
    return answer == null ? "" : bundle.getString(answer ? "yes" : "no");
  }
}
