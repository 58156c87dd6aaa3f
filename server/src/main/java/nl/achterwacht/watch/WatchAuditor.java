package nl.achterwacht.watch;

import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.uuid;

import java.time.Instant;
import java.util.List;
import nl.achterwacht.base.Tx;

/** Looks, past rules and keeper, for open watches that nobody looks at in time. */
public final class WatchAuditor {
  private static final String ASTRAY =
      """
      select id
        from watch.watch
       where state <> 'closed'
         and (wake_at < :late
              or state in ('planned', 'running', 'overdue') and wake_at is null
              or state = 'running' and wake_at > due_at
              or state = 'overdue' and wake_at > moment_at)
       order by wake_at
       limit :limit
      """;

  private static final String COUNT_OUT =
      """
      select count(*)
        from watch.watch
       where state in ('running', 'overdue', 'alarmed')
      """;

  /** How many people are out under watch, in all organisations. Needs the engine's rights. */
  public long countOut(Tx tx) {
    return tx.sql(COUNT_OUT).query(Long.class).single();
  }

  /**
   * Open watches that were to be looked at before {@code late} and were not, or that would be
   * looked at after their deadline or never. Needs the engine's rights.
   */
  public List<WatchId> astray(Tx tx, Instant late, int limit) {
    return tx.sql(ASTRAY)
        .param("late", utc(late))
        .param("limit", limit)
        .query((row, i) -> new WatchId(uuid(row, "id")))
        .list();
  }
}
