package nl.achterwacht.watch;

import static nl.achterwacht.base.Sql.utc;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.achterwacht.base.Tx;
import org.jspecify.annotations.Nullable;

/** Looks, past rules and keeper, for open watches that nobody looks at in time. */
public final class WatchAuditor {
  private static final String WAITING =
      """
      select id
        from watch.watch
       where wake_at < :late
         and state <> 'closed'
       order by wake_at
       limit :limit
      """;

  // One look at every row that is not closed, so one statement for all that is asked of them.
  private static final String AUDIT =
      """
      select count(*) filter (where state <> 'planned') as out,
             (array_agg(id) filter (
                 where state in ('planned', 'running', 'overdue') and wake_at is null
                    or state = 'running' and wake_at > due_at
                    or state = 'overdue' and wake_at > moment_at))[\\: :limit] as astray
        from watch.watch
       where state <> 'closed'
      """;

  /**
   * What was found.
   *
   * @param out how many people are out under watch, in all organisations
   * @param astray open watches that would be looked at after their deadline, or never
   */
  public record Found(long out, List<WatchId> astray) {}

  /**
   * Open watches that were to be looked at before {@code late} and were not, the longest waiting
   * first, at most {@code limit}. Costs next to nothing: an index leads to them. Needs the engine's
   * rights.
   */
  public List<WatchId> waiting(Tx tx, Instant late, int limit) {
    return tx.sql(WAITING)
        .param("late", utc(late))
        .param("limit", limit)
        .query((row, index) -> new WatchId(row.getObject("id", UUID.class)))
        .list();
  }

  /**
   * Reads all open watches: two seconds of a processor for a million. Needs the engine's rights.
   *
   * @param limit how many of those astray are named at most
   */
  public Found audit(Tx tx, int limit) {
    return tx.sql(AUDIT).param("limit", limit).query(WatchAuditor::found).single();
  }

  private static Found found(ResultSet row, int index) throws SQLException {
    @Nullable Array astray = row.getArray("astray");
    return new Found(
        row.getLong("out"),
        astray == null
            ? List.of()
            : Stream.of((UUID[]) astray.getArray()).map(WatchId::new).toList());
  }
}
