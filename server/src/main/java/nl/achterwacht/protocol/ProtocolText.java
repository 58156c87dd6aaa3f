package nl.achterwacht.protocol;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * The words of a protocol as XHTML, to be printed. HTML in the words is shown as it was typed. A
 * line with nothing but {@code [words](card:dog)} stands for the scenario card of that name.
 */
public final class ProtocolText {
  private static final Pattern CARD =
      Pattern.compile("^\\[[^\\]]*\\]\\(card:([a-z0-9-]+)\\)\\s*$", Pattern.MULTILINE);
  private static final Pattern TITLE = Pattern.compile("^#\\s+(.+)$", Pattern.MULTILINE);
  private static final Parser PARSER = Parser.builder().build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          .omitSingleParagraphP(false)
          .build();

  private ProtocolText() {}

  /** A scenario card in one language. */
  public record Card(String title, String text) {}

  /** The first heading of the first level; "Protocol" when there is none. */
  public static String title(String words) {
    Matcher title = TITLE.matcher(words);
    return title.find() ? title.group(1).strip() : "Protocol";
  }

  /** All but the title; a card that is not there any more is left out. */
  public static String html(String words, Map<String, Card> cards) {
    String body = TITLE.matcher(words).replaceFirst("");
    String whole =
        CARD.matcher(body)
            .replaceAll(found -> {
              Card card = cards.get(found.group(1));
              return card == null
                  ? ""
                  : Matcher.quoteReplacement(
                      "> **" + card.title() + "**\n>\n> " + oneLine(card.text()) + "\n");
            });
    Node document = PARSER.parse(whole);
    return RENDERER.render(document);
  }

  private static String oneLine(String text) {
    return String.join(" ", List.of(text.strip().split("\\s*\\n\\s*")));
  }
}
