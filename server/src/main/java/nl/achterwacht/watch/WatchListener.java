package nl.achterwacht.watch;

import java.time.Duration;
import nl.achterwacht.alarm.AlarmId;
import nl.achterwacht.base.OrganisationId;

/** Hears what was done to watches, once it is committed. For counting; decides nothing. */
public interface WatchListener {
  /** For whoever does not count. */
  WatchListener NONE =
      new WatchListener() {
        @Override
        public void signsTaken(int howMany) {}

        @Override
        public void alarmRaised(OrganisationId organisation, AlarmId alarm, Duration lateness) {}
      };

  /** So many signs of life were taken in, each for the first time. */
  void signsTaken(int howMany);

  /** An alarm for a silence was raised, {@code lateness} after the moment at which it was due. */
  void alarmRaised(OrganisationId organisation, AlarmId alarm, Duration lateness);

  /** Tells both, this one first. */
  default WatchListener and(WatchListener other) {
    WatchListener one = this;
    return new WatchListener() {
      @Override
      public void signsTaken(int howMany) {
        one.signsTaken(howMany);
        other.signsTaken(howMany);
      }

      @Override
      public void alarmRaised(OrganisationId organisation, AlarmId alarm, Duration lateness) {
        one.alarmRaised(organisation, alarm, lateness);
        other.alarmRaised(organisation, alarm, lateness);
      }
    };
  }
}
