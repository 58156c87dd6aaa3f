package nl.achterwacht.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.Sql;
import org.jspecify.annotations.Nullable;

/**
 * What the database says has happened: the journal from its beginning, and the tables beside it.
 */
record Replay(Database database) {
  private static final String OPENED =
      """
      select alarm_id, watch_id, at
        from journal.entry
       where kind = 'alarm.opened'
       order by tx, seq
      """;

  private static final String ALARMS =
      """
      select id
        from alarm.alarm
      """;

  private static final String SIGNS_IN_JOURNAL =
      """
      select event_id, count(*) as times
        from journal.entry
       where kind = 'watch.sign-of-life'
       group by event_id
      """;

  // Nobody looks after these any more: their time has come, and they have no alarm.
  private static final String ASTRAY =
      """
      select id
        from watch.watch
       where state in ('running', 'overdue')
         and coalesce(moment_at, due_at + make_interval(secs => grace_s)) < :before
      """;

  private static final String NOTICES =
      """
      select coalesce(bundle_id, id)::text as key, alarm_id, channel, kind, state, answered_at
        from notify.notice
      """;

  private static final String CALLED_TWICE =
      """
      select alarm_id, alarm_step, alarm_round, count(*) as times
        from notify.notice
       where kind = 'alarm-call'
       group by alarm_id, alarm_step, alarm_round, channel, address
      having count(*) > 1
      """;

  /** An alarm, as the journal tells its beginning. */
  record Opened(UUID alarm, UUID watch, Instant at) {}

  /** A message as the tables have it; several notices of one bundle have one key. */
  record Sent(
      String key,
      @Nullable UUID alarm,
      String channel,
      String kind,
      String state,
      @Nullable Instant answeredAt) {
    boolean isCall() {
      return kind.equals("alarm-call");
    }

    boolean isTaken() {
      return state.equals("accepted");
    }

    /** A question to a worker who gave a sign before it went out: nobody needs it any more. */
    boolean isAnsweredQuestion() {
      return state.equals("withdrawn") && kind.startsWith("worker-");
    }
  }

  List<Opened> opened() {
    return database.inTransaction(tx ->
        tx.sql(OPENED)
            .query((row, i) ->
                new Opened(
                    Sql.uuid(row, "alarm_id"), Sql.uuid(row, "watch_id"), Sql.instant(row, "at")))
            .list());
  }

  Set<UUID> alarms() {
    return database.inTransaction(tx -> new HashSet<>(tx.sql(ALARMS).query(UUID.class).list()));
  }

  /** Signs of life by the key they were sent under, and how often the journal has each. */
  Map<UUID, Integer> signs() {
    return database.inTransaction(tx -> {
      Map<UUID, Integer> signs = new HashMap<>();
      tx.sql(SIGNS_IN_JOURNAL)
          .query(row -> {
            signs.put(Sql.uuid(row, "event_id"), row.getInt("times"));
          });
      return signs;
    });
  }

  List<UUID> astray(Instant before) {
    return database.inTransaction(
        tx -> tx.sql(ASTRAY).param("before", Sql.utc(before)).query(UUID.class).list());
  }

  List<Sent> messages() {
    return database.inTransaction(tx ->
        new ArrayList<>(
            tx.sql(NOTICES)
                .query((row, i) ->
                    new Sent(
                        row.getString("key"),
                        Sql.uuidOrNull(row, "alarm_id"),
                        row.getString("channel"),
                        row.getString("kind"),
                        row.getString("state"),
                        Sql.instantOrNull(row, "answered_at")))
                .list()));
  }

  /** Steps of an alarm for which one address got two messages under different keys. */
  List<String> calledTwice() {
    return database.inTransaction(tx ->
        tx.sql(CALLED_TWICE)
            .query((row, i) ->
                "alarm %s called somebody of step %d %d times"
                    .formatted(
                        row.getObject("alarm_id"), row.getInt("alarm_step"), row.getInt("times")))
            .list());
  }
}
