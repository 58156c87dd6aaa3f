-- The dead-man's switch of one visit, shift or journey.
create table watch.watch (
    organisation_id    uuid not null,
    id                 uuid not null,
    worker_id          uuid not null,
    team_id            uuid not null,
    visit_id           uuid,
    -- The plan: never changes once the watch is made.
    shape              text not null check (shape in ('visit', 'shift', 'journey')),
    high_risk          boolean not null,
    halfway_sign       boolean not null,
    sign_every_s       integer not null check (sign_every_s between 60 and 14400),
    reminder_s         integer not null check (reminder_s between 0 and 3600),
    grace_s            integer not null check (grace_s between 0 and 3600),
    phone_after_s      integer not null check (phone_after_s between 0 and 3600),
    extension_s        integer not null check (extension_s between 60 and 14400),
    travel_home_s      integer not null check (travel_home_s between 0 and 43200),
    journey_margin_s   integer not null check (journey_margin_s between 0 and 14400),
    short_grace_s      integer not null check (short_grace_s between 0 and 3600),
    place              jsonb,
    purpose            text,
    travel_mode        text not null,
    vehicle_id         uuid,
    companion          text,
    key_hash           bytea,
    -- The state.
    state              text not null check (state in
        ('planned', 'running', 'overdue', 'alarmed', 'closed')),
    leg                text not null check (leg in ('out', 'on-site', 'home')),
    started_at         timestamptz,
    last_sign_at       timestamptz,
    -- planned: when it should start. running, overdue: the sign or the end is due.
    due_at             timestamptz,
    -- visit, journey: the expected end, as prolonged.
    end_at             timestamptz,
    -- overdue: silence becomes an alarm. alarmed: since when. closed: when.
    moment_at          timestamptz,
    -- planned: how often was asked. running: reminded. overdue: telephoned.
    asked              integer not null default 0,
    own_outage         boolean not null default false,
    -- alarmed in silence: what the worker's screen goes on to show.
    mask               text check (mask in ('running', 'ended')),
    closed_by          uuid,
    closed_how         text,
    debrief            text,
    wake_at            timestamptz,
    wake_failures      integer not null default 0,
    version            integer not null default 0,
    primary key (organisation_id, id),
    -- A watch that can still raise an alarm always has a moment at which the server looks again.
    constraint watch_never_sleeps check
        (state not in ('planned', 'running', 'overdue') or wake_at is not null),
    constraint watch_closed_rests check (state <> 'closed' or wake_at is null)
) with (fillfactor = 80);
call base.guard('watch.watch');
-- Waking crosses organisations.
create index watch_due on watch.watch (wake_at) where wake_at is not null;
create index watch_of_worker on watch.watch (organisation_id, worker_id) where state <> 'closed';
create index watch_open on watch.watch (organisation_id, state) where state <> 'closed';

-- Events of a phone that were taken in: the same event twice counts once.
create table watch.event (
    organisation_id uuid not null,
    watch_id        uuid not null,
    event_id        uuid not null,
    at              timestamptz not null,
    primary key (organisation_id, watch_id, event_id)
);
call base.guard('watch.event');

-- Recorded only while a watch runs; erased after it ended quietly.
create table watch.position (
    organisation_id uuid not null,
    watch_id        uuid not null,
    measured_at     timestamptz not null,
    received_at     timestamptz not null,
    latitude        double precision not null check (latitude between -90 and 90),
    longitude       double precision not null check (longitude between -180 and 180),
    accuracy_m      real,
    primary key (organisation_id, watch_id, measured_at)
);
call base.guard('watch.position');

-- Acts whose sender could not be proven. Kept and shown, never acted upon (a panic alarms anyway).
create table watch.unproven_act (
    organisation_id uuid not null,
    id              uuid not null,
    watch_id        uuid not null,
    kind            text not null,
    made_at         timestamptz,
    received_at     timestamptz not null,
    primary key (organisation_id, id)
);
call base.guard('watch.unproven_act');
