package nl.achterwacht.notify.mail;

import java.net.URI;
import nl.achterwacht.notify.Message;
import org.springframework.web.util.HtmlUtils;

/** The words of a mail, as plain text and as HTML that needs no pictures and no style sheet. */
record LetterText(String plain, String html) {
  static LetterText of(Message message, URI publicBaseUrl) {
    Words words = message.language().startsWith("en") ? ENGLISH : DUTCH;
    String link = absolute(message.link(), publicBaseUrl);
    return new LetterText(plain(message, words, link), html(message, words, link));
  }

  private static String plain(Message message, Words words, String link) {
    return """
    %s

    %s

    %s:
    %s

    %s
    """
        .formatted(message.title(), message.text(), words.open(), link, words.automatic());
  }

  private static String html(Message message, Words words, String link) {
    return """
    <!doctype html>
    <html lang="%1$s">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%2$s</title>
    </head>
    <body>
    <main style="max-width: 36em; font-family: sans-serif; font-size: 18px; line-height: 1.5">
    <h1 style="font-size: 24px; line-height: 1.25">%2$s</h1>
    <p>%3$s</p>
    <p><a href="%5$s">%4$s</a></p>
    <p>%6$s</p>
    </main>
    </body>
    </html>
    """
        .formatted(
            words.language(),
            escape(message.title()),
            escape(message.text()).replace("\n", "<br>\n"),
            words.open(),
            escape(link),
            words.automatic());
  }

  private record Words(String language, String open, String automatic) {}

  private static final Words DUTCH =
      new Words(
          "nl",
          "Open dit in Achterwacht",
          "Deze mail is automatisch verstuurd. Niemand leest een antwoord.");

  private static final Words ENGLISH =
      new Words(
          "en",
          "Open this in Achterwacht",
          "This mail was sent automatically. Nobody reads a reply.");

  private static String absolute(String link, URI publicBaseUrl) {
    // A link that leaves our own site would make the mail a phishing mail.
    if (!link.startsWith("/") || link.startsWith("//")) {
      throw new IllegalStateException("a notice's link must be a path inside the product");
    }
    String base = publicBaseUrl.toString();
    return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + link;
  }

  private static String escape(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
