create table people.organisation (
    id           uuid primary key,
    name         text not null check (length(name) between 1 and 120),
    time_zone    text not null default 'Europe/Amsterdam',
    -- Who to call or text when the server cannot take an act.
    call_instead text,
    example_town boolean not null default false
);
alter table people.organisation enable row level security;
create policy own_organisation on people.organisation for select to achterwacht_web
    using (id = base.organisation());
grant select on people.organisation to achterwacht_web;

create table people.team (
    organisation_id        uuid not null references people.organisation,
    id                     uuid not null,
    name                   text not null check (length(name) between 1 and 120),
    -- The team's own numbers; the defaults are those of DESIGN 4.
    reminder_s             integer not null default 300 check (reminder_s between 0 and 3600),
    grace_s                integer not null default 300 check (grace_s between 0 and 3600),
    high_risk_grace_s      integer not null default 120 check (high_risk_grace_s between 0 and 3600),
    phone_after_s          integer not null default 120 check (phone_after_s between 0 and 3600),
    extension_s            integer not null default 900 check (extension_s between 60 and 14400),
    journey_margin_s       integer not null default 900 check (journey_margin_s between 0 and 14400),
    shift_sign_every_s     integer not null default 7200 check (shift_sign_every_s between 60 and 14400),
    short_grace_s          integer not null default 120 check (short_grace_s between 0 and 3600),
    promise_s              integer not null default 300 check (promise_s between 15 and 3600),
    primary key (organisation_id, id)
);
call base.guard('people.team');

create table people.person (
    organisation_id uuid not null references people.organisation,
    id              uuid not null,
    team_id         uuid not null,
    name            text not null check (length(name) between 1 and 120),
    phone           text,
    language        text not null default 'nl' check (language in ('nl', 'en')),
    roles           text[] not null check (cardinality(roles) > 0),
    safe_word       text,
    left_at         timestamptz,
    primary key (organisation_id, id),
    foreign key (organisation_id, team_id) references people.team
);
call base.guard('people.person');
create index person_by_team on people.person (organisation_id, team_id);

create table people.vehicle (
    organisation_id uuid not null,
    id              uuid not null,
    person_id       uuid not null,
    kind            text not null check (kind in ('car', 'bicycle', 'moped', 'other')),
    plate           text,
    description     text not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, person_id) references people.person
);
call base.guard('people.vehicle');
create index vehicle_by_person on people.vehicle (organisation_id, person_id);

-- How somebody can be reached. Only a verified contact counts.
create table people.contact (
    organisation_id uuid not null,
    id              uuid not null,
    person_id       uuid not null,
    channel         text not null,
    address         text not null,
    label           text not null,
    verified_at     timestamptz,
    -- Set when the provider said "never again": the contact no longer counts.
    refused_at      timestamptz,
    primary key (organisation_id, id),
    unique (organisation_id, person_id, channel, address),
    foreign key (organisation_id, person_id) references people.person
);
call base.guard('people.contact');

-- Who is called for an alarm, in order; the last step repeats.
create table people.ladder_step (
    organisation_id uuid not null,
    team_id         uuid not null,
    alarm_kind      text not null,
    step            integer not null check (step >= 0),
    on_duty         boolean not null,
    person_ids      uuid[] not null,
    to_next_s       integer not null check (to_next_s between 15 and 3600),
    primary key (organisation_id, team_id, alarm_kind, step),
    foreign key (organisation_id, team_id) references people.team
);
call base.guard('people.ladder_step');

create table people.duty (
    organisation_id uuid not null,
    id              uuid not null,
    team_id         uuid not null,
    person_id       uuid not null,
    from_at         timestamptz not null,
    until_at        timestamptz not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, team_id) references people.team,
    foreign key (organisation_id, person_id) references people.person,
    constraint duty_has_length check (until_at > from_at)
);
call base.guard('people.duty');
create index duty_by_team on people.duty (organisation_id, team_id, until_at);
