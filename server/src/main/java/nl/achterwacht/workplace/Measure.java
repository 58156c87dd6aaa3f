package nl.achterwacht.workplace;

import java.time.Instant;
import nl.achterwacht.base.PersonId;
import org.jspecify.annotations.Nullable;

/** A measure of a workplace. Its task tells who must do it, before when, and what was done. */
public record Measure(MeasureId id, WorkplaceId workplace, Asked asked, PersonId by, Instant at) {

  /**
   * What somebody fills in.
   *
   * @param kind colleague, safe-room, personal-alarm, transport or own
   * @param level where it works: source, collective or personal, the first the best
   * @param companion who is along, where that is the measure; null when that is not said
   * @param effect what it brought, once that is seen
   */
  public record Asked(
      String kind,
      String level,
      String what,
      @Nullable Companion companion,
      @Nullable Integer costEuros,
      @Nullable String effect) {}
}
