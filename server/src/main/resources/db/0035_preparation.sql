-- Getting ready for a visit: what was answered, what the policy asks, what was done about it.
create schema preparation;
grant usage on schema preparation to achterwacht_web;

-- Visit: the agreed moment of the call-back, a sign of life in place of the one half-way.
alter table watch.watch add column call_back_at timestamptz;

create table preparation.preparation (
    organisation_id     uuid not null,
    visit_id            uuid not null,
    -- Of the visit that was judged; a visit that changed since is judged again.
    visit_version       integer not null,
    visit_ends_at       timestamptz not null,
    -- Whose answers they are, and for which place (SHA-256 of the address): the next estimate of
    -- the same worker for the same place begins with them.
    estimate            jsonb,
    estimated_by        uuid,
    estimated_at        timestamptz,
    place_hash          text,
    risk_class          text not null
        check (risk_class in ('normal', 'raised', 'high', 'very-high')),
    score               integer not null,
    policy_version      integer not null,
    judged_at           timestamptz not null,
    advises_high_risk   boolean not null,
    advises_halfway     boolean not null,
    advised_grace_s     integer not null check (advised_grace_s between 0 and 3600),
    companion_id        uuid,
    companion_watch_id  uuid,
    version             integer not null,
    primary key (organisation_id, visit_id),
    foreign key (organisation_id, visit_id) references visit.visit,
    foreign key (organisation_id, companion_id) references people.person,
    constraint estimate_is_of_somebody check
        ((estimate is null) = (estimated_by is null)
         and (estimate is null) = (estimated_at is null)
         and (estimate is null) = (place_hash is null)),
    -- Whoever comes along is under watch too.
    constraint companion_has_a_watch check ((companion_id is null) = (companion_watch_id is null))
);
call base.guard('preparation.preparation');
create index preparation_of_place on preparation.preparation
    (organisation_id, estimated_by, place_hash, estimated_at) where estimate is not null;
create index preparation_ahead on preparation.preparation (organisation_id, visit_ends_at);
create index preparation_with_companion on preparation.preparation
    (organisation_id, companion_id) where companion_id is not null;

create table preparation.measure (
    organisation_id uuid not null,
    visit_id        uuid not null,
    measure         text not null check (measure in
        ('BEL', 'INFO', 'DUO', 'ACHT', 'TERUG', 'KANTOOR', 'POLVOOR', 'POLMEE', 'DAG', 'BEREIK',
         'CODE', 'AUTO', 'PARK', 'ACCU', 'DEK', 'PAK', 'LEID', 'NIET')),
    demanded        boolean not null,
    reasons         text[] not null,
    alternatives    text[] not null,
    state           text not null check (state in
        ('asked', 'offered', 'declined', 'proven', 'waived', 'withdrawn')),
    -- offered: whom it was asked. proven by a promise: who promised.
    colleague_id    uuid,
    proof_kind      text,
    proof           jsonb,
    -- waived: why. withdrawn: why, if that was said.
    reason          text check (length(reason) <= 500),
    by_id           uuid,
    at              timestamptz,
    primary key (organisation_id, visit_id, measure),
    foreign key (organisation_id, visit_id) references preparation.preparation,
    foreign key (organisation_id, colleague_id) references people.person,
    -- All that was done has a name and a time.
    constraint measure_by_somebody check
        ((state = 'asked') = (by_id is null) and (state = 'asked') = (at is null)),
    constraint measure_proven_by_something check ((state = 'proven') = (proof is not null)),
    constraint measure_waived_for_a_reason check (state <> 'waived' or length(reason) > 0)
);
call base.guard('preparation.measure');
create index measure_of_colleague on preparation.measure (organisation_id, colleague_id)
    where colleague_id is not null;

-- Scenario cards and lists as the organisation wants them; without a row they are as shipped.
create table preparation.guidance (
    organisation_id uuid not null references people.organisation,
    version         integer not null check (version > 0),
    document        jsonb not null,
    by_id           uuid not null,
    at              timestamptz not null,
    primary key (organisation_id, version)
);
call base.guard('preparation.guidance');

-- Whether whoever comes along is told, without a sound, that the other asked for help aloud.
create table preparation.companion_setting (
    organisation_id uuid not null references people.organisation,
    told            text not null check (told in ('silently', 'not-at-all')),
    primary key (organisation_id)
);
call base.guard('preparation.companion_setting');
