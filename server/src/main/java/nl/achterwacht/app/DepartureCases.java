package nl.achterwacht.app;

import static nl.achterwacht.base.Sql.instant;
import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.uuid;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.task.NewTask;
import nl.achterwacht.task.TaskKeeper;
import nl.achterwacht.task.TaskKind;

/**
 * Makes every departure a case that the supervisor must answer. It looks at the alarms afterwards,
 * so that nothing it does can ever stand in the way of the departure itself.
 */
final class DepartureCases {
  private static final Duration TO_ANSWER = Duration.ofHours(24);

  /** A departure that is found later than this is from before there were cases. */
  private static final Duration LOOK_BACK = Duration.ofDays(2);

  private static final int AT_ONCE = 100;

  // Two servers that look at once would both find it without a case.
  private static final String ONE_AT_A_TIME =
      """
      select pg_try_advisory_xact_lock(hashtextextended('achterwacht departure cases', 0))
      """;
  private static final String WITHOUT_A_CASE =
      """
      select a.organisation_id, a.id, a.team_id, a.opened_at
        from alarm.v_alarm a
       where a.kind = 'departure'
         and a.opened_at > :since
         and not exists (select from task.v_task t
                          where t.organisation_id = a.organisation_id
                            and t.subject_id = a.id
                            and t.kind = 'departure')
       order by a.opened_at
       limit :limit
      """;

  private final InstantSource clock;
  private final TaskKeeper tasks;

  DepartureCases(InstantSource clock, TaskKeeper tasks) {
    this.clock = clock;
    this.tasks = tasks;
  }

  /** Makes the cases that are not there yet, of all organisations; returns how many. */
  int sweep(Database database) {
    return database.inTransaction(tx -> {
      if (!tx.sql(ONE_AT_A_TIME).query(Boolean.class).single()) {
        return 0;
      }
      List<NewTask> wanted = wanted(tx);
      wanted.forEach(task -> tasks.open(tx, task));
      return wanted.size();
    });
  }

  private List<NewTask> wanted(Tx tx) {
    Instant since = clock.instant().minus(LOOK_BACK);
    return tx.sql(WITHOUT_A_CASE)
        .param("since", utc(since))
        .param("limit", AT_ONCE)
        .query((row, n) ->
            new NewTask(
                new OrganisationId(uuid(row, "organisation_id")),
                TaskKind.DEPARTURE,
                new TeamId(uuid(row, "team_id")),
                uuid(row, "id"),
                "",
                null,
                null,
                instant(row, "opened_at").plus(TO_ANSWER)))
        .list();
  }
}
