package nl.achterwacht.bench.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** The lines of an answer that comes in chunks: first those of its head, then those of its text. */
final class EventLines {
  private final Consumer<String> consumer;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final StringBuilder size = new StringBuilder();
  private boolean inHead = true;
  private int left;

  EventLines(Consumer<String> consumer) {
    this.consumer = consumer;
  }

  void take(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      byte next = bytes.get();
      if (inHead) {
        head(next);
      } else if (left > 0) {
        left--;
        text(next);
      } else {
        size(next);
      }
    }
  }

  private void head(byte next) {
    if (next == '\n' && line.size() == 0) {
      inHead = false;
    } else if (next != '\r') {
      text(next);
    }
  }

  private void text(byte next) {
    if (next != '\n') {
      line.write(next);
      return;
    }
    consumer.accept(line.toString(UTF_8));
    line.reset();
  }

  /** The line between two chunks; an empty one ends the chunk before. */
  private void size(byte next) {
    if (next != '\n') {
      size.append((char) next);
      return;
    }
    String digits = size.toString().strip();
    size.setLength(0);
    left = digits.isEmpty() ? 0 : Integer.parseInt(digits, 16);
  }
}
