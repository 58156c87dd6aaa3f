package nl.achterwacht.faults;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Shows that the checker can find what it looks for. Nothing is broken in this row; when all is
 * well, the books are falsified, one way after the other, and each must be found.
 */
final class Control {
  // Past the triggers and keys by which the database itself would refuse it.
  private static final String FORGED = "set local session_replication_role = 'replica'";

  private static final String AN_ALARM = "(select id from alarm.alarm order by id limit 1)";

  private static final List<Forgery> ALL =
      List.of(
          new Forgery(
              "an alarm is gone from the journal",
              "delete from journal.entry where kind = 'alarm.opened' and alarm_id = " + AN_ALARM,
              Findings::lost),
          new Forgery(
              "an alarm is gone from the tables",
              "delete from alarm.alarm where id = (select max(id::text)::uuid from alarm.alarm)",
              Findings::lost),
          new Forgery(
              "a silence has two alarms",
              """
              insert into journal.entry (organisation_id, at, kind, watch_id, alarm_id)
              select organisation_id, at, kind, watch_id, gen_random_uuid()
                from journal.entry
               where kind = 'alarm.opened'
               limit 1
              """,
              Findings::doubled),
          new Forgery(
              "an alarm was opened before its time",
              """
              update journal.entry
                 set at = at - interval '10 seconds'
               where seq = (select min(seq) from journal.entry where kind = 'alarm.opened')
              """,
              Findings::early),
          new Forgery(
              "a call never arrived, another came that nobody sent",
              """
              update notify.notice
                 set id = gen_random_uuid(), bundle_id = null
               where id = (select max(id::text)::uuid from notify.notice where kind = 'alarm-call')
              """,
              Findings::lost),
          new Forgery(
              "a call was not taken",
              """
              update notify.notice
                 set state = 'refused'
               where id = (select min(id::text)::uuid from notify.notice where kind = 'alarm-call')
              """,
              Findings::lost),
          new Forgery(
              "somebody was called twice for one step",
              """
              insert into notify.notice
              select (jsonb_populate_record(n, jsonb_build_object('id', gen_random_uuid()))).*
                from notify.notice n
               where n.kind = 'alarm-call'
               limit 1
              """,
              Findings::doubled),
          new Forgery(
              "a call came again long after it was taken",
              """
              update notify.notice
                 set answered_at = answered_at - interval '10 seconds'
               where kind = 'alarm-call'
              """,
              Findings::stale),
          new Forgery(
              "nobody looks after a watch",
              """
              update watch.watch
                 set due_at = due_at - interval '1 hour', moment_at = null
               where id = (select max(id::text)::uuid from watch.watch where state = 'running')
              """,
              Findings::lost),
          new Forgery(
              "a confirmed sign is gone",
              """
              delete from journal.entry
               where seq = (select min(seq) from journal.entry
                             where kind = 'watch.sign-of-life')
              """,
              Findings::signsLost),
          new Forgery(
              "a sign counted twice",
              """
              insert into journal.entry (organisation_id, at, kind, watch_id, event_id)
              select organisation_id, at, kind, watch_id, event_id
                from journal.entry
               where kind = 'watch.sign-of-life'
               limit 1
              """,
              Findings::signsLost));

  private Control() {}

  /**
   * @param where of the findings, what must become more
   */
  private record Forgery(String what, String sql, Function<Findings, List<String>> where) {}

  /** A day on which nothing goes wrong. */
  static void quiet(Scene scene) {
    scene.beginDay(Duration.ofSeconds(10));
    scene.fallSilent(20, Duration.ofSeconds(2), Duration.ofMillis(100));
  }

  /** True when every forgery is found. The servers do not run on forged books. */
  static boolean finds(Scene scene, Duration bound) {
    scene.endServers();
    int found = 0;
    Findings before = Checker.check(scene, bound);
    for (Forgery forgery : ALL) {
      scene
          .town()
          .database()
          .inTransactionDo(tx -> {
            tx.sql(FORGED).update();
            if (tx.sql(forgery.sql()).update() == 0) {
              throw new IllegalStateException("nothing to forge: " + forgery.what());
            }
          });
      Findings after = Checker.check(scene, bound);
      if (forgery.where().apply(after).size() > forgery.where().apply(before).size()) {
        found++;
      } else {
        scene.note("NOT FOUND: %s", forgery.what());
      }
      before = after;
    }
    int late = Checker.check(scene, Duration.ZERO).late().isEmpty() ? 0 : 1;
    scene.note("then %d of %d forgeries were found", found + late, ALL.size() + 1);
    return found + late == ALL.size() + 1;
  }
}
