-- Personal alarms: which there are, who has them, and whether they were tested.
create schema device;
grant usage on schema device to achterwacht_web;

create table device.device (
    organisation_id uuid not null,
    id              uuid not null,
    -- Whose supervisor answers for it, whoever holds it.
    team_id         uuid not null,
    kind            text not null check (kind in ('app', 'gps-tracker', 'button', 'other')),
    maker           text check (length(maker) between 1 and 80),
    number          text check (length(number) between 1 and 80),
    note            text check (length(note) between 1 and 500),
    test_every_days integer not null check (test_every_days between 1 and 366),
    battery_percent integer check (battery_percent between 0 and 100),
    battery_at      timestamptz,
    made_by         uuid not null,
    made_at         timestamptz not null,
    -- Out of use: lost, broken for good, or handed in at the supplier.
    removed_at      timestamptz,
    removed_why     text check (length(removed_why) between 1 and 500),
    primary key (organisation_id, id),
    foreign key (organisation_id, team_id) references people.team,
    foreign key (organisation_id, made_by) references people.person,
    constraint device_battery_has_a_moment check ((battery_percent is null) = (battery_at is null)),
    constraint device_is_removed_for_a_reason check ((removed_at is null) = (removed_why is null))
);
call base.guard('device.device');

-- Who or which workplace has had it; the one without an end has it now.
create table device.holding (
    organisation_id uuid not null,
    id              uuid not null,
    device_id       uuid not null,
    person_id       uuid,
    workplace_id    uuid,
    from_at         timestamptz not null,
    until_at        timestamptz,
    made_by         uuid not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, device_id) references device.device on delete cascade,
    foreign key (organisation_id, person_id) references people.person,
    foreign key (organisation_id, made_by) references people.person,
    constraint holding_is_of_one check ((person_id is null) <> (workplace_id is null)),
    constraint holding_has_length check (until_at >= from_at)
);
call base.guard('device.holding');
create unique index holding_now on device.holding (organisation_id, device_id)
    where until_at is null;
create index holding_of on device.holding (organisation_id, person_id) where until_at is null;

create table device.test (
    organisation_id uuid not null,
    id              uuid not null,
    device_id       uuid not null,
    works           boolean not null,
    -- Tested there: a device that works in the office may be silent in the cellar.
    workplace_id    uuid,
    note            text check (length(note) between 1 and 500),
    made_by         uuid not null,
    made_at         timestamptz not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, device_id) references device.device on delete cascade,
    foreign key (organisation_id, made_by) references people.person
);
call base.guard('device.test');
create index test_of on device.test (organisation_id, device_id, made_at);
create index test_at on device.test (organisation_id, workplace_id, made_at)
    where workplace_id is not null;
