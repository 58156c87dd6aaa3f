-- What sections.sql counts: of one organisation, from its first day until the day after. Settings:
-- figures.organisation, figures.first and figures.after. Statements end on a line with only ";".

create schema figures
;
create table figures.words (key text primary key, text text)
;
create function figures.word(key text) returns text language sql stable
return (select w.text from figures.words w where w.key = $1)
;
create function figures.o() returns uuid language sql stable
return current_setting('figures.organisation')::uuid
;
create function figures.day(at timestamptz) returns date language sql stable
return (at at time zone 'Europe/Amsterdam')::date
;
create function figures.within(at timestamptz) returns boolean language sql stable
return figures.day(at) >= current_setting('figures.first')::date
       and figures.day(at) < current_setting('figures.after')::date
;
create function figures.month(at timestamptz) returns date language sql stable
return date_trunc('month', figures.day(at))::date
;
create function figures.percent(part bigint, whole bigint) returns numeric language sql immutable
return case when whole > 0 then round(1000.0 * part / whole) / 10 end
;
create function figures.minutes(seconds double precision) returns numeric language sql immutable
return round((seconds / 6)::numeric) / 10
;
-- Within one year a month goes by its name, else the year is beside it.
create view figures.months as
select m::date as at,
       case when extract(year from current_setting('figures.first')::date)
                 = extract(year from current_setting('figures.after')::date - 1)
            then (array['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus',
                        'september', 'oktober', 'november', 'december'])[extract(month from m)]
            else (array['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov',
                        'dec'])[extract(month from m)] || ' ' || extract(year from m) end as label
  from generate_series(current_setting('figures.first')::date,
                       current_setting('figures.after')::date - 1, interval '1 month') as m
;
-- Of the last team there are three, and of the town's own four: they count together.
create view figures.team as
select t.id, case when count(p.id) < 5 then figures.word('small-teams') else t.name end as label
  from people.team t
  left join people.person p on p.team_id = t.id and p.left_at is null
 where t.organisation_id = figures.o()
 group by t.id, t.name
;
create view figures.place as
select p.id, p.street || ', ' || p.town as street,
       coalesce((select b.name from place.boundary b
                  where b.organisation_id = p.organisation_id and b.code = p.neighbourhood_code),
                '') as area
  from place.place p
 where p.organisation_id = figures.o()
;
create table figures.visit as
select v.id, v.watch_id, t.label as team, w.started_at, v.planned_start_at as at,
       figures.month(v.planned_start_at) as month, lower(trim(coalesce(v.purpose, ''))) as purpose,
       coalesce(p.street, '') as street, coalesce(p.area, '') as area, p.id as place_id
  from visit.visit v
  join watch.watch w on w.id = v.watch_id
  join figures.team t on t.id = w.team_id
  left join place.visited d on d.visit_id = v.id
  left join figures.place p on p.id = d.place_id
 where v.organisation_id = figures.o() and v.cancelled_at is null
   and figures.within(v.planned_start_at)
;
create view figures.alarm as
select a.*, t.label as team, figures.month(opened_at) as month
  from alarm.alarm a
  join figures.team t on t.id = a.team_id
 where a.organisation_id = figures.o() and figures.within(a.opened_at)
;
create table figures.event as
select e.what, e.kind, figures.month(e.at) as month, e.at, coalesce(v.purpose, '') as purpose,
       coalesce(p.street, v.street, '') as street, coalesce(p.area, v.area, '') as area
  from (select 'signal' as what, kind, made_at as at, watch_id, place_id
          from signal.signal where organisation_id = figures.o()
         union all
        select 'alarm', kind, opened_at, watch_id, null from figures.alarm
         where kind <> 'drill' and (outcome is null or outcome in ('safe', 'helped'))
         union all
        select 'incident', kind, happened_at, watch_id, place_id
          from incident.incident where organisation_id = figures.o()) as e
  left join figures.visit v on v.watch_id = e.watch_id
  left join figures.place p on p.id = e.place_id
 where figures.within(e.at)
;
-- A purpose that fewer than five visits of a month have is not shown.
create table figures.common as
select month, purpose from figures.visit group by month, purpose having count(*) >= 5
;
create table figures.line as
select l.split, l.key, count(*) filter (where s.what = 'visit') as visits,
       count(*) filter (where s.what = 'signal') as signals,
       count(*) filter (where s.what = 'alarm') as alarms,
       count(*) filter (where s.what = 'incident') as incidents,
       count(*) filter (where s.what <> 'visit') as events
  from (select 'visit' as what, at, month, purpose, street, area from figures.visit
         union all
        select what, at, month, purpose, street, area from figures.event) as s
 cross join lateral (values ('hour', extract(hour from s.at at time zone 'Europe/Amsterdam')::text),
                            ('weekday', extract(isodow from figures.day(s.at))::text),
                            ('street', s.street), ('area', s.area),
                            ('purpose', case when (s.month, s.purpose) in
                                                  (select month, purpose from figures.common)
                                             then s.purpose else '' end)) as l(split, key)
 group by l.split, l.key
;
create function figures.largest(split text) returns table (label text, n numeric[]) language sql
as $$
select case when named and place <= 25 then upper(left(key, 1)) || substr(key, 2)
            else figures.word('risks.' || $1 || '.rest') end,
       array[sum(visits), sum(signals), sum(alarms), sum(incidents),
             figures.percent(sum(events)::bigint, sum(visits)::bigint)]
  from (select l.*, l.key <> '' and l.visits + l.events >= 5 as named,
               row_number() over (partition by l.key <> '' and l.visits + l.events >= 5
                                  order by l.events desc, l.visits desc, l.key collate "C") as place
          from figures.line l where l.split = $1) as ranked
 group by 1
$$
;
create table figures.time as
select a.kind, a.team, a.month,
       extract(epoch from (select min(at) from journal.entry j where j.alarm_id = a.id
                              and j.kind = 'alarm.acknowledged') - a.opened_at)::float8 as taken,
       extract(epoch from (select min(at) from journal.entry j where j.alarm_id = a.id
                              and j.kind = 'alarm.arrived') - a.opened_at)::float8 as there
  from figures.alarm a
;
create function figures.times(times figures.time[]) returns numeric[] language sql stable
return (select array[count(kind), count(taken),
                     figures.minutes(percentile_disc(0.5) within group (order by taken)),
                     figures.minutes(percentile_disc(0.9) within group (order by taken)),
                     count(there),
                     figures.minutes(percentile_disc(0.5) within group (order by there)),
                     figures.minutes(percentile_disc(0.9) within group (order by there))]
          from unnest(times))
;
create function figures.watched(visits bigint, watched bigint) returns numeric[] language sql stable
return array[watched, visits - watched, visits, figures.percent(watched, visits)]
;
create function figures.part(part bigint, whole bigint) returns numeric[] language sql stable
return array[part, whole, figures.percent(part, whole)]
;
create view figures.incident as
select * from incident.incident
 where organisation_id = figures.o() and figures.within(happened_at)
;
create view figures.class as
select * from unnest(array['accept', 'attention', 'measures', 'at-once', 'stop', 'none'])
         with ordinality as c(name, n)
;
create function figures.task(what text) returns table (made_at timestamptz, how text) language sql
as $$
select t.made_at, case when t.ended_at <= t.due_at then 'in-time'
                       when t.ended_at is null and t.due_at > now() then 'open'
                       else 'late' end
  from task.task t
 where t.organisation_id = figures.o() and t.kind = $1
   and t.ended_how is distinct from 'dropped' and figures.within(t.made_at)
$$
;
create view figures.workplace as
select w.id, w.kind, t.label as team, w.response_min, w.ended_at is null as in_use,
       (select max(case when exposure is null
                        then array_position(array[e * p <= 4, e * p <= 9, e * p <= 12, e * p <= 16,
                                                  true], true)
                        else array_position(array[e * x * p <= 20, e * x * p <= 70,
                                                  e * x * p <= 200, e * x * p <= 400, true], true)
                   end)
          from (select exposure, coalesce(after_effect, effect) as e,
                       coalesce(after_exposure, exposure) as x,
                       coalesce(after_probability, probability) as p
                  from workplace.risk r where r.workplace_id = w.id) as risk) as class,
       coalesce((select outcome from workplace.decision d where d.workplace_id = w.id
                  order by decided_at desc limit 1), 'none') as decision
  from workplace.workplace w
  join figures.team t on t.id = w.team_id
 where w.organisation_id = figures.o()
;
create view figures.work as
select t.*, w.id as workplace_id, w.team, w.in_use,
       t.ended_at is null and t.due_at <= now() as is_late
  from task.task t
  join figures.workplace w
    on w.id = coalesce((select m.workplace_id from workplace.measure m where m.id = t.subject_id),
                       t.subject_id)
 where t.organisation_id = figures.o() and t.kind in ('measure', 'review', 'drill')
;
create view figures.drill as
select d.alarm_result, w.kind, figures.month(d.started_at) as month, w.response_min,
       floor(extract(epoch from d.arrived_at - d.started_at)) as took
  from drill.drill d
  left join figures.workplace w on w.id = d.workplace_id
 where d.organisation_id = figures.o() and d.outcome = 'held' and figures.within(d.started_at)
;
