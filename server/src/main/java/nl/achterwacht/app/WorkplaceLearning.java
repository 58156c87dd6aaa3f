package nl.achterwacht.app;

import static nl.achterwacht.base.Sql.uuid;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.drill.DrillDates;
import nl.achterwacht.drill.DrillKeeper;
import nl.achterwacht.drill.Presences;
import nl.achterwacht.drill.ResponseTimes;
import nl.achterwacht.journal.JournalReader;
import nl.achterwacht.journal.JournalReader.Line;
import nl.achterwacht.watch.Watch;
import nl.achterwacht.watch.WatchId;
import nl.achterwacht.watch.WatchRegister;
import nl.achterwacht.watch.WatchState;
import nl.achterwacht.workplace.WorkplaceId;
import nl.achterwacht.workplace.WorkplaceKeeper;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure that a drill is due at every workplace, and learns how soon help came in real alarms
 * there: only after the watch was closed, so that nothing of a silent alarm shows meanwhile.
 */
final class WorkplaceLearning {
  private static final int AT_ONCE = 100;
  private static final int MOST_LINES = 500;
  private static final Duration PRESENCE_KEPT = Duration.ofDays(7);
  private static final int KEPT_MONTHS = 13;

  // Two servers that look at once would both find it without a task.
  private static final String ONE_AT_A_TIME =
      """
      select pg_try_advisory_xact_lock(hashtextextended('achterwacht workplaces', 0))
      """;
  private static final String WITHOUT_A_DRILL =
      """
      select w.organisation_id, w.id
        from workplace.v_in_use w
       where not exists (select from task.v_task t
                          where t.organisation_id = w.organisation_id
                            and t.subject_id = w.id
                            and t.kind = 'drill'
                            and t.ended_at is null)
       order by w.made_at
       limit :limit
      """;

  private record Found(OrganisationId organisation, WorkplaceId id) {}

  private final InstantSource clock;
  private final DrillKeeper drills;
  private final DrillDates dates;
  private final WorkplaceKeeper workplaces;
  private final Presences presences = new Presences();
  private final ResponseTimes responses = new ResponseTimes();
  private final WatchRegister watches = new WatchRegister();
  private final JournalReader journal = new JournalReader();

  WorkplaceLearning(
      InstantSource clock, DrillKeeper drills, DrillDates dates, WorkplaceKeeper workplaces) {
    this.clock = clock;
    this.drills = drills;
    this.dates = dates;
    this.workplaces = workplaces;
  }

  /** Looks once, in every organisation; returns how many watches were learned from. */
  int sweep(Database database) {
    return database.inTransaction(tx -> {
      if (!tx.sql(ONE_AT_A_TIME).query(Boolean.class).single()) {
        return 0;
      }
      makeDue(tx);
      Instant now = clock.instant();
      int learned = 0;
      for (Presences.Presence there : presences.toLearn(tx, AT_ONCE)) {
        if (learnFrom(tx, there, now)) {
          presences.learned(tx, there);
          learned++;
        }
      }
      presences.forget(tx, now.minus(PRESENCE_KEPT));
      drills.forget(tx, now.atOffset(ZoneOffset.UTC).minusMonths(KEPT_MONTHS).toInstant());
      return learned;
    });
  }

  private void makeDue(Tx tx) {
    List<Found> without =
        tx.sql(WITHOUT_A_DRILL)
            .param("limit", AT_ONCE)
            .query((row, n) ->
                new Found(
                    new OrganisationId(uuid(row, "organisation_id")),
                    new WorkplaceId(uuid(row, "id"))))
            .list();
    for (Found found : without) {
      workplaces
          .find(tx, found.organisation(), found.id())
          .ifPresent(workplace -> dates.due(tx, workplace, DrillDates.firstDue(workplace)));
    }
  }

  /** Whether there is nothing more to learn from it. */
  private boolean learnFrom(Tx tx, Presences.Presence there, Instant now) {
    @Nullable Watch watch = watches.find(tx, there.organisation(), new WatchId(there.watch()));
    if (watch == null) {
      return true;
    }
    if (!(watch.state() instanceof WatchState.Closed)) {
      return false;
    }
    List<Line> lines =
        journal.about(tx, there.organisation(), there.watch(), null, null, MOST_LINES);
    @Nullable Duration took = PlaceLearning.response(lines);
    @Nullable UUID alarm = firstAlarm(lines);
    if (took != null && alarm != null) {
      var response =
          new ResponseTimes.Response(there.organisation(), alarm, there.workplace(), false);
      responses.add(tx, response, took, now);
    }
    return true;
  }

  private static @Nullable UUID firstAlarm(List<Line> lines) {
    return lines.stream()
        .filter(line -> line.kind().equals("alarm.opened"))
        .map(Line::alarmId)
        .findFirst()
        .orElse(null);
  }
}
