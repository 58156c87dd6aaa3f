package nl.achterwacht.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.Sql;
import nl.achterwacht.watch.WatchId;

/** Reads the database as an auditor would, past all doors, and compares it with what arrived. */
public record Books(Database database) {
  private static final String ALARMS_OF_WATCHES =
      """
      select watch_id, count(*) as alarms
        from alarm.alarm
       where kind = 'missed-sign'
       group by watch_id
      """;

  private static final String OPENED_IN_ORDER =
      """
      select e.tx::text as batch, a.raised_at
        from journal.entry e
        join alarm.alarm a on a.organisation_id = e.organisation_id and a.id = e.alarm_id
       where e.kind = 'alarm.opened'
         and a.kind = 'missed-sign'
         and e.tx > :after::xid8
       order by e.tx, e.seq
      """;

  private static final String LATEST_TX =
      """
      select coalesce(max(tx), '0'::xid8)
        from journal.entry
      """;

  private static final String KEYS =
      """
      select distinct coalesce(bundle_id, id)
        from notify.notice
       where state = any (:states)
      """;

  private static final String KEYS_TRIED_AGAIN =
      """
      select distinct coalesce(bundle_id, id)::text
        from notify.notice
       where attempts > 1
      """;

  private static final String KEYS_NOT_ANSWERED =
      """
      select distinct coalesce(n.bundle_id, n.id)::text
        from notify.attempt a
        join notify.notice n on n.organisation_id = a.organisation_id and n.id = a.notice_id
       where a.answer = 'try-later'
      """;

  private static final String WITHDRAWN =
      """
      select count(*)
        from notify.notice
       where state = 'withdrawn'
      """;

  private static final String STEPS_WITHOUT_CALL =
      """
      select count(*)
        from alarm.alarm a
       cross join lateral generate_series(0, a.step) as s(step)
       where not exists (
             select from notify.notice n
              where n.organisation_id = a.organisation_id
                and n.alarm_id = a.id
                and n.kind = 'alarm-call'
                and n.alarm_step = s.step)
      """;

  /** How many missed-sign alarms each watch has; watches without one are left out. */
  public Map<UUID, Integer> alarmsByWatch() {
    return database.inTransaction(tx -> {
      Map<UUID, Integer> found = new TreeMap<>();
      tx.sql(ALARMS_OF_WATCHES)
          .query(row -> {
            found.put(row.getObject("watch_id", UUID.class), row.getInt("alarms"));
          });
      return found;
    });
  }

  /** Each of {@code watches} has exactly one alarm for its silence, and no other watch has any. */
  void haveOneAlarmFor(List<WatchId> watches) {
    Map<UUID, Integer> expected = new TreeMap<>();
    watches.forEach(w -> expected.put(w.value(), 1));
    assertThat(alarmsByWatch()).isEqualTo(expected);
  }

  public long countAlarms() {
    return count("select count(*) from alarm.alarm where kind = 'missed-sign'");
  }

  /** Any question whose answer is one number. */
  public long count(String sql) {
    return database.inTransaction(tx -> tx.sql(sql).query(Long.class).single());
  }

  /** A mark in the journal, for {@link #longestOverdueFirst}. */
  String journalMark() {
    return database.inTransaction(tx -> tx.sql(LATEST_TX).query(String.class).single());
  }

  /**
   * Alarms opened since {@code mark} stand in the journal in the order of their deadlines: within
   * each batch, and the batches by their first one. Two hands may claim at the same moment.
   */
  void longestOverdueFirst(String mark) {
    Map<String, List<Instant>> dues = new LinkedHashMap<>();
    database.inTransactionDo(tx ->
        tx.sql(OPENED_IN_ORDER)
            .param("after", mark)
            .query(row -> {
              dues.computeIfAbsent(row.getString("batch"), batch -> new ArrayList<>())
                  .add(Sql.instant(row, "raised_at"));
            }));
    assertThat(dues).isNotEmpty();
    assertThat(dues.values()).allSatisfy(batch -> assertThat(batch).isSorted());
    assertThat(dues.values()).extracting(List::getFirst).isSorted();
  }

  /** The keys of all notices in one of these states; a bundle has one key. */
  public Set<String> keysOfNotices(String... states) {
    return database.inTransaction(tx ->
        new TreeSet<>(
            tx.sql(KEYS)
                .param("states", tx.texts(List.of(states)))
                .query((row, i) -> row.getString(1))
                .list()));
  }

  /** The keys of all notices that were claimed more than once: only they may arrive twice. */
  Set<String> keysTriedAgain() {
    return database.inTransaction(
        tx -> new TreeSet<>(tx.sql(KEYS_TRIED_AGAIN).query(String.class).list()));
  }

  /** The keys of all notices that some provider did not answer in time: they may arrive twice. */
  Set<String> keysNotAnsweredInTime() {
    return database.inTransaction(
        tx -> new TreeSet<>(tx.sql(KEYS_NOT_ANSWERED).query(String.class).list()));
  }

  public boolean everythingIsSent() {
    return keysOfNotices("waiting", "sending").isEmpty();
  }

  /** Steps that an alarm has come to and of which nobody was called. */
  public long stepsWithoutCall() {
    return count(STEPS_WITHOUT_CALL);
  }

  /** How many questions after an outage were withdrawn, because the worker had answered already. */
  long questionsAfterOutageWithdrawn() {
    return count(WITHDRAWN + " and kind = 'worker-sign-due-after-outage'");
  }

  /**
   * Every step that any alarm has come to was called, and every notice ever made arrived, but for
   * questions that were answered before.
   */
  void nothingIsLost(Receivers receivers) {
    assertThat(stepsWithoutCall()).as("steps without a call").isZero();
    assertThat(keysOfNotices("refused")).isEmpty();
    assertThat(count(WITHDRAWN + " and kind not like 'worker-%'")).as("withdrawn").isZero();
    assertThat(receivers.counts().keySet()).containsAll(keysOfNotices("accepted"));
  }
}
