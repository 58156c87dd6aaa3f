-- What the modules promise to keep for reports. A view has the rights of who asks, so row-level
-- security holds behind it. None shows the name of a person, or where somebody was.
create view people.v_organisation with (security_invoker = true) as
select id, time_zone
  from people.organisation;

create view people.v_team with (security_invoker = true) as
select t.organisation_id, t.id, t.name,
       (select count(*)
          from people.person p
         where p.organisation_id = t.organisation_id
           and p.team_id = t.id
           and p.left_at is null) as people
  from people.team t;

create view visit.v_visit with (security_invoker = true) as
select organisation_id, id, watch_id, purpose, planned_start_at
  from visit.visit
 where cancelled_at is null;

create view watch.v_watch with (security_invoker = true) as
select organisation_id, id, team_id, visit_id, started_at
  from watch.watch;

create view alarm.v_alarm with (security_invoker = true) as
select organisation_id, id, kind, team_id, watch_id, opened_at, outcome, outcome_cause
  from alarm.alarm;

create view journal.v_alarm_step with (security_invoker = true) as
select organisation_id, alarm_id, kind, at
  from journal.entry
 where alarm_id is not null;

create view signal.v_signal with (security_invoker = true) as
select organisation_id, id, team_id, kind, place_id, watch_id, made_at
  from signal.signal;

create view task.v_task with (security_invoker = true) as
select organisation_id, id, kind, team_id, subject_id, made_at, due_at, ended_at, ended_how
  from task.task;

-- An area is a street and a neighbourhood, never a house.
create view place.v_area with (security_invoker = true) as
select p.organisation_id, p.id, nullif(btrim(concat_ws(', ', p.street, p.town)), '') as street,
       b.name as neighbourhood
  from place.place p
  left join place.boundary b
         on b.organisation_id = p.organisation_id and b.code = p.neighbourhood_code;

create view place.v_visited with (security_invoker = true) as
select organisation_id, visit_id, place_id
  from place.visited;

grant select on people.v_organisation, people.v_team, visit.v_visit, watch.v_watch, alarm.v_alarm, journal.v_alarm_step,
                signal.v_signal, task.v_task, place.v_area, place.v_visited
   to achterwacht_web;

create schema report;
grant usage on schema report to achterwacht_web;

-- Months that are over, counted: a year's report reads these instead of every visit of the year,
-- and they stay when what was counted is erased. Counts only; about nobody.
create table report.month (
    organisation_id uuid not null references people.organisation,
    month           date not null check (extract(day from month) = 1),
    counted_at      timestamptz not null,
    primary key (organisation_id, month)
);
call base.guard('report.month');

create table report.count (
    organisation_id uuid not null,
    what            text not null,
    month           date not null,
    team_id         uuid not null,
    key             text not null,
    n               integer not null check (n > 0),
    primary key (organisation_id, what, month, team_id, key),
    foreign key (organisation_id, month) references report.month on delete cascade
);
call base.guard('report.count');

-- A year's report to print, made while nobody waits for it.
create table report.yearly (
    organisation_id uuid not null references people.organisation,
    id              uuid not null,
    year            integer not null check (year between 2000 and 2200),
    language        text not null check (language in ('nl', 'en')),
    asked_by        uuid not null,
    asked_at        timestamptz not null,
    state           text not null
        check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
    progress        integer not null default 0 check (progress between 0 and 100),
    -- waiting: at once. running: another server takes over then. Else: it is erased then.
    wake_at         timestamptz not null,
    attempts        integer not null default 0,
    file            bytea,
    ended_at        timestamptz,
    primary key (organisation_id, id),
    foreign key (organisation_id, asked_by) references people.person,
    constraint yearly_done_has_a_file check ((state = 'done') = (file is not null)),
    constraint yearly_end_is_known check
        ((state in ('done', 'failed', 'cancelled')) = (ended_at is not null))
);
call base.guard('report.yearly');
-- Waking crosses organisations.
create index yearly_due on report.yearly (wake_at);
