package nl.achterwacht.http.api;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import nl.achterwacht.watch.Act;
import org.jspecify.annotations.Nullable;

/** What every act of a phone may carry, as the contract's {@code Made}. */
record Made(
    @Nullable Instant madeAt,
    @Nullable Long clockOffsetMillis,
    @Nullable Integer batteryPercent,
    @Nullable PositionJson position) {
  static final Made UNKNOWN = new Made(null, null, null, null);

  // A clock that is further off says nothing about when something was done.
  private static final Duration BELIEVABLE = Duration.ofDays(3650);

  static Made of(@Nullable Made made) {
    return made == null ? UNKNOWN : made;
  }

  private static final double EARTH_METRES = 40_075_000;

  /** When it was made by the server's clock, as far as the phone could tell; else {@code now}. */
  Instant at(Instant now) {
    @Nullable Instant said = said(now);
    if (said == null) {
      return now;
    }
    try {
      Instant corrected = said.minusMillis(clockOffsetMillis == null ? 0 : clockOffsetMillis);
      return isBelievable(corrected, now) ? corrected : now;
    } catch (DateTimeException | ArithmeticException e) {
      return now;
    }
  }

  /** The phone's own words; null when it said nothing that could be true. */
  @Nullable Instant said(Instant now) {
    return madeAt != null && isBelievable(madeAt, now) ? madeAt : null;
  }

  Act.@Nullable Position where(Instant now) {
    if (position == null) {
      return null;
    }
    Instant measured =
        isBelievable(position.measuredAt(), now) && !position.measuredAt().isAfter(now)
            ? position.measuredAt()
            : now;
    return new Act.Position(
        measured, position.latitude(), position.longitude(), accuracy(position));
  }

  /** Wider than the earth says nothing. */
  private static @Nullable Double accuracy(PositionJson position) {
    @Nullable Double metres = position.accuracyMetres();
    return metres == null || metres > EARTH_METRES ? null : metres;
  }

  private static boolean isBelievable(Instant moment, Instant now) {
    return Duration.between(moment, now).abs().compareTo(BELIEVABLE) < 0;
  }
}
