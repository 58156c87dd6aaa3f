package nl.achterwacht.notify;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a notice belongs to.
 *
 * @param alarmId the alarm, or null
 * @param step step of its ladder from 0; -1 when it is no call
 * @param round which time that step is called, from 1
 * @param watchId the watch, or null
 */
public record Subject(@Nullable UUID alarmId, int step, int round, @Nullable UUID watchId) {
  /** About a watch only. */
  public static Subject ofWatch(UUID watchId) {
    return new Subject(null, -1, 0, watchId);
  }

  /** About an alarm, but no call of its ladder. */
  public static Subject ofAlarm(UUID alarmId, @Nullable UUID watchId) {
    return new Subject(alarmId, -1, 0, watchId);
  }
}
