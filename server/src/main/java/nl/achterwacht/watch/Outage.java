package nl.achterwacht.watch;

import java.time.Duration;
import java.time.Instant;

/** A time in which no server of ours was there, so that signs of life could not reach us. */
public record Outage(Instant from, Instant until) {
  /** Whether a deadline at {@code moment} passed while nobody could be heard. */
  public boolean covers(Instant moment) {
    return !moment.isBefore(from) && !moment.isAfter(until);
  }

  /**
   * The end of the short grace for a deadline in this outage, which is known since {@code now}. All
   * would fall together; a thousandth of a part keeps them in the order in which they fell due, so
   * that the longest overdue goes first.
   */
  Instant graceEnds(Instant due, Duration shortGrace, Instant now) {
    Duration into = Duration.between(from, due.isBefore(from) ? from : due);
    return Trip.latest(until, now).plus(shortGrace).plus(into.dividedBy(1000));
  }
}
