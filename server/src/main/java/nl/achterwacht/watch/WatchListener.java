package nl.achterwacht.watch;

import java.time.Duration;

/** Hears what was done to watches, once it is committed. For counting; decides nothing. */
public interface WatchListener {
  /** For whoever does not count. */
  WatchListener NONE =
      new WatchListener() {
        @Override
        public void signsTaken(int howMany) {}

        @Override
        public void alarmRaised(Duration lateness) {}
      };

  /** So many signs of life were taken in, each for the first time. */
  void signsTaken(int howMany);

  /** An alarm for a silence was raised, {@code lateness} after the moment at which it was due. */
  void alarmRaised(Duration lateness);
}
