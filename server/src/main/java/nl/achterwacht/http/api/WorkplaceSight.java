package nl.achterwacht.http.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.workplace.Workplace;
import nl.achterwacht.workplace.WorkplaceId;
import nl.achterwacht.workplace.WorkplaceResult;
import org.jspecify.annotations.Nullable;

/** Which lone workplaces a caller has to do with, and how refusals about them are said. */
final class WorkplaceSight {
  static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
  private static final Set<String> OF_ALL_TEAMS = Set.of("safety-officer", "administrator");

  private final WorkplaceDoors doors;

  WorkplaceSight(WorkplaceDoors doors) {
    this.doors = doors;
  }

  /** The workplace of the path, when the caller has to do with its team. */
  Workplace visible(Tx tx, Received in) {
    @Nullable TeamId team = onlyTeam(tx, in.caller());
    return doors
        .workplaces()
        .find(tx, in.caller().organisation(), new WorkplaceId(in.id("workplaceId")))
        .filter(one -> team == null || team.equals(one.details().team()))
        .orElseThrow(() -> Refusal.notFound("workplace"));
  }

  /** The one team whose workplaces the caller sees; null for whoever sees all. */
  @Nullable TeamId onlyTeam(Tx tx, Caller caller) {
    return caller.isOneOf(OF_ALL_TEAMS) ? null : Scope.team(tx, doors.people(), caller);
  }

  /** Noon of a day to come, within two years; null when none is asked. */
  @Nullable Instant future(String pointer, @Nullable LocalDate day) {
    return day == null ? null : futureDay(pointer, day);
  }

  /** Noon of a day to come, within two years. */
  Instant futureDay(String pointer, LocalDate day) {
    Instant at = day.atTime(12, 0).atZone(AMSTERDAM).toInstant();
    Instant now = doors.clock().instant();
    if (!at.isAfter(now)) {
      throw Refusal.invalid(pointer, "past", "This day is over.");
    }
    if (at.isAfter(now.atZone(AMSTERDAM).plusMonths(24).toInstant())) {
      throw Refusal.invalid(pointer, "too-far", "Two years at most.");
    }
    return at;
  }

  /** The workplace as it now stands; a refusal when it was not done. */
  static Workplace done(WorkplaceResult result) {
    return switch (result) {
      case WorkplaceResult.Done(Workplace workplace) -> workplace;
      case WorkplaceResult.Refused(WorkplaceResult.Reason reason) -> throw refusal(reason);
      case WorkplaceResult.Unknown() -> throw Refusal.notFound("workplace");
    };
  }

  static String words(String pointer, String text) {
    String words = text.strip();
    if (words.isEmpty()) {
      throw Refusal.invalid(pointer, "blank", "Tell it in words.");
    }
    return words;
  }

  static @Nullable String textOrNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static Refusal refusal(WorkplaceResult.Reason reason) {
    return switch (reason) {
      case CHANGED_MEANWHILE ->
          Refusal.conflict("/version", "changed-meanwhile", "Somebody changed it meanwhile.");
      case ENDED -> Refusal.conflict("", "already-ended", "It is not used any more.");
      case NO_MEASURE ->
          Refusal.conflict("/outcome", "no-measure", "Add a measure first: it needs one.");
      case RISK_TOO_HIGH ->
          Refusal.conflict("/outcome", "risk-too-high", "A risk asks to stop this work.");
    };
  }
}
