-- Each figure of each report once more: each section by a query of its own, over figures.sql. It is
-- headed by "-- REPORT SECTION", and gives of each row its label and its values.

-- risks risks.street
select * from figures.largest('street')
;
-- risks risks.area
select * from figures.largest('area')
;
-- risks risks.purpose
select * from figures.largest('purpose')
;
-- risks risks.weekday
select d.label, array[coalesce(visits, 0), coalesce(signals, 0), coalesce(alarms, 0),
                      coalesce(incidents, 0), figures.percent(events, visits)]
  from unnest(array['Maandag', 'Dinsdag', 'Woensdag', 'Donderdag', 'Vrijdag', 'Zaterdag',
                    'Zondag']) with ordinality as d(label, n)
  left join figures.line l on l.split = 'weekday' and l.key = d.n::text
;
-- risks risks.hour
select h || '–' || h + 1 || ' uur', array[coalesce(visits, 0), coalesce(signals, 0),
                                          coalesce(alarms, 0), coalesce(incidents, 0),
                                          figures.percent(events, visits)]
  from (select generate_series(min(key::int), max(key::int)) as h
          from figures.line where split = 'hour') as hours
  left join figures.line l on l.split = 'hour' and l.key = h::text
;
-- signals signals.month
select label, array[signals, incidents, departures, visits,
                    figures.percent(signals + incidents + departures, visits)]
  from figures.months m
 cross join lateral (select count(*) filter (where what = 'signal') as signals,
                            count(*) filter (where what = 'incident') as incidents,
                            count(*) filter (where kind = 'departure') as departures
                       from figures.event where month = m.at) as e
 cross join lateral (select count(*) as visits from figures.visit where month = m.at) as v
;
-- signals signals.signal-kind
select figures.word('signal.' || kind), array[count(*)::numeric]
  from figures.event where what = 'signal' group by kind
;
-- signals signals.incident-kind
select figures.word('incident.' || kind), array[count(*)::numeric]
  from figures.event where what = 'incident' group by kind
;
-- signals signals.answers
select figures.word('task-' || what),
       array[count(*) filter (where how = 'in-time'), count(*) filter (where how = 'late'),
             count(*) filter (where how = 'open'),
             figures.percent(count(*) filter (where how = 'in-time'),
                             count(*) filter (where how <> 'open'))]
  from unnest(array['signal', 'departure', 'incident', 'aftercare']) as what,
       figures.task(what)
 group by what
;
-- false-alarms false-alarms.month
select m.label,
       array[count(*) filter (where outcome not in ('false-alarm', 'withdrawn')),
             count(*) filter (where outcome = 'withdrawn'),
             count(*) filter (where outcome = 'false-alarm'),
             count(a.id) filter (where outcome is null),
             figures.percent(count(*) filter (where outcome = 'false-alarm'), count(outcome))]
  from figures.months m
  left join figures.alarm a on a.month = m.at and a.kind <> 'drill'
 group by m.label
;
-- false-alarms false-alarms.cause
select figures.word('cause.' || outcome_cause),
       array[count(*), figures.percent(count(*), sum(count(*)) over ()::bigint)]
  from figures.alarm where kind <> 'drill' and outcome = 'false-alarm' group by outcome_cause
;
-- response-times response-times.total
select figures.word('response-times.all'), figures.times(array_agg(t))
  from figures.time t where kind <> 'drill'
;
-- response-times response-times.month
select m.label, figures.times(array_agg(t))
  from figures.months m left join figures.time t on t.month = m.at and t.kind <> 'drill'
 group by m.label
;
-- response-times response-times.kind
select figures.word('alarm.' || kind), figures.times(array_agg(t)) from figures.time t group by kind
;
-- response-times response-times.team
select team, figures.times(array_agg(t)) from figures.time t where kind <> 'drill' group by team
;
-- adoption adoption.month
select m.label, figures.watched(count(v.id), count(v.started_at))
  from figures.months m left join figures.visit v on v.month = m.at group by m.label
;
-- adoption adoption.team
select team, figures.watched(count(*), count(started_at)) from figures.visit group by team
;
-- adoption adoption.team-month
select team, array_agg(share order by at)
  from (select t.team, m.at, figures.percent(count(v.started_at), count(v.id)) as share
          from (select distinct team from figures.visit) as t
         cross join figures.months m
          left join figures.visit v on v.team = t.team and v.month = m.at
         group by t.team, m.at) as shares
 group by team
;
-- self-check self-check.norm
select figures.word('self-check.norm.figure'), figures.part(count(started_at), count(*))
  from figures.visit
;
-- self-check self-check.reporting
select figures.word('self-check.reporting.figure'),
       figures.part(count(*), (select count(*) from figures.visit))
  from figures.event where what = 'signal'
;
-- self-check self-check.registering
select figures.word('self-check.registering.figure'),
       figures.part(count(*) filter (where how = 'in-time'), count(*) filter (where how <> 'open'))
  from figures.task('signal')
;
-- self-check self-check.training
select figures.word('self-check.training.figure'),
       array[count(*), figures.minutes(percentile_disc(0.5) within group (order by taken))]
  from figures.time where kind = 'drill'
;
-- self-check self-check.reacting
select figures.word('self-check.reacting.figure'),
       figures.part(count(*) filter (where s.outcome = 'done' and s.ended_at <= s.due_at), count(*))
  from figures.incident i
  left join incident.step s on s.incident_id = i.id and s.kind = 'reaction'
;
-- self-check self-check.police
select figures.word('self-check.police.figure'),
       figures.part(count(*) filter (where details->'police'->>'choice' = 'formal-report'),
                    count(*))
  from figures.incident
;
-- self-check self-check.damage
select figures.word('self-check.damage.figure'),
       figures.part(count(*) filter (where exists (select from incident.measure m
                                                    where m.incident_id = i.id)), count(*))
  from figures.incident i where (details->'consequences'->>'damageCents')::int > 0
;
-- self-check self-check.aftercare
select figures.word('self-check.aftercare.figure'),
       figures.part(count(*) filter (where how = 'in-time'), count(*) filter (where how <> 'open'))
  from figures.task('aftercare')
;
-- workplaces workplaces.class
select figures.word('risk-class.' || name), array[count(w.id), figures.percent(count(w.id), every)]
  from figures.class
 cross join (select count(*) as every from figures.workplace where in_use) as used
  left join figures.workplace w on w.in_use and coalesce(w.class, 6) = n
 group by name, every
;
-- workplaces workplaces.kind
select figures.word('workplace.' || kind), array[(select count(*) from figures.workplace o
                                                   where o.in_use and o.kind = per.kind)]
                                           || array_agg(found order by n)
  from (select k.kind, c.n, count(w.id)::numeric as found
          from (select distinct kind from figures.workplace where in_use) as k
         cross join figures.class c
          left join figures.workplace w
            on w.in_use and w.kind = k.kind and coalesce(w.class, 6) = c.n
         group by k.kind, c.n) as per
 group by kind
;
-- workplaces workplaces.decision
select figures.word('decision.' || name), array[count(w.id), figures.percent(count(w.id), every)]
  from unnest(array['allowed', 'with-measures', 'never', 'none']) as name
 cross join (select count(*) as every from figures.workplace where in_use) as used
  left join figures.workplace w on w.in_use and w.decision = name
 group by name, every
;
-- workplaces workplaces.waiting
select figures.word('workplaces.waiting.' || kind || 's'),
       array[count(*) filter (where not is_late), count(*) filter (where is_late),
             count(*)::numeric]
  from figures.work where in_use and ended_at is null group by kind
;
-- workplaces workplaces.team
select team, array[count(*), count(*) filter (where class > 2),
                   count(*) filter (where decision = 'none'), sum(late.measures),
                   sum(late.reviews), sum(late.drills)]
  from figures.workplace o
 cross join lateral (select count(*) filter (where kind = 'measure') as measures,
                            count(*) filter (where kind = 'review') as reviews,
                            count(*) filter (where kind = 'drill') as drills
                       from figures.work w
                      where w.workplace_id = o.id and w.is_late) as late
 where in_use
 group by team
;
-- workplaces workplaces.measures
select m.label, array[count(*) filter (where done and ended_at <= due_at),
                      count(*) filter (where done and ended_at > due_at),
                      count(*) filter (where ended and not done),
                      count(*) filter (where made)::numeric]
  from figures.months m
  left join (select *, figures.month(made_at) as made_in, figures.month(ended_at) as ended_in,
                    ended_how = 'done' as is_done
               from figures.work where kind = 'measure') as w
    on m.at in (made_in, ended_in)
 cross join lateral (select m.at = made_in as made, m.at = ended_in as ended,
                            m.at = ended_in and is_done as done) as how
 group by m.label
;
-- workplaces drills.month
select m.label, array[count(*) filter (where ended_at <= due_at),
                      count(*) filter (where ended_at > due_at),
                      count(w.id) filter (where ended_at is null),
                      figures.percent(count(*) filter (where ended_at <= due_at), count(w.id))]
  from figures.months m
  left join figures.work w
    on w.kind = 'drill' and figures.month(w.due_at) = m.at
   and w.ended_how is distinct from 'dropped'
 group by m.label
;
-- workplaces drills.result
select figures.word('drill-result.' || name),
       array[count(d), figures.percent(count(d), (select count(*) from figures.drill))]
  from unnest(array['works', 'unreliable', 'fails', 'unknown']) as name
  left join figures.drill d on coalesce(d.alarm_result, 'unknown') = name
 group by name
;
-- workplaces drills.response
select figures.word(case when kind is null then 'drills.all' else 'workplace.' || kind end),
       array[count(took), figures.minutes(percentile_disc(0.5) within group (order by took)),
             figures.minutes(max(took)),
             percentile_disc(0.5) within group (order by response_min),
             count(*) filter (where took > response_min * 60)]
  from figures.drill where took is not null and kind is not null
 group by rollup (kind)
;
-- workplaces drills.response-month
select m.label,
       array[count(took), figures.minutes(percentile_disc(0.5) within group (order by took)),
             figures.minutes(max(took)),
             percentile_disc(0.5) within group (order by response_min),
             count(*) filter (where took > response_min * 60)]
  from figures.months m
  left join figures.drill d on d.month = m.at and d.took is not null and d.kind is not null
 group by m.label
;
