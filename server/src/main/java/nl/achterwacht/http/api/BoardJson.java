package nl.achterwacht.http.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.watch.Place;
import org.jspecify.annotations.Nullable;

/** The live board, as the contract's {@code Board}. */
public record BoardJson(
    String position,
    Instant serverTime,
    List<WatchJson> watches,
    List<AlarmJson> alarms,
    AssuranceJson assurance) {

  /** The contract's {@code BoardWatch}. */
  public record WatchJson(
      UUID id,
      int version,
      String state,
      String shape,
      String leg,
      UUID workerId,
      String workerName,
      String teamName,
      @Nullable Place place,
      @Nullable Instant startedAt,
      @Nullable Instant dueAt,
      @Nullable Instant alarmAt,
      @Nullable Instant lastSignAt,
      boolean highRisk,
      String travelMode,
      @Nullable String vehicle,
      @Nullable String companion,
      List<UUID> openAlarmIds,
      boolean couldNotBeHeard) {}

  /** The contract's {@code BoardAlarm}. */
  public record AlarmJson(
      UUID id,
      int version,
      String kind,
      String state,
      boolean silent,
      boolean drill,
      @Nullable UUID watchId,
      @Nullable UUID workerId,
      String workerName,
      String teamName,
      @Nullable String address,
      Instant raisedAt,
      Instant openedAt,
      int step,
      int steps,
      int round,
      @Nullable Instant nextStepAt,
      @Nullable String handledBy,
      @Nullable UUID handledById,
      @Nullable Instant promiseUntil,
      @Nullable UUID offeredToId) {}

  /** One event of the stream. */
  public record EventJson(
      String kind, Instant at, @Nullable WatchJson watch, @Nullable AlarmJson alarm) {}

  /** Whether watching is assured. */
  public record AssuranceJson(
      boolean watching,
      Instant since,
      @Nullable String reason,
      long oldestDueSeconds,
      Instant serverTime,
      @Nullable OutageJson outage) {}

  /** A time in which no server of ours was there. */
  public record OutageJson(Instant from, Instant until) {}
}
