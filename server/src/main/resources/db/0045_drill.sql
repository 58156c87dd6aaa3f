-- Drills at lone workplaces: whether help can be called there, and how soon it comes.
create schema drill;
grant usage on schema drill to achterwacht_web;

create table drill.drill (
    organisation_id uuid not null,
    id              uuid not null,
    -- Where; null when only the ladder of a team is tried.
    workplace_id    uuid,
    team_id         uuid not null,
    -- Colleagues may know of it beforehand; else only who planned it does.
    announced       boolean not null,
    planned_at      timestamptz,
    note            text check (length(note) between 1 and 500),
    made_by         uuid not null,
    made_at         timestamptz not null,
    alarm_id        uuid,
    started_by      uuid,
    started_at      timestamptz,
    -- Started at the workplace itself, which shows that help can be called from there.
    on_the_spot     boolean not null default false,
    arrived_by      uuid,
    arrived_at      timestamptz,
    ended_at        timestamptz,
    outcome         text check (outcome in ('held', 'overtaken', 'cancelled')),
    alarm_result    text check (alarm_result in ('works', 'unreliable', 'fails')),
    said            text check (length(said) between 1 and 1000),
    primary key (organisation_id, id),
    foreign key (organisation_id, workplace_id) references workplace.workplace,
    foreign key (organisation_id, team_id) references people.team,
    foreign key (organisation_id, made_by) references people.person,
    foreign key (organisation_id, started_by) references people.person,
    foreign key (organisation_id, arrived_by) references people.person,
    constraint drill_starts_with_an_alarm check (
        (alarm_id is null) = (started_at is null) and (started_by is null) = (started_at is null)),
    constraint drill_arrival_is_of_a_start check (
        (arrived_by is null) = (arrived_at is null)
        and (arrived_at is null or started_at is not null)),
    constraint drill_ends_in_some_way check ((ended_at is null) = (outcome is null)),
    constraint drill_is_cancelled_before_it_starts check (
        (outcome = 'cancelled') = (ended_at is not null and started_at is null))
);
call base.guard('drill.drill');
create index drill_of on drill.drill (organisation_id, workplace_id, made_at);
-- Two drills at once would be measured as one.
create unique index drill_one_at_a_time on drill.drill (organisation_id)
    where started_at is not null and ended_at is null;

-- How often a drill is held where it differs from what is usual.
create table drill.rhythm (
    organisation_id uuid not null,
    workplace_id    uuid not null,
    every_months    integer not null check (every_months between 1 and 36),
    primary key (organisation_id, workplace_id),
    foreign key (organisation_id, workplace_id) references workplace.workplace
);
call base.guard('drill.rhythm');

-- Which watch was started at which workplace; known for a week, to learn from its alarms.
create table drill.presence (
    organisation_id uuid not null,
    watch_id        uuid not null,
    workplace_id    uuid not null,
    person_id       uuid not null,
    at              timestamptz not null,
    learned         boolean not null default false,
    primary key (organisation_id, watch_id),
    foreign key (organisation_id, workplace_id) references workplace.workplace,
    foreign key (organisation_id, person_id) references people.person
);
call base.guard('drill.presence');
create index presence_of on drill.presence (organisation_id, person_id, at);
create index presence_to_learn on drill.presence (at) where not learned;

-- How long it took until somebody was there, in a drill or a real alarm; of nobody in particular.
create table drill.response (
    organisation_id uuid not null,
    alarm_id        uuid not null,
    workplace_id    uuid not null,
    drill           boolean not null,
    took_s          integer not null check (took_s >= 0),
    at              timestamptz not null,
    primary key (organisation_id, alarm_id),
    foreign key (organisation_id, workplace_id) references workplace.workplace
);
call base.guard('drill.response');
create index response_at on drill.response (organisation_id, workplace_id, at);

alter table device.holding
    add foreign key (organisation_id, workplace_id) references workplace.workplace;
alter table device.test
    add foreign key (organisation_id, workplace_id) references workplace.workplace;
alter table travel.transport
    add foreign key (organisation_id, workplace_id) references workplace.workplace;

-- Those for which a drill is always planned.
create view workplace.v_in_use with (security_invoker = true) as
select organisation_id, id, made_at
  from workplace.workplace
 where ended_at is null;
grant select on workplace.v_in_use to achterwacht_web;
