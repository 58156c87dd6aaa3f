-- On the way: office hours, reachability agreements, what to take along and what to leave at home.
create schema travel;
grant usage on schema travel to achterwacht_web;

alter table people.vehicle
    add column brand      text check (length(brand) between 1 and 40),
    add column colour     text check (length(colour) between 1 and 40),
    -- Kept after it was taken off the list: a visit or an open watch may still name it.
    add column removed_at timestamptz;

-- When a team is at the office. A day without a row is closed; a team without rows has the default.
create table travel.office_hours (
    organisation_id uuid not null,
    team_id         uuid not null,
    -- 1 is Monday, 7 is Sunday (ISO 8601).
    week_day        integer not null check (week_day between 1 and 7),
    open_from       time not null,
    open_until      time not null,
    primary key (organisation_id, team_id, week_day),
    foreign key (organisation_id, team_id) references people.team,
    constraint office_hours_have_length check (open_until > open_from)
);
call base.guard('travel.office_hours');

-- Whom a worker can reach outside office hours. It always has a watch: its own, or that of a visit.
create table travel.reachability (
    organisation_id uuid not null,
    id              uuid not null,
    worker_id       uuid not null,
    contact_name    text not null check (length(contact_name) between 1 and 120),
    -- The colleague, when it is one.
    contact_id      uuid,
    phone           text not null check (length(phone) between 3 and 20),
    from_at         timestamptz not null,
    until_at        timestamptz not null,
    watch_id        uuid not null,
    -- Made together with the agreement, and cancelled with it.
    own_watch       boolean not null,
    made_by         uuid not null,
    made_at         timestamptz not null,
    ended_at        timestamptz,
    primary key (organisation_id, id),
    foreign key (organisation_id, worker_id) references people.person,
    foreign key (organisation_id, contact_id) references people.person,
    foreign key (organisation_id, made_by) references people.person,
    constraint reachability_has_length check (until_at > from_at),
    constraint reachability_is_somebody_else check (contact_id <> worker_id)
);
call base.guard('travel.reachability');
create index reachability_of_worker
    on travel.reachability (organisation_id, worker_id, until_at);

-- What the organisation made of the packing list; none yet means the default list.
create table travel.packing_item (
    organisation_id uuid not null references people.organisation,
    id              text not null check (id ~ '^[a-z0-9-]{1,40}$'),
    place           integer not null check (place between 0 and 99),
    -- Taken along, or left at home.
    along           boolean not null,
    text_nl         text not null check (length(text_nl) between 1 and 120),
    text_en         text not null check (length(text_en) between 1 and 120),
    primary key (organisation_id, id)
);
call base.guard('travel.packing_item');

-- What somebody made sure of before leaving: once a day, so that nobody is nagged.
create table travel.packing_check (
    organisation_id uuid not null,
    person_id       uuid not null,
    -- The day in the Netherlands.
    day             date not null,
    ticked          text[] not null,
    battery_percent integer check (battery_percent between 0 and 100),
    battery_enough  boolean,
    numbers_known   boolean not null,
    notices_on      boolean not null,
    checked_at      timestamptz not null,
    primary key (organisation_id, person_id, day),
    foreign key (organisation_id, person_id) references people.person
);
call base.guard('travel.packing_check');
create index packing_check_by_day on travel.packing_check (organisation_id, day);
