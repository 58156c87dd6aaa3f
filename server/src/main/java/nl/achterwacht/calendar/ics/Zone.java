package nl.achterwacht.calendar.ics;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** What the clock on the wall says somewhere. */
interface Zone {
  ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

  /** Times without a zone are those of the Netherlands. */
  Zone FLOATING = of(AMSTERDAM);

  Zone UTC = of(ZoneOffset.UTC);

  /** The offset from UTC that holds at this reading of the clock; the earlier of two. */
  ZoneOffset offsetAt(LocalDateTime local);

  /** The moment at which the clock reads this; a time that it skips counts from before the skip. */
  default Instant at(LocalDateTime local) {
    return local.toInstant(offsetAt(local));
  }

  /** What the clock reads at a moment. */
  default LocalDateTime local(Instant moment) {
    LocalDateTime asUtc = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    LocalDateTime guess = asUtc.plusSeconds(offsetAt(asUtc).getTotalSeconds());
    // The offset at the guess itself is the right one, except within hours of a change.
    return asUtc.plusSeconds(offsetAt(guess).getTotalSeconds());
  }

  /** A zone that Java knows. */
  static Zone of(ZoneId id) {
    return new Zone() {
      @Override
      public ZoneOffset offsetAt(LocalDateTime local) {
        return id.getRules().getOffset(local);
      }

      @Override
      public LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, id);
      }
    };
  }
}
