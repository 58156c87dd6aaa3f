-- Incidents: what happened, to whom, and what must follow. What is said in talks is never kept.
create schema incident;
grant usage on schema incident to achterwacht_web;

create table incident.incident (
    organisation_id uuid not null,
    id              uuid not null,
    team_id         uuid not null,
    kind            text not null check (kind in ('aggression', 'accident', 'near-miss')),
    happened_at     timestamptz not null,
    made_by         uuid not null,
    made_at         timestamptz not null,
    place_id        uuid,
    watch_id        uuid,
    alarm_id        uuid,
    signal_id       uuid,
    seriousness     integer check (seriousness between 1 and 4),
    -- The form as it was filled in last; each earlier one stands in incident.edit.
    details         jsonb not null,
    -- What we knew ourselves when it was reported: the watch, its measures, the alarm.
    facts           jsonb not null,
    changed_by      uuid not null,
    changed_at      timestamptz not null,
    closed_at       timestamptz,
    closed_by       uuid,
    version         integer not null default 0,
    primary key (organisation_id, id),
    foreign key (organisation_id, team_id) references people.team,
    foreign key (organisation_id, made_by) references people.person,
    foreign key (organisation_id, changed_by) references people.person,
    foreign key (organisation_id, closed_by) references people.person,
    foreign key (organisation_id, place_id) references place.place,
    constraint incident_is_closed_by_somebody check ((closed_at is null) = (closed_by is null))
);
call base.guard('incident.incident');
create index incident_of on incident.incident (organisation_id, happened_at);
-- One alarm, one incident: whoever opens it again finds the one that is there.
create unique index incident_of_alarm on incident.incident (organisation_id, alarm_id)
    where alarm_id is not null;

-- How an incident stood before it was changed.
create table incident.edit (
    organisation_id uuid not null,
    incident_id     uuid not null,
    version         integer not null,
    kind            text not null,
    happened_at     timestamptz not null,
    seriousness     integer,
    details         jsonb not null,
    made_by         uuid not null,
    made_at         timestamptz not null,
    primary key (organisation_id, incident_id, version),
    foreign key (organisation_id, incident_id) references incident.incident on delete cascade,
    foreign key (organisation_id, made_by) references people.person
);
call base.guard('incident.edit');

-- Who did it, as far as a letter or the police need that. It stands apart, so that it can go first.
create table incident.perpetrator (
    organisation_id uuid not null,
    incident_id     uuid not null,
    name            text check (length(name) between 1 and 200),
    address         text check (length(address) between 1 and 300),
    primary key (organisation_id, incident_id),
    foreign key (organisation_id, incident_id) references incident.incident on delete cascade
);
call base.guard('incident.perpetrator');

create table incident.involved (
    organisation_id uuid not null,
    incident_id     uuid not null,
    person_id       uuid not null,
    role            text not null check (role in ('victim', 'witness')),
    -- Aftercare ends by the word of the worker, the supervisor or the peer support team only.
    closed_at       timestamptz,
    closed_by       uuid,
    closed_word     text check (closed_word in ('worker', 'supervisor', 'peer-support')),
    primary key (organisation_id, incident_id, person_id),
    foreign key (organisation_id, incident_id) references incident.incident on delete cascade,
    foreign key (organisation_id, person_id) references people.person,
    foreign key (organisation_id, closed_by) references people.person,
    constraint aftercare_ends_by_a_word check (
        (closed_at is null) = (closed_by is null) and (closed_at is null) = (closed_word is null))
);
call base.guard('incident.involved');
create index incident_involved on incident.involved (organisation_id, person_id);

-- What must follow, each with a task that climbs: of the incident, or of one person's aftercare.
create table incident.step (
    organisation_id uuid not null,
    id              uuid not null,
    incident_id     uuid not null,
    person_id       uuid,
    kind            text not null check (kind ~ '^[a-z0-9-]{1,30}$'),
    task_id         uuid not null,
    due_at          timestamptz not null,
    outcome         text check (outcome in ('done', 'refused', 'not-needed')),
    ended_at        timestamptz,
    ended_by        uuid,
    -- Who held the talk; what was said is nobody's business.
    held_by         uuid,
    next_on         date,
    primary key (organisation_id, id),
    foreign key (organisation_id, incident_id) references incident.incident on delete cascade,
    foreign key (organisation_id, person_id) references people.person,
    foreign key (organisation_id, ended_by) references people.person,
    foreign key (organisation_id, held_by) references people.person,
    foreign key (organisation_id, task_id) references task.task,
    constraint step_ends_with_an_outcome check (
        (ended_at is null) = (outcome is null) and (ended_at is null) = (ended_by is null))
);
call base.guard('incident.step');
create index incident_step_of on incident.step (organisation_id, incident_id);
create unique index incident_step_task on incident.step (organisation_id, task_id);
