package nl.achterwacht.report;

/** The SQL that counts what was done at workplaces in one month; a part of {@link CountStore}. */
final class WorkplaceCounts {
  // A drill counts in the month in which it had to be held. How long it took until somebody was
  // there is kept as "kind seconds stated": of such counts a median can still be told when the
  // drills themselves are erased, and they are about nobody. What is of the month comes first, and
  // then its workplace, one by one (offset 0): few are of one month, and a database that does not
  // know yet how many there are would begin at the other end.
  static final String COUNTED =
      """
      select w.team_id, 'measure-added' as what, '' as key, count(*)::int as n
        from (select organisation_id, subject_id
                from task.v_task
               where :workplaces
                 and organisation_id = :organisation
                 and kind = 'measure'
                 and made_at >= :from
                 and made_at < :until
              offset 0) as t
       cross join lateral (
             select workplace_id
               from workplace.v_measure
              where organisation_id = t.organisation_id
                and id = t.subject_id
             offset 0) as m
       cross join lateral (
             select team_id
               from workplace.v_workplace
              where organisation_id = t.organisation_id
                and id = m.workplace_id
             offset 0) as w
       group by 1
       union all
      select w.team_id, 'measure-ended', t.how, count(*)::int
        from (select organisation_id, subject_id,
                     case when ended_how = 'dropped' then 'dropped'
                          when ended_at <= due_at then 'in-time'
                          else 'late' end as how
                from task.v_task
               where :workplaces
                 and organisation_id = :organisation
                 and kind = 'measure'
                 and ended_at >= :from
                 and ended_at < :until
              offset 0) as t
       cross join lateral (
             select workplace_id
               from workplace.v_measure
              where organisation_id = t.organisation_id
                and id = t.subject_id
             offset 0) as m
       cross join lateral (
             select team_id
               from workplace.v_workplace
              where organisation_id = t.organisation_id
                and id = m.workplace_id
             offset 0) as w
       group by 1, 3
       union all
      select w.team_id, 'drill-due', t.how, count(*)::int
        from (select organisation_id, subject_id,
                     case when ended_at is null then 'not'
                          when ended_at <= due_at then 'in-time'
                          else 'late' end as how
                from task.v_task
               where :workplaces
                 and organisation_id = :organisation
                 and kind = 'drill'
                 and due_at >= :from
                 and due_at < :until
                 and coalesce(ended_how, '') <> 'dropped'
              offset 0) as t
       cross join lateral (
             select team_id
               from workplace.v_workplace
              where organisation_id = t.organisation_id
                and id = t.subject_id
             offset 0) as w
       group by 1, 3
       union all
      select team_id, 'drill-held', coalesce(alarm_result, 'unknown'), count(*)::int
        from drill.v_drill
       where :workplaces
         and organisation_id = :organisation
         and outcome = 'held'
         and started_at >= :from
         and started_at < :until
       group by 1, 3
       union all
      select d.team_id, 'drill-took', concat_ws(' ', w.kind, d.seconds, w.response_min),
             count(*)::int
        from (select organisation_id, team_id, workplace_id,
                     floor(extract(epoch from arrived_at - started_at))::int as seconds
                from drill.v_drill
               where :workplaces
                 and organisation_id = :organisation
                 and outcome = 'held'
                 and started_at >= :from
                 and started_at < :until
                 and arrived_at >= started_at
              offset 0) as d
       cross join lateral (
             select kind, response_min
               from workplace.v_workplace
              where organisation_id = d.organisation_id
                and id = d.workplace_id
             offset 0) as w
       group by 1, 3
      """;

  private WorkplaceCounts() {}
}
