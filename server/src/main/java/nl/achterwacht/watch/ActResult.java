package nl.achterwacht.watch;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came of an act. */
public sealed interface ActResult {
  /**
   * Done, or done before under the same event id.
   *
   * @param watch the watch as it is now
   * @param alarmId the alarm that was raised by it, in its module's form; null when none, and for a
   *     code: an answer must not tell the duress code from the safe one
   */
  record Done(Watch watch, @Nullable UUID alarmId) implements ActResult {}

  /** A rule says no; the watch as it is. */
  record Refused(WatchEffect.Reason reason, Watch watch) implements ActResult {}

  /** No such watch in this organisation. */
  record Unknown() implements ActResult {}
}
