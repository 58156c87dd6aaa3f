package nl.achterwacht.watch;

import java.time.Duration;

/** Hears what was done to watches, once it is committed. For counting; decides nothing. */
public interface WatchListener {
  /** For whoever does not count. */
  WatchListener NONE =
      new WatchListener() {
        @Override
        public void signTaken() {}

        @Override
        public void alarmRaised(Duration lateness) {}
      };

  /** A sign of life was taken in for the first time. */
  void signTaken();

  /** An alarm for a silence was raised, {@code lateness} after the moment at which it was due. */
  void alarmRaised(Duration lateness);
}
