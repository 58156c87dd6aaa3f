package nl.achterwacht.ha;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.achterwacht.postgres.DatabaseAddress;

/**
 * What one database host has, read there directly and in one moment.
 *
 * @param leads it is a primary by its own word
 * @param signs events that were taken in
 * @param alarms how many alarms each watch has
 * @param calls which watches each call is about, by the key that it is sent under; a bundle is
 *     about several
 * @param keysTriedAgain keys that were claimed more than once: only they may arrive twice
 * @param doubleCalls how often somebody is called twice for one step of one alarm
 */
record Ledger(
    boolean leads,
    Set<UUID> signs,
    Map<UUID, Integer> alarms,
    Map<String, Set<UUID>> calls,
    Set<String> keysTriedAgain,
    long doubleCalls) {
  private static final String LEADS = "select not pg_is_in_recovery()";
  private static final String SIGNS =
      "select event_id from journal.entry where kind = 'watch.sign-of-life'";
  private static final String ALARMS =
      """
      select watch_id, count(*)
        from alarm.alarm
       where kind in ('missed-sign', 'panic')
       group by watch_id
      """;
  private static final String CALLS =
      """
      select coalesce(n.bundle_id, n.id)::text, a.watch_id
        from notify.notice n
        join alarm.alarm a on a.organisation_id = n.organisation_id and a.id = n.alarm_id
       where n.kind = 'alarm-call'
      """;
  private static final String KEYS_TRIED_AGAIN =
      """
      select distinct coalesce(bundle_id, id)::text
        from notify.notice
       where attempts > 1
      """;
  private static final String DOUBLE_CALLS =
      """
      select count(*)
        from (select 1
                from notify.notice
               where kind = 'alarm-call'
               group by organisation_id, alarm_id, alarm_step, alarm_round, contact_id
              having count(*) > 1) more_than_one
      """;

  /** Takes one row of an answer. */
  private interface Row {
    void take(ResultSet row) throws SQLException;
  }

  static Ledger read(DatabaseAddress address) throws SQLException {
    try (Connection connection =
        DriverManager.getConnection(address.url(), address.user(), address.password())) {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      var leads = new boolean[1];
      var doubleCalls = new long[1];
      Set<UUID> signs = new HashSet<>();
      Map<UUID, Integer> alarms = new HashMap<>();
      Map<String, Set<UUID>> calls = new HashMap<>();
      Set<String> again = new HashSet<>();
      each(connection, LEADS, row -> leads[0] = row.getBoolean(1));
      each(connection, SIGNS, row -> signs.add(row.getObject(1, UUID.class)));
      each(connection, ALARMS, row -> alarms.put(row.getObject(1, UUID.class), row.getInt(2)));
      each(
          connection,
          CALLS,
          row ->
              calls
                  .computeIfAbsent(row.getString(1), key -> new HashSet<>())
                  .add(row.getObject(2, UUID.class)));
      each(connection, KEYS_TRIED_AGAIN, row -> again.add(row.getString(1)));
      each(connection, DOUBLE_CALLS, row -> doubleCalls[0] = row.getLong(1));
      return new Ledger(leads[0], signs, alarms, calls, again, doubleCalls[0]);
    }
  }

  private static void each(Connection connection, String sql, Row row) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        row.take(rows);
      }
    }
  }
}
