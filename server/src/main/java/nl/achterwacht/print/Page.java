package nl.achterwacht.print;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * A page to print, from {@code print/NAME.html} (Mustache, XHTML) with its words in {@code
 * print/NAME_nl.properties} and {@code _en}: {@code {{w.key}}} is a word, every other name a value
 * of {@code data}. Values are escaped; a part about an empty text is left out. A name that has no
 * value is a bug and throws. Every template begins with {@code {{>head}}} and ends with {@code
 * {{>foot}}}, which need {@code title} and {@code madeBy} (who or what organisation it comes from).
 */
public final class Page {
  private static final String FOLDER = "/print/";
  private static final int LAID_OUT_AT_ONCE = 100;

  private Page() {}

  /**
   * The page as PDF.
   *
   * @param language {@code nl} or {@code en}
   */
  public static byte[] pdf(String name, String language, Map<String, ?> data) {
    try (var pdf = new Pdf()) {
      pdf.add(html(name, language, data));
      return pdf.bytes();
    } catch (IOException e) {
      throw new UncheckedIOException("could not make the PDF", e);
    }
  }

  /**
   * A page as PDF that may be too long to lay out at once, since what that needs grows with its
   * length: some of {@code list} at a time, each time on a new sheet, with the sheets numbered
   * through. {@code {{#isFirst}}} is about what stands before the list.
   *
   * @param list the name in {@code data} of the list that makes it long
   */
  public static byte[] pdfInParts(String name, String language, Map<String, ?> data, String list) {
    List<?> all = (List<?>) Objects.requireNonNull(data.get(list), list);
    Map<String, String> words = words(name, language);
    var part = new HashMap<String, Object>(data);
    part.put("isPart", true);
    try (var pdf = new Pdf()) {
      int from = 0;
      do {
        int until = Math.min(all.size(), from + LAID_OUT_AT_ONCE);
        part.put("isFirst", from == 0);
        part.put(list, all.subList(from, until));
        pdf.add(html(name, language, part));
        from = until;
      } while (from < all.size());
      pdf.number(words.getOrDefault("page", ""), words.getOrDefault("of", ""));
      return pdf.bytes();
    } catch (IOException e) {
      throw new UncheckedIOException("could not make the PDF", e);
    }
  }

  /** The page as XHTML. */
  public static String html(String name, String language, Map<String, ?> data) {
    return filled(text(name + ".html"), language, words(name, language), data);
  }

  /**
   * Fills a template that an organisation wrote itself: plain text, {@code {{name}}} for a value.
   *
   * @return the text, not escaped
   * @throws IllegalArgumentException naming what is wrong, with its line
   */
  public static String ownText(String template, Map<String, String> values) {
    try {
      return Mustache.compiler()
          .escapeHTML(false)
          .withLoader(name -> {
            throw new IllegalArgumentException("{{>" + name + "}} is not possible here");
          })
          .compile(template)
          .execute(values);
    } catch (com.samskivert.mustache.MustacheException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static String filled(
      String template, String language, Map<String, String> words, Map<String, ?> data) {
    var all = new HashMap<String, Object>(data);
    all.putIfAbsent("isPart", false);
    all.putIfAbsent("isFirst", true);
    all.put("w", words);
    all.put("lang", language);
    return Mustache.compiler()
        .emptyStringIsFalse(true)
        .withLoader(part -> new StringReader(text(part + ".html")))
        .compile(template)
        .execute(all);
  }

  /** The words of a page, for what is told beside it in the same words. */
  public static Map<String, String> words(String name, String language) {
    var words = new HashMap<String, String>();
    for (String source : new String[] {"print", name}) {
      properties(source + "_" + language + ".properties")
          .forEach((key, word) -> words.put((String) key, (String) word));
    }
    return words;
  }

  private static Properties properties(String file) {
    try (Reader reader = new InputStreamReader(open(file), StandardCharsets.UTF_8)) {
      var properties = new Properties();
      properties.load(reader);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String file) {
    try (InputStream in = open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String file) {
    InputStream in = Page.class.getResourceAsStream(FOLDER + file);
    if (in == null) {
      throw new IllegalStateException("there is no " + FOLDER + file);
    }
    return in;
  }
}
