package nl.achterwacht.watch;

import static nl.achterwacht.base.Sql.instant;
import static nl.achterwacht.base.Sql.utc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.Ids;
import nl.achterwacht.base.Tx;

/**
 * Knows when no server of ours was there. Every server beats about once a second; whoever finds
 * that nobody beat for longer than the threshold writes the outage down, before anything is woken.
 */
public final class Outages {
  /** Shorter gaps are bridged by the phones' own retries and are nobody's silence. */
  public static final Duration THRESHOLD = Duration.ofSeconds(30);

  private static final String BEAT =
      """
      insert into base.server (id, started_at, beat_at)
      values (:id, :now, :now)
      on conflict (id) do update set beat_at = greatest(base.server.beat_at, excluded.beat_at)
      """;

  // Beats from before the database's clock was set back: they would hide every outage until the
  // clock has caught up with them.
  private static final String FORGET_AHEAD =
      """
      delete from base.server
       where beat_at > :ahead
      """;

  private static final String NOTE_GAP =
      """
      insert into base.outage (id, from_at, until_at)
      select :id, last.beat_at, :now
        from (select max(beat_at) as beat_at from base.server) last
       where last.beat_at < :since
      on conflict (from_at) do nothing
      """;

  private static final String FORGET_OLD =
      """
      delete from base.server
       where beat_at < :before
         and beat_at < (select max(beat_at) from base.server)
      """;

  private static final String LATEST =
      """
      select from_at, until_at
        from base.outage
       order by until_at desc
       limit 20
      """;

  private final UUID serverId = Ids.next();

  /** "This server is here", after writing down a gap in which no server was. */
  public void beat(Database database, Instant now) {
    database.inTransactionDo(tx -> {
      tx.sql(FORGET_AHEAD).param("ahead", utc(now.plus(THRESHOLD))).update();
      noteGap(tx, now);
      tx.sql(BEAT).param("id", serverId).param("now", utc(now)).update();
      tx.sql(FORGET_OLD).param("before", utc(now.minus(Duration.ofDays(1)))).update();
    });
  }

  /** The latest outages as known at {@code now}; looks for one that nobody wrote down yet. */
  public List<Outage> latest(Tx tx, Instant now) {
    if (noteGap(tx, now) > 0) {
      tx.sql(BEAT).param("id", serverId).param("now", utc(now)).update();
    }
    return writtenDown(tx);
  }

  /** The latest outages that were written down. */
  public static List<Outage> writtenDown(Tx tx) {
    return tx.sql(LATEST)
        .query((row, i) -> new Outage(instant(row, "from_at"), instant(row, "until_at")))
        .list();
  }

  private static int noteGap(Tx tx, Instant now) {
    return tx.sql(NOTE_GAP)
        .param("id", Ids.next())
        .param("now", utc(now))
        .param("since", utc(now.minus(THRESHOLD)))
        .update();
  }
}
