package nl.achterwacht.http.api;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.achterwacht.visit.Appointment;
import nl.achterwacht.visit.Repetition;
import nl.achterwacht.watch.Place;
import org.jspecify.annotations.Nullable;

/** What is filled in about a visit, by who plans or changes one. */
final class VisitForms {
  private static final int TRAVEL_MINUTES = 30;

  private VisitForms() {}

  /** The contract's {@code Repetition}. */
  record RepeatJson(@Nullable Integer everyWeeks, Set<String> weekdays, LocalDate lastDate) {
    Repetition repetition() {
      return new Repetition(
          everyWeeks == null ? 1 : everyWeeks,
          weekdays.stream()
              .map(day -> DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)))
              .collect(Collectors.toSet()),
          lastDate);
    }
  }

  /** What both forms have. */
  interface Form {
    Place place();

    @Nullable String purpose();

    Instant plannedStartAt();

    Instant plannedEndAt();

    boolean highRisk();

    @Nullable String travelMode();

    @Nullable UUID vehicleId();

    @Nullable Integer travelMinutes();

    /** What is agreed, with the usual values where nothing was filled in. */
    default Appointment appointment() {
      @Nullable String mode = travelMode();
      @Nullable Integer minutes = travelMinutes();
      return new Appointment(
          place(),
          purpose(),
          plannedStartAt(),
          plannedEndAt(),
          highRisk(),
          mode == null ? "other" : mode,
          vehicleId(),
          minutes == null ? TRAVEL_MINUTES : minutes);
    }
  }

  /** The contract's {@code NewVisit}. */
  record NewVisit(
      @Nullable UUID workerId,
      Place place,
      @Nullable String purpose,
      Instant plannedStartAt,
      Instant plannedEndAt,
      boolean highRisk,
      @Nullable String travelMode,
      @Nullable UUID vehicleId,
      @Nullable Integer travelMinutes,
      @Nullable RepeatJson repeat)
      implements Form {}

  /** The contract's {@code VisitChange}. */
  record VisitChange(
      int version,
      @Nullable String scope,
      @Nullable UUID workerId,
      Place place,
      @Nullable String purpose,
      Instant plannedStartAt,
      Instant plannedEndAt,
      boolean highRisk,
      @Nullable String travelMode,
      @Nullable UUID vehicleId,
      @Nullable Integer travelMinutes)
      implements Form {}
}
