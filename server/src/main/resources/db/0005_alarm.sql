-- Somebody must act. The next step stands in the row itself.
create table alarm.alarm (
    organisation_id uuid not null,
    id              uuid not null,
    kind            text not null check (kind in
        ('missed-sign', 'panic', 'duress', 'departure', 'device', 'unverified', 'drill')),
    silent          boolean not null,
    -- Names the silence or the press that raised it: the same cause never raises two alarms.
    cause_id        uuid not null,
    watch_id        uuid,
    worker_id       uuid,
    team_id         uuid not null,
    -- The ladder as it was when the alarm was raised; later edits don't touch a running alarm.
    ladder          jsonb not null,
    promise_s       integer not null,
    raised_at       timestamptz not null,
    opened_at       timestamptz not null,
    -- Where it was, as the worker or the plan said, kept while the alarm is.
    place           jsonb,
    state           text not null check (state in ('calling', 'acknowledged', 'handing-over', 'closed')),
    step            integer not null,
    round           integer not null,
    handler_id      uuid,
    offered_to_id   uuid,
    wake_at         timestamptz,
    closed_at       timestamptz,
    closed_by       uuid,
    outcome         text,
    outcome_cause   text,
    outcome_text    text,
    wake_failures   integer not null default 0,
    version         integer not null default 0,
    primary key (organisation_id, id),
    unique (organisation_id, cause_id),
    -- An open alarm always has a next step in the future until a human closes it.
    constraint alarm_never_rests check ((state <> 'closed') = (wake_at is not null)),
    constraint alarm_handled_by_somebody check
        ((state in ('acknowledged', 'handing-over')) = (handler_id is not null)),
    constraint alarm_closed_with_outcome check ((state = 'closed') = (outcome is not null))
);
call base.guard('alarm.alarm');
-- Waking crosses organisations.
create index alarm_due on alarm.alarm (wake_at) where wake_at is not null;
create index alarm_open on alarm.alarm (organisation_id, watch_id) where state <> 'closed';

create table alarm.script_tick (
    organisation_id uuid not null,
    alarm_id        uuid not null,
    number          integer not null,
    at              timestamptz not null,
    by_id           uuid not null,
    primary key (organisation_id, alarm_id, number),
    foreign key (organisation_id, alarm_id) references alarm.alarm
);
call base.guard('alarm.script_tick');
