package nl.achterwacht.visit;

import org.jspecify.annotations.Nullable;

/**
 * Something about a planned visit that does not go together with another, or with the roster. Who
 * plans is warned, never refused: a visit that cannot be planned would be made unplanned.
 *
 * @param other the visit it clashes with; null for {@code NO_STANDBY}
 */
public record Conflict(VisitId visit, Kind kind, @Nullable VisitId other) {
  /** What does not go together. */
  public enum Kind {
    /** The worker is elsewhere at that time. */
    OVERLAP("overlap"),
    /** The worker cannot be there in time. */
    TRAVEL("travel"),
    /** A colleague is on the way with the vehicle. */
    VEHICLE("vehicle"),
    /** For a part of it nobody else of the team is on duty. */
    NO_STANDBY("no-standby");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** As in the API. */
    public String text() {
      return text;
    }
  }
}
