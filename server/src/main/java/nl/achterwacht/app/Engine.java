package nl.achterwacht.app;

import java.time.InstantSource;
import nl.achterwacht.alarm.AlarmFollowUp;
import nl.achterwacht.alarm.AlarmKeeper;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.Fence;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.notify.NoticeKeeper;
import nl.achterwacht.people.RosterReader;
import nl.achterwacht.watch.Outages;
import nl.achterwacht.watch.WatchFollowUp;
import nl.achterwacht.watch.WatchGuard;
import nl.achterwacht.watch.WatchKeeper;
import nl.achterwacht.watch.WatchListener;
import org.jspecify.annotations.Nullable;

/**
 * The keepers, wired. Calls go down (watch, alarm, notice); news comes up through the listeners
 * that the lower module declares. Tests and the simulation wire with this same class.
 */
public final class Engine {
  private final Journal journal = new Journal();
  private final RosterReader rosters = new RosterReader();
  private final Outages outages = new Outages();
  private final NoticeKeeper notices;
  private final AlarmKeeper alarms;
  private final WatchKeeper watches;

  private @Nullable AlarmKeeper alarmsLater;
  private @Nullable WatchKeeper watchesLater;

  /** An engine by itself: nothing fences it off, and nobody counts what it does. */
  public Engine(Database database, InstantSource clock) {
    this(database, clock, Surroundings.NONE);
  }

  /**
   * What an engine gets from the server it runs in.
   *
   * @param fence whether this server may still act on due rows
   * @param listener hears what was done to watches
   */
  public record Surroundings(Fence fence, WatchListener listener) {
    static final Surroundings NONE = new Surroundings(Fence.NONE, WatchListener.NONE);
  }

  public Engine(Database database, InstantSource clock, Surroundings around) {
    Fence fence = around.fence();
    notices =
        new NoticeKeeper(
            database,
            clock,
            (tx, organisation, alarmId, step, round) ->
                wired(alarmsLater).stepUnreachable(tx, organisation, alarmId, step, round),
            fence);
    alarms =
        new AlarmKeeper(
            database,
            clock,
            rosters,
            new AlarmFollowUp(
                notices,
                journal,
                rosters,
                (tx, alarm, by, goesOn, now) ->
                    wired(watchesLater).closed(tx, alarm, by, goesOn, now)),
            fence);
    watches =
        new WatchKeeper(
            database,
            clock,
            alarms,
            new WatchFollowUp(alarms, notices, journal, rosters),
            new WatchGuard(outages, fence, around.listener()));
    alarmsLater = alarms;
    watchesLater = watches;
  }

  public WatchKeeper watches() {
    return watches;
  }

  public AlarmKeeper alarms() {
    return alarms;
  }

  public NoticeKeeper notices() {
    return notices;
  }

  public Outages outages() {
    return outages;
  }

  public Journal journal() {
    return journal;
  }

  public RosterReader rosters() {
    return rosters;
  }

  private static <T> T wired(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("the engine is not wired yet");
    }
    return part;
  }
}
