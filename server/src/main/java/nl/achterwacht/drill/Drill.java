package nl.achterwacht.drill;

import java.time.Duration;
import java.time.Instant;
import nl.achterwacht.alarm.AlarmId;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.workplace.WorkplaceId;
import org.jspecify.annotations.Nullable;

/**
 * A drill.
 *
 * @param workplace where; null when only the ladder of a team is tried
 * @param start null while it is only planned
 * @param arrival null until somebody is there
 * @param end null while it is planned or goes on
 */
public record Drill(
    OrganisationId organisation,
    DrillId id,
    @Nullable WorkplaceId workplace,
    TeamId team,
    Plan plan,
    PersonId madeBy,
    Instant madeAt,
    @Nullable Start start,
    @Nullable Arrival arrival,
    @Nullable End end) {

  /**
   * What is meant to happen.
   *
   * @param announced colleagues may know of it beforehand
   * @param at null when it was not planned for a moment
   */
  public record Plan(boolean announced, @Nullable Instant at, @Nullable String note) {}

  /** The alarm went off; {@code onTheSpot} when that was done at the workplace itself. */
  public record Start(AlarmId alarm, PersonId by, Instant at, boolean onTheSpot) {}

  /** Somebody is there. */
  public record Arrival(PersonId by, Instant at) {}

  /**
   * It is over.
   *
   * @param alarmResult whether help can be called there: works, unreliable or fails; null while
   *     nobody said so
   */
  public record End(
      Instant at, Outcome outcome, @Nullable String alarmResult, @Nullable String said) {}

  /** How it ended. */
  public enum Outcome {
    HELD,
    /** A real alarm came. */
    OVERTAKEN,
    /** It was planned, and called off. */
    CANCELLED
  }

  /** Its workplace may have changed team since it was planned. */
  Drill of(TeamId other) {
    return new Drill(organisation, id, workplace, other, plan, madeBy, madeAt, start, arrival, end);
  }

  boolean isPlanned() {
    return start == null && end == null;
  }

  boolean isRunning() {
    return start != null && end == null;
  }

  /** From the alarm until somebody was there; null when nobody came, or nobody said so. */
  public @Nullable Duration response() {
    return start == null || arrival == null || arrival.at().isBefore(start.at())
        ? null
        : Duration.between(start.at(), arrival.at());
  }
}
