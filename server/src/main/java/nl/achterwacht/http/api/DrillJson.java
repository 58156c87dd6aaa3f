package nl.achterwacht.http.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.drill.Drill;
import nl.achterwacht.workplace.WorkplaceId;
import org.jspecify.annotations.Nullable;

/** A drill, as pages show it. */
record DrillJson(
    UUID id,
    @Nullable UUID workplaceId,
    @Nullable String workplaceName,
    String teamName,
    String state,
    boolean announced,
    @Nullable Instant plannedAt,
    @Nullable String note,
    String madeByName,
    @Nullable UUID alarmId,
    @Nullable Instant startedAt,
    @Nullable String startedByName,
    boolean onTheSpot,
    @Nullable Instant arrivedAt,
    @Nullable Long tookSeconds,
    @Nullable Instant endedAt,
    @Nullable String alarmResult,
    @Nullable String said) {

  static DrillJson of(Drill drill, Names names, Map<UUID, String> workplaces) {
    @Nullable WorkplaceId workplace = drill.workplace();
    Drill.@Nullable Start start = drill.start();
    Drill.@Nullable Arrival arrival = drill.arrival();
    Drill.@Nullable End end = drill.end();
    @Nullable Duration took = drill.response();
    return new DrillJson(
        drill.id().value(),
        workplace == null ? null : workplace.value(),
        workplace == null ? null : workplaces.getOrDefault(workplace.value(), ""),
        names.teamName(drill.team()),
        state(drill),
        drill.plan().announced(),
        drill.plan().at(),
        drill.plan().note(),
        names.nameOf(drill.madeBy()),
        start == null ? null : start.alarm().value(),
        start == null ? null : start.at(),
        start == null ? null : names.nameOf(start.by()),
        start != null && start.onTheSpot(),
        arrival == null ? null : arrival.at(),
        took == null ? null : took.toSeconds(),
        end == null ? null : end.at(),
        end == null ? null : end.alarmResult(),
        end == null ? null : end.said());
  }

  private static String state(Drill drill) {
    Drill.@Nullable End end = drill.end();
    if (end != null) {
      return end.outcome().name().toLowerCase(Locale.ROOT);
    }
    return drill.start() == null ? "planned" : "running";
  }
}
