package nl.achterwacht.http.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import nl.achterwacht.alarm.Alarm;
import nl.achterwacht.alarm.AlarmId;
import nl.achterwacht.alarm.AlarmKind;
import nl.achterwacht.alarm.AlarmRegister;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.journal.JournalReader.Line;
import nl.achterwacht.watch.Watch;
import nl.achterwacht.watch.WatchId;
import nl.achterwacht.watch.WatchRegister;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What colleagues see of a silent alarm and its worker must not, also when the worker is standby or
 * supervisor as well: whoever stands beside them looks along (DESIGN 4, promise 5).
 */
public final class OwnSilence {
  /** Lines of the journal that only a watch under a mask has, or only a silent call for help. */
  private static final Set<String> MAY_BETRAY =
      Set.of("watch.help-asked", "watch.asked-in-silence", "watch.alarm-closed");

  private final WatchRegister watches;
  private final AlarmRegister alarms;

  public OwnSilence(WatchRegister watches, AlarmRegister alarms) {
    this.watches = watches;
    this.alarms = alarms;
  }

  /** Whether {@code viewer} must take it that there is no such alarm. */
  boolean hides(Tx tx, Alarm alarm, PersonId viewer) {
    if (!viewer.equals(alarm.worker())) {
      return false;
    }
    // With the safe code an alarm about a missed sign would have been over.
    return alarm.silent() || (alarm.kind() == AlarmKind.MISSED_SIGN && isMasked(tx, alarm));
  }

  /** The alarms that {@code viewer} may know of. */
  List<Alarm> seen(Tx tx, List<Alarm> all, PersonId viewer) {
    return all.stream().filter(alarm -> !hides(tx, alarm, viewer)).toList();
  }

  /** Which lines of the journal {@code viewer} must not see; each alarm is looked up once. */
  Predicate<Line> hiddenLines(Tx tx, PersonId viewer) {
    Map<UUID, Boolean> known = new HashMap<>();
    return line -> {
      @Nullable UUID alarm = line.alarmId();
      return alarm == null
          ? betrays(tx, line, viewer)
          : known.computeIfAbsent(alarm, _ -> hides(tx, line.organisation(), alarm, viewer));
    };
  }

  private boolean hides(Tx tx, OrganisationId organisation, UUID alarmId, PersonId viewer) {
    @Nullable Alarm alarm = alarms.find(tx, organisation, new AlarmId(alarmId));
    return alarm != null && hides(tx, alarm, viewer);
  }

  private boolean betrays(Tx tx, Line line, PersonId viewer) {
    @Nullable UUID watchId = line.watchId();
    if (watchId == null || !MAY_BETRAY.contains(line.kind()) || !isSilent(line)) {
      return false;
    }
    @Nullable Watch watch = watches.find(tx, line.organisation(), new WatchId(watchId));
    return watch != null && viewer.equals(watch.worker());
  }

  private boolean isMasked(Tx tx, Alarm alarm) {
    @Nullable UUID id = alarm.watchId();
    @Nullable Watch watch =
        id == null ? null : watches.find(tx, alarm.organisation(), new WatchId(id));
    return watch != null && watch.isMasked();
  }

  private static boolean isSilent(Line line) {
    JsonNode data = Json.tree(line.dataJson());
    return data.path("silent").asBoolean(false)
        || data.path("wasSilent").asBoolean(false)
        || data.path("askedSilently").asBoolean(false);
  }
}
