-- A year of work of one organisation, the same for the same settings: gen.organisation, gen.year,
-- and gen.scale (1 is 50 teams, 2,000 workers, 400,000 visits, 10,000 signals, 6,000 alarms).
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
insert into place.place (organisation_id, id, address_key, text_key, address, street, house_number,
                         town)
select gen.org(), id, 'gen ' || n, 'gen ' || n, street || ' ' || n || ', Voorbeeldstad', street, n,
       'Voorbeeldstad'
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
drop schema gen cascade
