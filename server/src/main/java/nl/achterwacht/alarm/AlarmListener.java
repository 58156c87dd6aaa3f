package nl.achterwacht.alarm;

import java.time.Instant;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;

/** What the watch wants to hear about its alarms. */
public interface AlarmListener {
  /**
   * An alarm of a watch was closed, in the same transaction.
   *
   * @param goesOn whether the visit goes on under the same watch
   */
  void closed(Tx tx, Alarm alarm, PersonId by, boolean goesOn, Instant now);
}
