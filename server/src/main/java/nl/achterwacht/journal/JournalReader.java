package nl.achterwacht.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.Sql;
import nl.achterwacht.base.Tx;
import org.jspecify.annotations.Nullable;

/** Reads the journal: the followers of the live board, the alarm page and the audit. */
public final class JournalReader {
  /**
   * A place in the journal. Commit order is not sequence order: entries are ordered by transaction,
   * and a reader only goes up to its snapshot's horizon, so that nothing is skipped.
   */
  public record Position(long tx, long seq) {
    @Override
    public String toString() {
      return tx + "-" + seq;
    }

    /** Reads what {@link #toString} wrote; null when it is something else. */
    public static @Nullable Position parse(String text) {
      String[] parts = text.split("-", -1);
      try {
        return parts.length == 2
            ? new Position(Long.parseLong(parts[0]), Long.parseLong(parts[1]))
            : null;
      } catch (NumberFormatException e) {
        return null;
      }
    }
  }

  /** An entry that was read. */
  public record Line(
      Position position,
      OrganisationId organisation,
      Instant at,
      String kind,
      @Nullable UUID actorId,
      @Nullable UUID watchId,
      @Nullable UUID alarmId,
      @Nullable UUID eventId,
      @Nullable Instant madeAt,
      String dataJson) {}

  private static final String COLUMNS =
      """
      select tx, seq, organisation_id, at, kind, actor_id, watch_id, alarm_id,
             event_id, made_at, data
        from journal.entry
      """;

  private static final String AFTER =
      COLUMNS
          + """
           where (tx, seq) > (:tx::text::xid8, :seq)
             and tx < pg_snapshot_xmin(pg_current_snapshot())
           order by tx, seq
           limit :limit
          """;

  private static final String HORIZON =
      """
      select (pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1) as tx
      """;

  private static final String HELD_UP =
      """
      select pg_snapshot_xmin(s)::text::bigint
        from pg_current_snapshot() s
       where pg_snapshot_xmin(s) < pg_snapshot_xmax(s)
      """;

  // Each combination is a statement of its own, so that each has the plan that fits it.
  private static final String ABOUT =
      COLUMNS
          + """
           where organisation_id = :organisation
             and (tx, seq) < (:tx::text::xid8, :seq)%s%s
           order by tx desc, seq desc
           limit :limit
          """;

  private static final String OF_WATCH = " and watch_id = :watch";
  private static final String OF_ALARM = " and alarm_id = :alarm";

  private static final String HAS_NOTED =
      """
      select exists (
          select from journal.entry
           where organisation_id = :organisation
             and alarm_id = :alarm
             and actor_id = :actor
             and kind = :kind
             and at >= :since)
      """;

  /** Whether this person already did this about this alarm since {@code since}. */
  public boolean hasNoted(
      Tx tx, OrganisationId organisation, UUID alarmId, UUID actorId, String kind, Instant since) {
    return tx.sql(HAS_NOTED)
        .param("organisation", organisation.value())
        .param("alarm", alarmId)
        .param("actor", actorId)
        .param("kind", kind)
        .param("since", Sql.utc(since))
        .query(Boolean.class)
        .single();
  }

  /** The position up to which everything is committed now; what comes later has a higher one. */
  public Position horizon(Tx tx) {
    long last = tx.sql(HORIZON).query(Long.class).single();
    return new Position(last, Long.MAX_VALUE);
  }

  /** The place behind which readers wait for a transaction that still runs; null when none does. */
  public @Nullable Position heldUpAt(Tx tx) {
    Long first = tx.sql(HELD_UP).query(Long.class).optional().orElse(null);
    return first == null ? null : new Position(first, 0);
  }

  /** At most {@code limit} committed entries of all organisations after {@code after}, in order. */
  public List<Line> after(Tx tx, Position after, int limit) {
    return tx.sql(AFTER)
        .param("tx", Long.toString(after.tx()))
        .param("seq", after.seq())
        .param("limit", limit)
        .query(JournalReader::line)
        .list();
  }

  /**
   * What happened in an organisation, newest first.
   *
   * @param watchId only this watch; null for all
   * @param alarmId only this alarm; null for all
   * @param before only older than this; null to begin at the newest
   */
  public List<Line> about(
      Tx tx,
      OrganisationId organisation,
      @Nullable UUID watchId,
      @Nullable UUID alarmId,
      @Nullable Position before,
      int limit) {
    Position upTo = before == null ? new Position(Long.MAX_VALUE, Long.MAX_VALUE) : before;
    String sql = ABOUT.formatted(watchId == null ? "" : OF_WATCH, alarmId == null ? "" : OF_ALARM);
    return tx.sql(sql)
        .param("organisation", organisation.value())
        .param("watch", watchId)
        .param("alarm", alarmId)
        .param("tx", Long.toString(upTo.tx()))
        .param("seq", upTo.seq())
        .param("limit", limit)
        .query(JournalReader::line)
        .list();
  }

  private static Line line(ResultSet row, int index) throws SQLException {
    OffsetDateTime madeAt = row.getObject("made_at", OffsetDateTime.class);
    return new Line(
        new Position(Long.parseLong(row.getString("tx")), row.getLong("seq")),
        new OrganisationId(row.getObject("organisation_id", UUID.class)),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("kind"),
        row.getObject("actor_id", UUID.class),
        row.getObject("watch_id", UUID.class),
        row.getObject("alarm_id", UUID.class),
        row.getObject("event_id", UUID.class),
        madeAt == null ? null : madeAt.toInstant(),
        row.getString("data"));
  }
}
