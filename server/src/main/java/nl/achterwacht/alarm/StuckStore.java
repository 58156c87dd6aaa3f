package nl.achterwacht.alarm;

import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.uuid;
import static nl.achterwacht.base.Sql.uuidOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import org.jspecify.annotations.Nullable;

/** The SQL of alarms that could not be woken. */
final class StuckStore {
  // Only what every version of the row has: it may be the rest that cannot be read.
  private static final String CLAIM_STUCK =
      """
      select a.watch_id, a.worker_id, a.team_id, a.kind, a.state
        from alarm.alarm a
       where a.organisation_id = :organisation
         and a.id = :id
         and a.wake_at <= :now
         for update skip locked
      """;

  private static final String FAILED =
      """
      update alarm.alarm
         set wake_failures = wake_failures + 1, version = version + 1,
             wake_at = :now + make_interval(secs => least(5 * (wake_failures + 1), 60))
       where organisation_id = :organisation
         and id = :id
      """;

  /** A due alarm that could not be woken, as far as it can always be read. */
  record Stuck(
      AlarmStore.Due due,
      @Nullable UUID watchId,
      @Nullable PersonId worker,
      TeamId team,
      String kind,
      String state) {}

  /** The same without its state and ladder, which may be what is broken. */
  @Nullable Stuck claimStuck(Tx tx, AlarmStore.Due due, Instant now) {
    return tx.sql(CLAIM_STUCK)
        .param("organisation", due.organisation().value())
        .param("id", due.id().value())
        .param("now", utc(now))
        .query((row, i) -> stuck(due, row))
        .optional()
        .orElse(null);
  }

  private static Stuck stuck(AlarmStore.Due due, ResultSet row) throws SQLException {
    UUID worker = uuidOrNull(row, "worker_id");
    return new Stuck(
        due,
        uuidOrNull(row, "watch_id"),
        worker == null ? null : new PersonId(worker),
        new TeamId(uuid(row, "team_id")),
        row.getString("kind"),
        row.getString("state"));
  }

  /**
   * A row that could not be handled stays due: again after 5 seconds, then 10, up to a minute, so
   * that others get their turn and the last resort is not called without a pause.
   */
  void failed(Tx tx, AlarmStore.Due due, Instant now) {
    tx.changeOne(
        tx.sql(FAILED)
            .param("now", utc(now))
            .param("organisation", due.organisation().value())
            .param("id", due.id().value()),
        "alarm " + due.id());
  }
}
