package nl.achterwacht.bench.storm;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import nl.achterwacht.base.Ids;
import nl.achterwacht.bench.BenchDatabase;

/**
 * What a rival's handler does: one alarm and one notice, in one transaction. It is spared what ours
 * does besides: no ladder to look up, nobody on duty to be found, no journal, no row of a watch.
 */
final class Alarms {
  private static final String LADDER =
      """
      {"steps": [{"onDuty": true, "personIds": [], "toNextSeconds": 120},
                 {"onDuty": false, "personIds": ["0199f7a0-0000-7000-8000-000000000001"],
                  "toNextSeconds": 120}]}
      """;

  private static final String PLACE =
      """
      {"address": "Dorpsstraat 12", "floor": null, "latitude": 52.09, "longitude": 5.12}
      """;

  private static final String PARAMS =
      """
      {"alarmId": "0199f7a0-0000-7000-8000-000000000002", "alarmKind": "missed-sign",
       "silent": "false", "raisedAt": "2026-01-01T00:00:00Z", "workerName": "Anna",
       "workerId": "0199f7a0-0000-7000-8000-000000000003",
       "watchId": "0199f7a0-0000-7000-8000-000000000004"}
      """;

  private static final String ALARM =
      """
      insert into rival.alarm
             (organisation_id, id, kind, silent, cause_id, watch_id, worker_id, team_id, ladder,
              promise_s, raised_at, opened_at, place, state, step, round, wake_at)
      values (?, ?, 'missed-sign', false, ?, ?, ?, ?, ?::jsonb,
              300, now(), now(), ?::jsonb, 'calling', 0, 1, now() + interval '120 seconds')
      """;

  private static final String NOTICE =
      """
      insert into rival.notice
             (organisation_id, id, person_id, contact_id, channel, address, kind, urgent, language,
              params, alarm_id, alarm_step, alarm_round, watch_id, state, wake_at, made_at,
              expires_at)
      values (?, ?, ?, ?, 'email', 'bram@example.org', 'alarm-call', true, 'nl',
              ?::jsonb, ?, 0, 1, ?, 'waiting', now(), now(), now() + interval '12 hours')
      """;

  private static final UUID ORGANISATION = Ids.next();
  private static final UUID SOMEBODY = Ids.next();

  private Alarms() {}

  static void fire(DataSource pool, UUID watch) {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      UUID alarm = Ids.next();
      try (var statement = connection.prepareStatement(ALARM)) {
        set(statement, ORGANISATION, alarm, watch, watch, SOMEBODY, SOMEBODY, LADDER, PLACE);
        statement.executeUpdate();
      }
      try (var statement = connection.prepareStatement(NOTICE)) {
        set(statement, ORGANISATION, Ids.next(), SOMEBODY, SOMEBODY, PARAMS, alarm, watch);
        statement.executeUpdate();
      }
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException("no alarm for " + watch, e);
    }
  }

  /** Throws unless {@code expected} watches have one alarm and one notice each; then empties. */
  static void checkAndEmpty(BenchDatabase bench, int expected) {
    long alarms = bench.number("select count(*) from rival.alarm");
    long watches = bench.number("select count(distinct watch_id) from rival.alarm");
    long notices = bench.number("select count(*) from rival.notice");
    if (alarms != expected || watches != expected || notices != expected) {
      throw new IllegalStateException(
          "%d were due, %d alarms about %d and %d notices are there"
              .formatted(expected, alarms, watches, notices));
    }
    bench.run("truncate rival.alarm, rival.notice");
  }

  private static void set(java.sql.PreparedStatement statement, Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
