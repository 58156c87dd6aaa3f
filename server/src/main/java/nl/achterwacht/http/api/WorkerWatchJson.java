package nl.achterwacht.http.api;

import java.time.Instant;
import java.util.UUID;
import nl.achterwacht.watch.Place;
import org.jspecify.annotations.Nullable;

/** A watch as its worker may see it, as the contract's {@code WorkerWatch}. */
record WorkerWatchJson(
    UUID id,
    int version,
    String shape,
    String state,
    String leg,
    @Nullable Place place,
    @Nullable String purpose,
    @Nullable UUID visitId,
    @Nullable Instant startedAt,
    @Nullable Instant dueAt,
    @Nullable Instant alarmAt,
    @Nullable Instant expectedEndAt,
    @Nullable Long signEverySeconds,
    boolean highRisk,
    boolean codeToEnd,
    MeJson.@Nullable Contactable standby,
    @Nullable Instant lastSignAt,
    @Nullable String watchKey,
    @Nullable String helpComing,
    Instant serverTime) {}
