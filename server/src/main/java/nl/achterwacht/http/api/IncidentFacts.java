package nl.achterwacht.http.api;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.achterwacht.alarm.Alarm;
import nl.achterwacht.alarm.AlarmId;
import nl.achterwacht.alarm.AlarmRegister;
import nl.achterwacht.alarm.AlarmState;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.incident.Facts;
import nl.achterwacht.journal.JournalReader;
import nl.achterwacht.preparation.MeasureState;
import nl.achterwacht.preparation.PreparationKeeper;
import nl.achterwacht.preparation.VisitMeasure;
import nl.achterwacht.visit.VisitId;
import nl.achterwacht.watch.Watch;
import nl.achterwacht.watch.WatchId;
import nl.achterwacht.watch.WatchRegister;
import org.jspecify.annotations.Nullable;

/** Gathers what we know ourselves of an incident: its watch, the measures before, the alarm. */
public final class IncidentFacts {
  private static final int LINES = 500;

  private final WatchRegister watches;
  private final AlarmRegister alarms;
  private final PreparationKeeper preparations;
  private final JournalReader journal;

  public IncidentFacts(
      WatchRegister watches,
      AlarmRegister alarms,
      PreparationKeeper preparations,
      JournalReader journal) {
    this.watches = watches;
    this.alarms = alarms;
    this.preparations = preparations;
    this.journal = journal;
  }

  /**
   * What a report can be filled from.
   *
   * @param watch null when there was none
   * @param alarm the last one of the watch that is closed; an open one is told to nobody
   */
  record Known(@Nullable Watch watch, @Nullable Alarm alarm, Facts facts) {}

  Known of(Tx tx, OrganisationId organisation, @Nullable UUID watchId, @Nullable UUID alarmId) {
    @Nullable Alarm named =
        alarmId == null ? null : alarms.find(tx, organisation, new AlarmId(alarmId));
    @Nullable UUID its = named == null || named.watchId() == null ? watchId : named.watchId();
    @Nullable Watch watch = its == null ? null : watches.find(tx, organisation, new WatchId(its));
    @Nullable Alarm alarm = named != null || watch == null ? named : lastClosed(tx, watch);
    return new Known(watch, alarm, facts(tx, watch, alarm));
  }

  private @Nullable Alarm lastClosed(Tx tx, Watch watch) {
    Set<UUID> seen = new HashSet<>();
    for (JournalReader.Line line :
        journal.about(tx, watch.organisation(), watch.id().value(), null, null, LINES)) {
      @Nullable UUID id = line.alarmId();
      if (id != null && seen.add(id)) {
        @Nullable Alarm alarm = alarms.find(tx, watch.organisation(), new AlarmId(id));
        if (alarm != null && alarm.state() instanceof AlarmState.Closed) {
          return alarm;
        }
      }
    }
    return null;
  }

  private Facts facts(Tx tx, @Nullable Watch watch, @Nullable Alarm alarm) {
    List<String> done = new ArrayList<>();
    List<String> waived = new ArrayList<>();
    if (watch != null) {
      for (VisitMeasure one : measures(tx, watch)) {
        switch (one.state()) {
          case MeasureState.Proven _ -> done.add(one.measure().name());
          case MeasureState.Waived _ -> waived.add(one.measure().name());
          case MeasureState.Asked _,
              MeasureState.Offered _,
              MeasureState.Declined _,
              MeasureState.Withdrawn _ -> {}
        }
      }
    }
    Map<String, Instant> moments = alarm == null ? Map.of() : moments(tx, alarm);
    return new Facts(
        watch == null ? null : watch.plan().shape().name().toLowerCase(Locale.ROOT),
        watch == null || watch.startedAt() == null ? null : watch.startedAt().toString(),
        watch == null ? null : watch.trip().companion(),
        done,
        waived,
        alarm == null ? null : alarm.kind().text(),
        alarm == null ? null : alarm.openedAt().toString(),
        alarm == null ? null : since(alarm, moments.get("alarm.acknowledged")),
        alarm == null ? null : since(alarm, moments.get("alarm.arrived")));
  }

  /** As they were before it happened: not as the policy would judge the visit now. */
  private List<VisitMeasure> measures(Tx tx, Watch watch) {
    @Nullable UUID visit = watch.trip().visitId();
    return visit == null
        ? List.of()
        : preparations.measures(tx, watch.organisation(), new VisitId(visit));
  }

  /** When each thing was first done about it. */
  private Map<String, Instant> moments(Tx tx, Alarm alarm) {
    Map<String, Instant> first = new HashMap<>();
    journal
        .about(tx, alarm.organisation(), null, alarm.id().value(), null, LINES)
        // The newest comes first, so the last one that is put is the first that happened.
        .forEach(line -> first.put(line.kind(), line.at()));
    return first;
  }

  private static @Nullable Integer since(Alarm alarm, @Nullable Instant moment) {
    return moment == null
        ? null
        : Math.toIntExact(Math.max(0, Duration.between(alarm.openedAt(), moment).toSeconds()));
  }
}
