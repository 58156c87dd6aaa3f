package nl.achterwacht.bench.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Locale;

/** Reads one answer with a length out of a buffer that fills up. */
final class HttpAnswer {
  private static final String LENGTH = "content-length:";

  private final ByteBuffer in;

  /**
   * @param in backed by an array, filled from its start
   */
  HttpAnswer(ByteBuffer in) {
    this.in = in;
  }

  /** Whether all of it is there. */
  boolean isWhole() {
    int body = startOfBody();
    return body > 0 && in.position() >= body + length(body);
  }

  int status() {
    return Integer.parseInt(new String(in.array(), 9, 3, ISO_8859_1));
  }

  /** Whether the connection ends with it. */
  boolean isLast() {
    return head(startOfBody()).contains("\r\nconnection: close");
  }

  /** What came so far. */
  String text() {
    return new String(in.array(), 0, in.position(), ISO_8859_1);
  }

  private int startOfBody() {
    byte[] bytes = in.array();
    for (int i = 3; i < in.position(); i++) {
      if (bytes[i] == '\n' && bytes[i - 2] == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  private int length(int body) {
    String head = head(body);
    int at = head.indexOf(LENGTH);
    if (at < 0) {
      throw new IllegalStateException("an answer without a length: " + head);
    }
    int end = head.indexOf('\r', at);
    return Integer.parseInt(head.substring(at + LENGTH.length(), end).strip());
  }

  private String head(int body) {
    return new String(in.array(), 0, body, ISO_8859_1).toLowerCase(Locale.ROOT);
  }
}
