package nl.achterwacht.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import nl.achterwacht.protocol.Protocol.Words;

/** The protocol that every organisation begins with. */
final class ShippedProtocol {
  static final Words WORDS = new Words(text("nl"), text("en"));

  private ShippedProtocol() {}

  private static String text(String language) {
    String file = "/protocol/default_" + language + ".md";
    try (var in = ShippedProtocol.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
