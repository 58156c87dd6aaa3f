package nl.achterwacht.incident;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What we knew ourselves when an incident was reported, so that nobody has to look it up. Moments
 * are ISO 8601, since they are only ever shown.
 *
 * @param measuresDone codes of the measures that were taken before the visit
 * @param measuresWaived codes of those a supervisor decided to go without
 * @param companion who went along, in the worker's words
 * @param acknowledgedSeconds from the alarm until somebody took it
 * @param arrivedSeconds from the alarm until somebody was with the worker
 */
public record Facts(
    @Nullable String watchShape,
    @Nullable String startedAt,
    @Nullable String companion,
    List<String> measuresDone,
    List<String> measuresWaived,
    @Nullable String alarmKind,
    @Nullable String alarmAt,
    @Nullable Integer acknowledgedSeconds,
    @Nullable Integer arrivedSeconds) {
  public static final Facts NONE =
      new Facts(null, null, null, List.of(), List.of(), null, null, null, null);

  public Facts {
    measuresDone = measuresDone == null ? List.of() : List.copyOf(measuresDone);
    measuresWaived = measuresWaived == null ? List.of() : List.copyOf(measuresWaived);
  }
}
