package nl.achterwacht.http.api;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The sentences of the API in the reader's language; they stand in {@code texts/http_*}. */
final class Words {
  private static final Words DUTCH = new Words("nl");
  private static final Words ENGLISH = new Words("en");

  private final ResourceBundle bundle;
  private final Locale locale;

  private Words(String language) {
    this.locale = Locale.of(language);
    this.bundle =
        ResourceBundle.getBundle(
            "texts.http",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  static Words in(String language) {
    return language.equals("en") ? ENGLISH : DUTCH;
  }

  String say(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), locale).format(values);
  }

  /** As {@link #say}, or {@code otherwise} when there is no such sentence yet. */
  String sayOr(String key, String otherwise, Object... values) {
    try {
      return say(key, values);
    } catch (MissingResourceException e) {
      return otherwise;
    }
  }
}
