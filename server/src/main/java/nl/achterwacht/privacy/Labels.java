package nl.achterwacht.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** What tables and columns are called by people, in one language. */
final class Labels {
  private final Properties words = new Properties();

  /**
   * @param language {@code nl} or {@code en}
   */
  Labels(String language) {
    String file = "/print/personal-file_" + ("en".equals(language) ? "en" : "nl") + ".properties";
    try (InputStream in = Objects.requireNonNull(Labels.class.getResourceAsStream(file), file)) {
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean has(String key) {
    return words.containsKey(key);
  }

  String of(String key) {
    return words.getProperty(key, key);
  }

  /** What a field inside a column is called, which is written as programs do: {@code dueAt}. */
  String ofField(String field) {
    return ofColumn(field.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT));
  }

  /** What a value is called that programs keep as a word; any other text as it is. */
  String ofValue(String value) {
    return words.getProperty("v." + value, value);
  }

  /** What a column is called; the name itself where nobody named it. */
  String ofColumn(String column) {
    return words.getProperty("c." + column, column.replace('_', ' '));
  }
}
