package nl.achterwacht.bench;

/** SQL for the watches of {@code bench.due}: they fall silent, and are out again afterwards. */
public final class Silence {
  /** Overdue, with an alarm that is due at the moment that stands in {@code bench.due}. */
  public static final String FALLS =
      """
      update watch.watch w
         set state = 'overdue', asked = 1, due_at = d.at - make_interval(secs => w.grace_s),
             end_at = d.at - make_interval(secs => w.grace_s), moment_at = d.at, wake_at = d.at,
             version = w.version + 1
        from bench.due d
       where w.organisation_id = d.organisation_id
         and w.id = d.watch_id
      """;

  /** Whatever alarms there were. */
  public static final String NO_ALARMS =
      "truncate alarm.alarm, alarm.script_tick, notify.notice, notify.attempt";

  /** Running, with a deadline hours away. */
  public static final String ENDS =
      """
      update watch.watch w
         set state = 'running', asked = 0, moment_at = null, version = w.version + 1,
             due_at = now() + interval '4 hours', end_at = now() + interval '4 hours',
             wake_at = now() + interval '4 hours' - make_interval(secs => w.reminder_s)
        from bench.due d
       where w.organisation_id = d.organisation_id
         and w.id = d.watch_id
      """;

  private Silence() {}
}
