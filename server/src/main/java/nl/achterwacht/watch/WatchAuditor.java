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
  // One look at every row that is not closed, so one statement for all that is asked of them.
  private static final String AUDIT =
      """
      select count(*) filter (where state <> 'planned') as out,
             (array_agg(id order by wake_at) filter (
                 where wake_at < :late
                    or state in ('planned', 'running', 'overdue') and wake_at is null
                    or state = 'running' and wake_at > due_at
                    or state = 'overdue' and wake_at > moment_at))[\\: :limit] as astray
        from watch.watch
       where state <> 'closed'
      """;

  /**
   * What was found.
   *
   * @param out how many people are out under watch, in all organisations
   * @param astray open watches that were to be looked at in time and were not, or that would be
   *     looked at after their deadline or never; the longest waiting first
   */
  public record Found(long out, List<WatchId> astray) {}

  /**
   * Looks at all open watches. Needs the engine's rights.
   *
   * @param late before then what is due should have been looked at
   * @param limit how many of those astray are named at most
   */
  public Found audit(Tx tx, Instant late, int limit) {
    return tx.sql(AUDIT)
        .param("late", utc(late))
        .param("limit", limit)
        .query(WatchAuditor::found)
        .single();
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
