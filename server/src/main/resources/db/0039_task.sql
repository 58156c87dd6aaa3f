-- Tasks: what somebody must do before a moment. None sleeps: an open one always has a wake-up time.
create schema task;
grant usage on schema task to achterwacht_web;

create table task.task (
    organisation_id uuid not null,
    id              uuid not null,
    kind            text not null check (kind ~ '^[a-z-]{1,20}$'),
    team_id         uuid not null,
    -- The signal, watch, workplace or other thing it is about; the kind tells which.
    subject_id      uuid not null,
    what            text not null check (length(what) <= 500),
    made_by         uuid,
    made_at         timestamptz not null,
    owner_id        uuid not null,
    due_at          timestamptz not null,
    wake_at         timestamptz,
    -- How often it climbed since it became overdue.
    rung            integer not null check (rung >= 0),
    ended_at        timestamptz,
    ended_how       text check (ended_how in ('done', 'dropped')),
    ended_by        uuid,
    answer          text check (length(answer) between 1 and 2000),
    version         integer not null default 0,
    primary key (organisation_id, id),
    foreign key (organisation_id, team_id) references people.team,
    foreign key (organisation_id, owner_id) references people.person,
    foreign key (organisation_id, made_by) references people.person,
    foreign key (organisation_id, ended_by) references people.person,
    constraint task_never_rests check ((wake_at is null) = (ended_at is not null)),
    constraint task_ends_with_an_answer check (
        (ended_at is null) = (ended_how is null)
        and (ended_at is null) = (ended_by is null)
        and (ended_at is null) = (answer is null))
);
call base.guard('task.task');
create index task_due on task.task (wake_at) where wake_at is not null;
create index task_open on task.task (organisation_id, due_at) where wake_at is not null;
create index task_about on task.task (organisation_id, subject_id);
