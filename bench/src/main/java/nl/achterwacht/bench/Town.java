package nl.achterwacht.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Made-up organisations at work: teams with somebody on duty, supervisors, ladders, and as many
 * people out alone as asked for, each with a contact and a running watch whose deadline is hours
 * away.
 */
public final class Town {
  private Town() {}

  /** Fills empty tables; a million watches take about a minute. */
  public static void build(BenchDatabase database, int watches) {
    database.run(
        resource("/bench/town.sql"),
        resource("/bench/rivals.sql"),
        "call bench.build_town(" + watches + ")",
        "vacuum analyze",
        "checkpoint");
  }

  /** The text of a file on the class path. */
  public static String resource(String name) {
    try (InputStream in = Town.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
