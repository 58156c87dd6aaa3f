package nl.achterwacht.http.api;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What is wrong with a file or a row, and what to do about it; from {@code texts/import_*}. */
final class ImportWords {
  private static final ImportWords DUTCH = new ImportWords("nl");
  private static final ImportWords ENGLISH = new ImportWords("en");

  private final ResourceBundle bundle;
  private final Locale locale;

  private ImportWords(String language) {
    this.locale = Locale.of(language);
    this.bundle =
        ResourceBundle.getBundle(
            "texts.import",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  static ImportWords in(String language) {
    return language.equals("en") ? ENGLISH : DUTCH;
  }

  /** {@code {0}} is the name of the column, {@code {1}} what stands in the row. */
  String reason(String code, String column, String given) {
    return say(code + ".reason", column, given);
  }

  String remedy(String code, String column, String given) {
    return say(code + ".remedy", column, given);
  }

  private String say(String key, String column, String given) {
    return new MessageFormat(bundle.getString(key), locale).format(new Object[] {column, given});
  }
}
