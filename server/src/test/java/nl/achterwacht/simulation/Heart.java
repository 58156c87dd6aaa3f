package nl.achterwacht.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.achterwacht.watch.Outage;
import nl.achterwacht.watch.Outages;

/**
 * Times in which surely no server beat, by the database's clock, kept apart from the product: what
 * fell due in them is not the worker's silence.
 */
final class Heart {
  private final List<Outage> gaps = new ArrayList<>();
  private Instant last = Instant.MAX;

  /** A server may have beaten at {@code now}: nobody knows whether that was stored. */
  void mayBeat(Instant now) {
    if (Duration.between(last, now).compareTo(Outages.THRESHOLD.plusSeconds(1)) > 0) {
      gaps.add(new Outage(last, now));
    }
    if (last.equals(Instant.MAX) || now.isAfter(last)) {
      last = now;
    }
  }

  /** All in which {@code moment} lies. */
  List<Outage> gapsAt(Instant moment) {
    return gaps.stream().filter(gap -> gap.covers(moment)).toList();
  }
}
