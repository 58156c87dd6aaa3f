package nl.achterwacht.simulation;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** What happened in one town, for whoever has to find out why a promise broke. */
final class Story {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

  private final InstantSource clock;
  private final List<String> lines = new ArrayList<>();

  Story(InstantSource clock) {
    this.clock = clock;
  }

  void tell(String what) {
    lines.add(CLOCK.format(clock.instant()) + "  " + what);
  }

  @Override
  public String toString() {
    return String.join("\n", lines);
  }
}
