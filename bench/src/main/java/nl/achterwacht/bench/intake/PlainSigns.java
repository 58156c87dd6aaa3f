package nl.achterwacht.bench.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import nl.achterwacht.bench.BenchDatabase;
import nl.achterwacht.bench.Worker;

/**
 * The plain way: one transaction for each request. The row is locked and read, deadline and wake-up
 * time are moved, a line is written in the journal. It does not ask whether the same sign came
 * before, as ours does.
 */
final class PlainSigns implements Signs {
  private static final String LOCK =
      """
      select state, sign_every_s, reminder_s, leg
        from watch.watch
       where organisation_id = ?
         and id = ?
         for update
      """;

  private static final String MOVE =
      """
      update watch.watch
         set last_sign_at = ?, due_at = ?, end_at = ?, wake_at = ?, asked = 0,
             version = version + 1
       where organisation_id = ?
         and id = ?
      """;

  private static final String JOURNAL =
      """
      insert into journal.entry
             (organisation_id, at, kind, actor_id, watch_id, event_id, made_at, data)
      values (?, ?, 'plain.sign-of-life', ?, ?, gen_random_uuid(), ?, ?::jsonb)
      """;

  private final BenchDatabase bench;
  private final Lines lines;

  PlainSigns(BenchDatabase bench) {
    this.bench = bench;
    this.lines = new Lines(bench, "plain.sign-of-life");
  }

  @Override
  public String name() {
    return "plain";
  }

  @Override
  public void sign(Worker worker) {
    try (Connection connection = bench.pool().getConnection()) {
      connection.setAutoCommit(false);
      sign(connection, worker);
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException("a sign was not stored", e);
    }
  }

  private static void sign(Connection connection, Worker worker) throws SQLException {
    OffsetDateTime now = OffsetDateTime.now(java.time.ZoneOffset.UTC);
    OffsetDateTime due;
    OffsetDateTime wake;
    String leg;
    try (var lock = connection.prepareStatement(LOCK)) {
      lock.setObject(1, worker.organisation().value());
      lock.setObject(2, worker.watch().value());
      try (var row = lock.executeQuery()) {
        if (!row.next() || !"running".equals(row.getString(1))) {
          throw new IllegalStateException("the watch does not run");
        }
        due = now.plusSeconds(row.getInt(2));
        wake = due.minusSeconds(row.getInt(3));
        leg = row.getString(4);
      }
    }
    try (var move = connection.prepareStatement(MOVE)) {
      move.setObject(1, now);
      move.setObject(2, due);
      move.setObject(3, due);
      move.setObject(4, wake);
      move.setObject(5, worker.organisation().value());
      move.setObject(6, worker.watch().value());
      move.executeUpdate();
    }
    try (var journal = connection.prepareStatement(JOURNAL)) {
      journal.setObject(1, worker.organisation().value());
      journal.setObject(2, now);
      journal.setObject(3, worker.person().value());
      journal.setObject(4, worker.watch().value());
      journal.setObject(5, now);
      journal.setString(
          6,
          "{\"was\":\"running\",\"state\":\"running\",\"leg\":\"%s\",\"dueAt\":\"%s\",\"endAt\":\"%s\"}"
              .formatted(leg, due, due));
      journal.executeUpdate();
    }
  }

  @Override
  public void check(long answered) {
    lines.check(answered);
  }

  @Override
  public void close() {}
}
