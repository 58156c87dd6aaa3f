package nl.achterwacht.alarm;

import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.uuid;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.achterwacht.base.Tx;

/** Looks, past rules and keeper, for open alarms that go nowhere. */
public final class AlarmAuditor {
  /** No step of a ladder, and no promise, may last longer than an hour. */
  private static final Duration LONGEST_STEP = Duration.ofHours(1);

  private static final String ASTRAY =
      """
      select id
        from alarm.alarm
       where state <> 'closed'
         and (wake_at is null or wake_at < :late or wake_at > :far)
       order by wake_at
       limit :limit
      """;

  private static final String COUNT_OPEN =
      """
      select count(*)
        from alarm.alarm
       where state <> 'closed'
      """;

  /** How many alarms are open, in all organisations. Needs the engine's rights. */
  public long countOpen(Tx tx) {
    return tx.sql(COUNT_OPEN).query(Long.class).single();
  }

  /**
   * Open alarms whose next step was to be before {@code late} and did not come, or that have none
   * within an hour of {@code now}. Needs the engine's rights.
   */
  public List<AlarmId> astray(Tx tx, Instant late, Instant now, int limit) {
    return tx.sql(ASTRAY)
        .param("late", utc(late))
        .param("far", utc(now.plus(LONGEST_STEP)))
        .param("limit", limit)
        .query((row, i) -> new AlarmId(uuid(row, "id")))
        .list();
  }
}
