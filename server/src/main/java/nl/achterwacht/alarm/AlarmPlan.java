package nl.achterwacht.alarm;

import java.time.Duration;
import java.util.List;
import nl.achterwacht.base.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What an alarm goes by; it never changes while the alarm is open.
 *
 * @param about the worker it is about; null when nobody knows
 * @param toNext per step of the ladder: the time before the next step; at least one step
 * @param promise how long an acknowledgement holds without an update
 */
record AlarmPlan(
    AlarmKind kind,
    boolean silent,
    @Nullable PersonId about,
    List<Duration> toNext,
    Duration promise) {
  AlarmPlan {
    toNext = List.copyOf(toNext);
    if (toNext.isEmpty()) {
      throw new IllegalStateException("a ladder has at least one step");
    }
  }

  boolean isAbout(PersonId person) {
    return person.equals(about);
  }

  int lastStep() {
    return toNext.size() - 1;
  }
}
