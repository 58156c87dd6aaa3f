package nl.achterwacht.notify;

/** The kinds of channel. The text form (lower case, as in SQL and JSON) never changes. */
public enum ChannelKind {
  EMAIL("email"),
  WEB_PUSH("web-push"),
  WEBHOOK("webhook");

  private final String text;

  ChannelKind(String text) {
    this.text = text;
  }

  /** The form in the database and in JSON. */
  public String text() {
    return text;
  }

  /** The kind with this text form; an unknown text is a bug. */
  public static ChannelKind of(String text) {
    for (ChannelKind kind : values()) {
      if (kind.text.equals(text)) {
        return kind;
      }
    }
    throw new IllegalStateException("unknown channel kind: " + text);
  }
}
