package nl.achterwacht.people;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Who is called for an alarm, in order. The last step repeats until a human closes the alarm. Its
 * JSON form is kept with every alarm, so that a later change never touches one that is open.
 */
public record Ladder(List<Step> steps) {
  /** The most steps a ladder may have. */
  public static final int MAX_STEPS = 10;

  /**
   * One step: everybody in it is called at once.
   *
   * @param onDuty whoever is on duty for the team at that moment
   * @param personIds people by name
   * @param toNextSeconds time before the next step, 15 to 3600
   */
  public record Step(boolean onDuty, List<UUID> personIds, int toNextSeconds) {
    public Step {
      personIds = List.copyOf(personIds);
    }

    /** Time before the next step. */
    public Duration toNext() {
      return Duration.ofSeconds(toNextSeconds);
    }
  }

  public Ladder {
    steps = List.copyOf(steps);
    if (steps.isEmpty() || steps.size() > MAX_STEPS) {
      throw new IllegalStateException("a ladder has 1 to 10 steps, not " + steps.size());
    }
  }
}
