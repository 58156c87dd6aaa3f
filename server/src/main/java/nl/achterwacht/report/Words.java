package nl.achterwacht.report;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** The words of reports in one language, from {@code texts/report_LANGUAGE.properties}. */
final class Words {
  private static final Map<String, Words> KNOWN = new ConcurrentHashMap<>();

  private final Properties words = new Properties();
  private final Locale locale;

  private Words(String language) {
    // Days before months in both, but each with its own signs in numbers.
    this.locale = language.equals("en") ? Locale.UK : Locale.of(language, "NL");
    String file = "/texts/report_" + language + ".properties";
    try (var in = Words.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing");
      }
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Words in(String language) {
    return KNOWN.computeIfAbsent(language, Words::new);
  }

  Locale locale() {
    return locale;
  }

  /** The words of {@code key}; a key without words is a bug. */
  String of(String key) {
    String found = words.getProperty(key);
    if (found == null) {
      throw new IllegalStateException("no words for " + key);
    }
    return found;
  }

  /** The same, or {@code otherwise} when there are none. */
  String of(String key, String otherwise) {
    return words.getProperty(key, otherwise);
  }

  /** With {@code {0}}, {@code {1}} and so on filled in. */
  String filled(String key, Object... values) {
    return new MessageFormat(of(key), locale).format(values);
  }
}
