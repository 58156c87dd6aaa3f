-- A year of work of one organisation, the same for the same settings: gen.organisation, gen.year,
-- and gen.scale (1 is 50 teams, 2,000 workers, 400,000 visits, 10,000 signals, 6,000 alarms, 2,000
-- lone workplaces).
-- Set-based, and for empty organisations only. Statements end on a line with nothing but ";".

create schema if not exists gen
;
create or replace function gen.org() returns uuid language sql stable
return current_setting('gen.organisation')::uuid
;
create or replace function gen.many(full_size int, at_least int) returns int language sql stable
return greatest(at_least, round(full_size * current_setting('gen.scale')::numeric))::int
;
-- A number under m that looks drawn, but is the same each time.
create or replace function gen.draw(n bigint, salt int, m int) returns int
    language sql immutable parallel safe
return ((n * 7919 + salt * 104729) % 2147483647 * 2654435761 % 4294967296 / 65536 % m)::int
;
create or replace function gen.id(kind text, n bigint, at timestamptz) returns uuid
    language sql immutable parallel safe
return (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0')
        || substr(md5(kind || n), 13))::uuid
;
create or replace function gen.began() returns timestamptz language sql stable
return make_timestamptz(current_setting('gen.year')::int, 1, 1, 0, 0, 0, 'Europe/Amsterdam')
;
-- Five kinds of work; the last team is too small to be shown by itself.
create table gen.team as
select gen.org() as organisation_id, n,
       gen.id('team' || gen.org(), n, gen.began()) as id, 'Team ' || lpad(n::text, 2, '0') as name
  from generate_series(1, gen.many(50, 5)) as n
;
insert into people.team (organisation_id, id, name)
select organisation_id, id, name from gen.team
;
create table gen.worker as
select s.n, gen.id('worker' || gen.org(), s.n, gen.began()) as id,
       t.id as team_id
  from generate_series(1, gen.many(2000, 40)) as s(n)
  join gen.team t
    on t.n = case when s.n <= 3 then gen.many(50, 5) else 1 + s.n % (gen.many(50, 5) - 1) end
;
create unique index on gen.worker (n)
;
insert into people.person (organisation_id, id, team_id, name, roles)
select gen.org(), id, team_id, 'Medewerker ' || n, array['worker'] from gen.worker
;
create table gen.place as
select n, gen.id('place' || gen.org(), n, gen.began()) as id,
       'Straat ' || lpad((1 + gen.draw(n, 1, gen.many(400, 40)))::text, 3, '0') as street
  from generate_series(1, gen.many(8000, 400)) as n
;
create unique index on gen.place (n)
;
insert into place.boundary_set (organisation_id, version, loaded_at, loaded_by)
select gen.org(), 1, gen.began(), id from gen.worker where n = 1
;
insert into place.boundary (organisation_id, code, name, water)
select gen.org(), 'BU9999000' || b, 'Buurt ' || b, false from generate_series(1, 8) as b
;
-- Of some addresses nobody knows in which neighbourhood they are.
insert into place.place (organisation_id, id, address_key, text_key, address, street, house_number,
                         town, neighbourhood_code)
select gen.org(), id, 'gen ' || n, 'gen ' || n, street || ' ' || n || ', Voorbeeldstad', street, n,
       'Voorbeeldstad', case when n % 9 > 0 then 'BU9999000' || n % 9 end
  from gen.place
;
create table gen.visit as
select s.n, w.id as worker_id, w.team_id, p.id as place_id,
       gen.began() + make_interval(days => (s.n % 365)::int,
                                   hours => 7 + gen.draw(s.n, 2, 13), mins => gen.draw(s.n, 3, 60))
         as start_at,
       (array['Intake', 'Huisbezoek', 'Inspectie', 'huisbezoek ', null, 'Keukentafelgesprek',
              'Taxatie', 'Bezwaar nr ' || gen.draw(s.n, 9, 4000)])[1 + gen.draw(s.n, 4, 8)] as purpose,
       gen.draw(s.n, 5, 100) < 4 as cancelled,
       gen.draw(s.n, 6, 100) < 85 as watched
  from generate_series(1, gen.many(400000, 4000)) as s(n)
  join gen.worker w on w.n = 1 + gen.draw(s.n, 7, gen.many(2000, 40))
  join gen.place p on p.n = 1 + gen.draw(s.n, 8, gen.many(8000, 400))
;
alter table gen.visit add column id uuid, add column watch_id uuid
;
update gen.visit
   set id = gen.id('visit' || gen.org(), n, start_at), watch_id = gen.id('watch' || gen.org(), n, start_at)
;
create unique index on gen.visit (n)
;
insert into visit.visit
       (organisation_id, id, worker_id, watch_id, address, purpose, planned_start_at,
        planned_end_at, high_risk, travel_mode, travel_minutes, cancelled_at)
select gen.org(), id, worker_id, watch_id, 'Straat 1, Voorbeeldstad', purpose, start_at,
       start_at + interval '45 minutes', false, 'bicycle', 10,
       case when cancelled then start_at - interval '1 hour' end
  from gen.visit
;
insert into watch.watch
       (organisation_id, id, worker_id, team_id, visit_id, shape, high_risk, halfway_sign,
        sign_every_s, reminder_s, grace_s, phone_after_s, extension_s, travel_home_s,
        journey_margin_s, short_grace_s, travel_mode, state, leg, started_at, moment_at, closed_how)
select gen.org(), watch_id, worker_id, team_id, id, 'visit', false, false, 3600, 300, 300, 120, 900,
       600, 900, 120, 'bicycle', 'closed', 'home',
       case when watched and not cancelled then start_at end, start_at + interval '1 hour',
       case when cancelled then 'cancelled' else 'finished' end
  from gen.visit
;
insert into place.visited (organisation_id, visit_id, place_id, floor, visited_at, heard,
                           departures, panics)
select gen.org(), id, place_id, '', start_at, 'heard', 0, 0
  from gen.visit
 where watched and not cancelled
;
insert into journal.entry (organisation_id, at, kind, actor_id, watch_id)
select gen.org(), start_at, 'watch.started', worker_id, watch_id
  from gen.visit
 where watched and not cancelled
;
create table gen.alarm as
select a as n, v.watch_id, v.worker_id, v.team_id, v.start_at + interval '30 minutes' as opened_at,
       (array['missed-sign', 'missed-sign', 'missed-sign', 'panic', 'departure', 'device', 'drill',
              'duress'])[1 + gen.draw(a, 11, 8)] as kind,
       gen.draw(a, 12, 10) as ends, 20 + gen.draw(a, 13, 900) as ack_s,
       120 + gen.draw(a, 14, 3000) as arrive_s
  from generate_series(1, gen.many(6000, 60)) as a
  join gen.visit v on v.n = 1 + gen.draw(a, 15, gen.many(400000, 4000))
;
alter table gen.alarm add column id uuid
;
update gen.alarm set id = gen.id('alarm' || gen.org(), n, opened_at)
;
insert into alarm.alarm
       (organisation_id, id, kind, silent, cause_id, watch_id, worker_id, team_id, ladder,
        promise_s, raised_at, opened_at, state, step, round, closed_at, outcome, outcome_cause)
select gen.org(), id, kind, false, gen.id('cause' || gen.org(), n, opened_at), watch_id, worker_id,
       team_id, '{"steps": []}', 300, opened_at, opened_at, 'closed', 0, 0,
       opened_at + interval '1 hour',
       case when kind = 'drill' then 'drill'
            when ends < 5 then 'false-alarm'
            when ends = 5 then 'withdrawn'
            when ends < 8 then 'safe'
            else 'helped' end,
       case when kind <> 'drill' and ends < 5 then
            (array['forgot-to-end', 'no-coverage', 'battery-empty', 'wrong-button', 'other'])
              [ends + 1] end
  from gen.alarm
;
insert into journal.entry (organisation_id, at, kind, alarm_id)
select gen.org(), opened_at + make_interval(secs => s.after_s), s.kind, id
  from gen.alarm a
 cross join lateral (values ('alarm.opened', 0, true),
                            ('alarm.acknowledged', a.ack_s, a.ends <> 5),
                            ('alarm.acknowledged', a.ack_s + 300, a.ends = 4),
                            ('alarm.arrived', a.arrive_s, a.ends >= 6),
                            ('alarm.closed', 3600, true)) as s(kind, after_s, happened)
 where s.happened
;
create table gen.signal as
select s as n, v.worker_id, v.team_id, v.watch_id,
       case when gen.draw(s, 21, 4) > 0 then v.place_id end as place_id,
       v.start_at + interval '50 minutes' as made_at,
       (array['tense', 'threat', 'aggression', 'dog', 'weapon', 'substances', 'surroundings',
              'other'])[1 + gen.draw(s, 22, 8)] as kind
  from generate_series(1, gen.many(10000, 100)) as s
  join gen.visit v on v.n = 1 + gen.draw(s, 23, gen.many(400000, 4000))
;
alter table gen.signal add column id uuid
;
update gen.signal set id = gen.id('signal' || gen.org(), n, made_at)
;
insert into signal.signal
       (organisation_id, id, reporter_id, team_id, anonymous, kind, severity, place_id, watch_id,
        made_at, from_debrief)
select gen.org(), id, worker_id, team_id, false, kind, 1 + gen.draw(n, 24, 3), place_id, watch_id,
       made_at, false
  from gen.signal
;
-- Most were answered in time, some late, few never; whoever waits waits quietly.
insert into task.task
       (organisation_id, id, kind, team_id, subject_id, what, made_at, owner_id, due_at, wake_at,
        rung, ended_at, ended_how, ended_by, answer)
select gen.org(), gen.id('task' || gen.org(), n, made_at), 'signal', team_id, id, '', made_at,
       worker_id, made_at + interval '3 days',
       case when draw < 5 then '2200-01-01Z'::timestamptz end, 0,
       case when draw >= 5
            then made_at + make_interval(hours => case when draw < 20 then 90 else 40 end) end,
       case when draw >= 5 then 'done' end,
       case when draw >= 5 then worker_id end, case when draw >= 5 then 'Gedaan.' end
  from (select gen.signal.*, gen.draw(n, 25, 100) as draw from gen.signal) as s
;
insert into task.task
       (organisation_id, id, kind, team_id, subject_id, what, made_at, owner_id, due_at,
        rung, ended_at, ended_how, ended_by, answer)
select gen.org(), gen.id('care' || gen.org(), n, opened_at), 'aftercare', team_id, id, '', opened_at,
       worker_id, opened_at + interval '3 days', 0,
       opened_at + make_interval(hours => 30 + gen.draw(n, 26, 60)), 'done', worker_id, 'Gedaan.'
  from gen.alarm
 where ends >= 8 and kind <> 'drill'
;
create table gen.incident as
select i as n, v.worker_id, v.team_id, v.watch_id, v.place_id,
       v.start_at + interval '40 minutes' as happened_at, gen.draw(i, 31, 10) as draw
  from generate_series(1, gen.many(3000, 40)) as i
  join gen.visit v on v.n = 1 + gen.draw(i, 32, gen.many(400000, 4000))
;
alter table gen.incident add column id uuid
;
update gen.incident set id = gen.id('incident' || gen.org(), n, happened_at)
;
insert into incident.incident
       (organisation_id, id, team_id, kind, happened_at, made_by, made_at, place_id, watch_id,
        seriousness, details, facts, changed_by, changed_at)
select gen.org(), id, team_id,
       (array['aggression', 'aggression', 'accident', 'near-miss'])[1 + gen.draw(n, 33, 4)],
       happened_at, worker_id, happened_at, case when draw < 8 then place_id end, watch_id,
       1 + gen.draw(n, 34, 4),
       jsonb_build_object(
           'what', 'Gebeurd.', 'behaviours', '[]'::jsonb,
           'police', case when draw < 4 then jsonb_build_object(
                                 'choice', (array['formal-report', 'notification', 'not',
                                                  'formal-report'])[draw + 1]) end,
           'consequences', jsonb_build_object('damageCents', case when draw > 6 then 12000 end)),
       '{}', worker_id, happened_at
  from gen.incident
;
insert into task.task
       (organisation_id, id, kind, team_id, subject_id, what, made_at, owner_id, due_at,
        rung, ended_at, ended_how, ended_by, answer)
select gen.org(), gen.id('reaction' || gen.org(), n, happened_at), 'incident', team_id, id, '',
       happened_at, worker_id, happened_at + interval '1 day', 0,
       happened_at + make_interval(hours => 10 + 3 * draw), 'done', worker_id, 'Gedaan.'
  from gen.incident
;
insert into incident.step
       (organisation_id, id, incident_id, kind, task_id, due_at, outcome, ended_at, ended_by)
select gen.org(), gen.id('step' || gen.org(), n, happened_at), id, 'reaction',
       gen.id('reaction' || gen.org(), n, happened_at), happened_at + interval '1 day', 'done',
       happened_at + make_interval(hours => 10 + 3 * draw), worker_id
  from gen.incident
;
insert into incident.measure
       (organisation_id, id, incident_id, kind, behaviours, terms, decided_by, made_by, made_at,
        starts_on, ends_on, review_on, review_task_id, objection)
select gen.org(), gen.id('measure' || gen.org(), n, happened_at), id, 'damage-recovered',
       array['destruction'], '', worker_id, worker_id, happened_at, happened_at::date,
       happened_at::date + 30, happened_at::date + 10,
       gen.id('reaction' || gen.org(), n, happened_at), 'not-possible'
  from gen.incident
 where draw > 7
;
-- Workplaces: one in twenty is not used any more, one in four was never scored.
create table gen.workplace as
select s.n, gen.id('workplace' || gen.org(), s.n, gen.began()) as id, t.id as team_id,
       w.id as owner_id, gen.began() + make_interval(days => (s.n % 300)::int) as made_at,
       s.n % 20 = 0 as ended, s.n % 2 = 0 as by_matrix
  from generate_series(1, gen.many(2000, 60)) as s(n)
  join gen.team t on t.n = 1 + gen.draw(s.n, 41, gen.many(50, 5))
  join gen.worker w on w.n = 1 + gen.draw(s.n, 42, gen.many(2000, 40))
;
insert into workplace.workplace
       (organisation_id, id, name, kind, team_id, owner_id, response_min, method, facts, made_by,
        made_at, ended_at, ended_by, end_reason)
select gen.org(), id, 'Werkplek ' || n,
       (array['building', 'room', 'outdoor', 'vehicle', 'home-visits', 'shift', 'remote'])
         [1 + gen.draw(n, 43, 7)],
       team_id, owner_id, (array[5, 10, 15, null])[1 + gen.draw(n, 44, 4)],
       case when by_matrix then 'matrix' else 'fine-kinney' end, '{}', owner_id, made_at,
       case when ended then made_at + interval '60 days' end, case when ended then owner_id end,
       case when ended then 'Gesloten.' end
  from gen.workplace
;
insert into workplace.risk
       (organisation_id, id, workplace_id, hazard, scenario, effect, exposure, probability,
        after_effect, after_exposure, after_probability, scored_by, scored_at)
select gen.org(), gen.id('risk' || gen.org() || w.n, r, made_at), id, 'aggression', 'Scenario ' || r,
       effect, case when not by_matrix then exposure end, probability,
       case when improved then effect end, case when improved and not by_matrix then 1 end,
       case when improved then 1 end, owner_id, made_at
  from gen.workplace w
 cross join lateral generate_series(1, w.n % 4) as r
 cross join lateral (
       select case when by_matrix then 1 + gen.draw(w.n * 4 + r, 45, 5)
                   else (array[1, 3, 7, 15, 40, 100])[1 + gen.draw(w.n * 4 + r, 45, 6)]
              end as effect,
              (array[0.5, 1, 2, 3, 6, 10])[1 + gen.draw(w.n * 4 + r, 46, 6)] as exposure,
              case when by_matrix then 1 + gen.draw(w.n * 4 + r, 47, 5)
                   else (array[0.5, 1, 3, 6, 10])[1 + gen.draw(w.n * 4 + r, 47, 5)]
              end as probability,
              gen.draw(w.n * 4 + r, 48, 3) = 0 as improved) as score
;
-- The first of two decisions is another one than the last.
insert into workplace.decision
       (organisation_id, id, workplace_id, outcome, reason, decided_by, decided_at)
select gen.org(), gen.id('decision' || gen.org() || w.n, d, made_at), id,
       (array['allowed', 'with-measures', 'never'])[1 + (gen.draw(w.n, 49, 3) + d) % 3],
       'Besproken.', owner_id, made_at + make_interval(days => d)
  from gen.workplace w
 cross join lateral generate_series(1, gen.draw(w.n, 50, 3)) as d
;
-- What must be done about workplaces: up to two measures, a review and a drill. Where it is in use,
-- the next drill waits too: the product itself would ask for one.
create table gen.work as
select w.id as workplace_id, w.team_id, w.owner_id, t.kind, t.ends, w.n * 5 + t.k as n,
       gen.began() + make_interval(days => gen.draw(w.n * 5 + t.k, 51, 640), hours => 9) as made_at,
       gen.draw(w.n * 5 + t.k, 52, 100) as draw
  from gen.workplace w
  join (values ('measure', 1, 1, true), ('measure', 2, 2, true), ('review', 3, 0, false),
               ('drill', 0, 0, true), ('drill', -1, 0, false))
         as t(kind, k, least, ends)
    on w.n % 3 >= t.least and (t.ends or not w.ended)
;
alter table gen.work add column id uuid, add column ended_at timestamptz, add column how text
;
update gen.work
   set id = gen.id('work' || gen.org(), n, made_at),
       how = case when not ends or (draw < 20 and kind <> 'drill') then null
                  when draw < 30 then 'dropped'
                  else 'done' end,
       ended_at = case when ends and (draw >= 20 or kind = 'drill')
                       then made_at + make_interval(days => 15 + draw) end
;
insert into workplace.measure
       (organisation_id, id, workplace_id, kind, level, what, added_by, added_at)
select gen.org(), id, workplace_id, 'own', 'source', 'Maatregel', owner_id, made_at
  from gen.work
 where kind = 'measure'
;
insert into task.task
       (organisation_id, id, kind, team_id, subject_id, what, made_at, owner_id, due_at, wake_at,
        rung, ended_at, ended_how, ended_by, answer)
select gen.org(), gen.id('todo' || gen.org(), n, made_at), kind, team_id,
       case when kind = 'measure' then id else workplace_id end, '', made_at, owner_id,
       made_at + make_interval(days => case when ends then 70 else 10 * draw end),
       case when how is null then '2200-01-01Z'::timestamptz end, 0, ended_at, how,
       case when how is not null then owner_id end, case when how is not null then 'Gedaan.' end
  from gen.work
;
-- Drills of two years, as those of thirteen months ago are erased. Some tried only the ladder of a
-- team, some were called off or overtaken by a real alarm.
create table gen.drill as
select d as n, w.id as workplace_id, w.team_id, w.owner_id, gen.draw(d, 61, 20) as draw,
       gen.began() + make_interval(days => gen.draw(d, 62, 730), hours => 8,
                                   mins => gen.draw(d, 63, 400)) as started_at
  from generate_series(1, gen.many(6000, 240)) as d
  join gen.workplace w on w.n = 1 + gen.draw(d, 64, gen.many(2000, 60))
;
insert into drill.drill
       (organisation_id, id, workplace_id, team_id, announced, made_by, made_at, alarm_id,
        started_by, started_at, arrived_by, arrived_at, ended_at, outcome, alarm_result)
select gen.org(), gen.id('drill' || gen.org(), n, started_at),
       case when draw <> 1 then workplace_id end, team_id, true, owner_id, started_at,
       case when draw <> 2 then gen.id('drilled' || gen.org(), n, started_at) end,
       case when draw <> 2 then owner_id end, case when draw <> 2 then started_at end,
       case when draw > 4 then owner_id end,
       case when draw > 4 then started_at + make_interval(secs => 90 + gen.draw(n, 65, 900)) end,
       started_at + interval '1 hour',
       case draw when 2 then 'cancelled' when 3 then 'overtaken' else 'held' end,
       case when draw > 3 then (array['works', 'works', 'unreliable', 'fails', null])
                                 [1 + gen.draw(n, 66, 5)] end
  from gen.drill
;
drop schema gen cascade
