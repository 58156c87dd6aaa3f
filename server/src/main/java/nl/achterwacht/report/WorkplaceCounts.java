package nl.achterwacht.report;

/** The SQL that counts what was done at workplaces in one month; a part of {@link CountStore}. */
final class WorkplaceCounts {
  // A drill counts in the month in which it had to be held. How long it took until somebody was
  // there is kept as "kind seconds stated": of such counts a median can still be told when the
  // drills themselves are erased, and they are about nobody.
  static final String COUNTED =
      """
      select w.team_id, 'measure-added' as what, '' as key, count(*)::int as n
        from task.v_task t
        join workplace.v_measure m
          on m.organisation_id = t.organisation_id and m.id = t.subject_id
        join workplace.v_workplace w
          on w.organisation_id = t.organisation_id and w.id = m.workplace_id
       where :workplaces
         and t.organisation_id = :organisation
         and t.kind = 'measure'
         and t.made_at >= :from
         and t.made_at < :until
       group by 1
       union all
      select w.team_id, 'measure-ended',
             case when t.ended_how = 'dropped' then 'dropped'
                  when t.ended_at <= t.due_at then 'in-time'
                  else 'late' end,
             count(*)::int
        from task.v_task t
        join workplace.v_measure m
          on m.organisation_id = t.organisation_id and m.id = t.subject_id
        join workplace.v_workplace w
          on w.organisation_id = t.organisation_id and w.id = m.workplace_id
       where :workplaces
         and t.organisation_id = :organisation
         and t.kind = 'measure'
         and t.ended_at >= :from
         and t.ended_at < :until
       group by 1, 3
       union all
      select w.team_id, 'drill-due',
             case when t.ended_at is null then 'not'
                  when t.ended_at <= t.due_at then 'in-time'
                  else 'late' end,
             count(*)::int
        from task.v_task t
        join workplace.v_workplace w
          on w.organisation_id = t.organisation_id and w.id = t.subject_id
       where :workplaces
         and t.organisation_id = :organisation
         and t.kind = 'drill'
         and t.due_at >= :from
         and t.due_at < :until
         and coalesce(t.ended_how, '') <> 'dropped'
       group by 1, 3
       union all
      select d.team_id, 'drill-held', coalesce(d.alarm_result, 'unknown'), count(*)::int
        from drill.v_drill d
       where :workplaces
         and d.organisation_id = :organisation
         and d.outcome = 'held'
         and d.started_at >= :from
         and d.started_at < :until
       group by 1, 3
       union all
      select d.team_id, 'drill-took',
             concat_ws(' ', w.kind,
                       floor(extract(epoch from d.arrived_at - d.started_at))::int,
                       w.response_min),
             count(*)::int
        from drill.v_drill d
        join workplace.v_workplace w
          on w.organisation_id = d.organisation_id and w.id = d.workplace_id
       where :workplaces
         and d.organisation_id = :organisation
         and d.outcome = 'held'
         and d.started_at >= :from
         and d.started_at < :until
         and d.arrived_at >= d.started_at
       group by 1, 3
      """;

  private WorkplaceCounts() {}
}
