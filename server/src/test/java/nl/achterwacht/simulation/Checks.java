package nl.achterwacht.simulation;

import static nl.achterwacht.base.Sql.instant;
import static nl.achterwacht.base.Sql.instantOrNull;
import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.notify.Notice;
import nl.achterwacht.notify.NoticeKind;

/** The promises of DESIGN 4 and the invariants of STYLE 10, asked of the rows. */
final class Checks {
  /** Each line names a promise that is broken, with the organisation it is broken in. */
  private static final String BROKEN =
      """
      select organisation_id, 'a due watch is not looked at: ' || id || ' ' || state as promise
        from watch.watch
       where wake_at <= :now
      union all
      select organisation_id, 'a due alarm is not looked at: ' || id
        from alarm.alarm
       where wake_at <= :now
      union all
      select organisation_id, 'an open alarm waits for more than two minutes: ' || id || ' ' || wake_at
        from alarm.alarm
       where state <> 'closed' and wake_at > :latest + interval '121 seconds'
      union all
      select organisation_id, 'somebody is believed for longer than agreed: ' || id || ' ' || wake_at
        from alarm.alarm
       where state in ('acknowledged', 'handing-over')
         and wake_at > :latest + promise_s * interval '1 second'
      union all
      select w.organisation_id, 'a watch waits for a handler who was never called: ' || w.id
        from watch.watch w
       where w.state = 'alarmed'
         and not exists (
             select from alarm.alarm a
              where a.organisation_id = w.organisation_id
                and a.watch_id = w.id
                and a.state <> 'closed')
      union all
      select n.organisation_id, 'a call goes on after somebody took it: ' || n.id
        from notify.notice n
        join alarm.alarm a on a.organisation_id = n.organisation_id and a.id = n.alarm_id
       where n.kind = 'alarm-call'
         and n.wake_at is not null
         and a.state <> 'calling'
      union all
      select w.organisation_id, 'silence lasts longer than the grace: ' || w.id
        from watch.watch w
       where w.state = 'overdue'
         and not w.own_outage
         and w.moment_at > w.due_at + w.grace_s * interval '1 second'
      """;

  private static final String BROKEN_TOO =
      """
      select n.organisation_id, 'the same call twice: step ' || n.alarm_step as promise
        from notify.notice n
       where n.kind = 'alarm-call'
       group by n.organisation_id, n.alarm_id, n.alarm_step, n.alarm_round, n.contact_id
      having count(*) > 1
      union all
      select n.organisation_id, 'a notice about an alarm that does not exist: ' || n.kind
        from notify.notice n
       where n.alarm_id is not null
         and not exists (
             select from alarm.alarm a
              where a.organisation_id = n.organisation_id and a.id = n.alarm_id)
      union all
      select a.organisation_id, 'nobody is being called: ' || a.id || ' step ' || a.step
        from alarm.alarm a
       where a.state = 'calling'
         and not exists (
             select from notify.notice n
              where n.organisation_id = a.organisation_id
                and n.alarm_id = a.id
                and (n.kind = 'alarm-call' and n.alarm_step = a.step and n.alarm_round = a.round
                     or n.kind = 'fail-safe'))
         and not exists (
             select from journal.entry e
              where e.organisation_id = a.organisation_id
                and e.alarm_id = a.id
                and e.kind = 'alarm.nobody-reachable'
                and e.at = a.wake_at - interval '60 seconds')
      """;

  private static final String DEADLINES =
      """
      select organisation_id, due_at, moment_at
        from watch.watch
       where state in ('running', 'overdue')
      """;

  private static final String UNANSWERED =
      """
      select organisation_id, opened_at,
             (select sum((s ->> 'toNextSeconds')::integer)
                from jsonb_array_elements(ladder -> 'steps') s) as total_s
        from alarm.alarm
       where state = 'calling'
         and not was_taken
         and round = 1
         and step < jsonb_array_length(ladder -> 'steps') - 1
      """;

  private static final String UNREST =
      """
      select organisation_id, 'watch ' || state as what from watch.watch where state <> 'closed'
      union all
      select organisation_id, 'alarm ' || kind || ' ' || state from alarm.alarm where state <> 'closed'
      union all
      select organisation_id, 'notice ' || kind || ' ' || state
        from notify.notice where wake_at is not null
      """;

  private static final String CLAIMED_SINCE =
      """
      select attempts
        from notify.notice
       where organisation_id = :organisation
         and id = :id
      """;

  private static final String TAKEN_ALREADY =
      """
      select organisation_id
        from alarm.alarm
       where id = any (:ids::uuid[])
         and state <> 'calling'
      """;

  private record Finding(OrganisationId organisation, String what) {}

  private final Batch batch;
  private int rounds;

  Checks(Batch batch) {
    this.batch = batch;
  }

  /** After {@code woke} got through all that was due. */
  void afterWaking(SimServer woke) {
    boolean thorough = rounds++ % 20 == 0;
    batch
        .database()
        .inTransactionDo(tx -> {
          none(
              tx.sql(BROKEN)
                  .param("now", utc(woke.now()))
                  .param("latest", utc(latest()))
                  .query(Checks::finding)
                  .list());
          deadlinesAsPromised(tx);
          if (thorough) {
            none(findings(tx, BROKEN_TOO));
            unansweredGoUp(tx, woke.now());
          }
        });
  }

  /** No moment in a row is reckoned from later than this. */
  private Instant latest() {
    return batch.latestNow().plus(batch.clock().slack());
  }

  /** A server that stood still hands over {@code notice}, so nobody else may have claimed it. */
  void stillOurs(Notice notice) {
    int attempts =
        batch
            .database()
            .inTransaction(tx ->
                tx.sql(CLAIMED_SINCE)
                    .param("organisation", notice.organisation().value())
                    .param("id", notice.id().value())
                    .query(Integer.class)
                    .single());
    // A server that does not know yet that the clock was set forward believes in its lease.
    if (attempts != notice.state().attempts() && !batch.clock().wasJustSet()) {
      throw batch
          .town(notice.organisation())
          .broke("a server that stood still sends what another has claimed: " + notice.kind());
    }
  }

  /** At the moment of claiming, every call is about an alarm that nobody took. */
  void onlyCallsThatAreNeeded(List<Notice> claimed) {
    List<UUID> alarms =
        claimed.stream()
            .filter(notice -> notice.kind() == NoticeKind.ALARM_CALL)
            .map(notice -> notice.subject().alarmId())
            .distinct()
            .toList();
    if (!alarms.isEmpty()) {
      batch
          .database()
          .inTransactionDo(tx ->
              tx.sql(TAKEN_ALREADY)
                  .param("ids", tx.uuids(alarms))
                  .query((row, i) -> new OrganisationId(uuid(row, "organisation_id")))
                  .list()
                  .forEach(organisation -> {
                    throw batch
                        .town(organisation)
                        .broke("a call starts after somebody took the alarm");
                  }));
    }
  }

  boolean allAtRest() {
    return batch.database().inTransaction(tx -> findings(tx, UNREST)).isEmpty();
  }

  Breach unrest() {
    Finding first = batch.database().inTransaction(tx -> findings(tx, UNREST)).getFirst();
    return batch
        .town(first.organisation())
        .broke("never comes to rest: %s".formatted(first.what()));
  }

  void atTheEnd() {
    batch
        .database()
        .inTransactionDo(tx -> {
          none(findings(tx, BROKEN_TOO));
          new JournalAudit(tx, batch).run();
        });
  }

  private void deadlinesAsPromised(Tx tx) {
    tx.sql(DEADLINES)
        .query(row -> {
          Town town = batch.town(new OrganisationId(uuid(row, "organisation_id")));
          Instant due = instant(row, "due_at");
          Instant latest = batch.phone(town).promises().latestDue();
          if (due.isAfter(latest)) {
            throw town.broke("the deadline %s is later than agreed, %s".formatted(due, latest));
          }
          Instant alarmAt = instantOrNull(row, "moment_at");
          // After our own outage the order is kept by at most a few seconds more.
          Duration longest = town.plan().grace().plus(town.plan().shortGrace()).plusSeconds(10);
          if (alarmAt != null && alarmAt.isAfter(latest().plus(longest))) {
            throw town.broke("silence may last until %s".formatted(alarmAt));
          }
        });
  }

  private void unansweredGoUp(Tx tx, Instant now) {
    tx.sql(UNANSWERED)
        .query(row -> {
          Town town = batch.town(new OrganisationId(uuid(row, "organisation_id")));
          Instant opened = instant(row, "opened_at");
          Duration total = Duration.ofSeconds(row.getLong("total_s")).plusSeconds(60);
          if (opened.plus(total).plus(batch.asleepSince(opened)).isBefore(now)) {
            throw town.broke(
                "an alarm of %s that nobody answers is not at the last step".formatted(opened));
          }
        });
  }

  private static List<Finding> findings(Tx tx, String sql) {
    return tx.sql(sql).query(Checks::finding).list();
  }

  private static Finding finding(ResultSet row, int number) throws SQLException {
    return new Finding(new OrganisationId(uuid(row, "organisation_id")), row.getString(2));
  }

  private void none(List<Finding> findings) {
    for (Finding finding : findings) {
      throw batch.town(finding.organisation()).broke(finding.what());
    }
  }
}
