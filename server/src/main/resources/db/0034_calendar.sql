-- Visits that come from elsewhere: from files, and from the calendars of workers.
create schema calendar;
grant usage on schema calendar to achterwacht_web;

-- A file with visits: taken in, checked row by row, shown, and carried out once somebody says so.
create table calendar.visit_import (
    organisation_id uuid not null references people.organisation,
    id              uuid not null,
    made_by         uuid not null,
    made_at         timestamptz not null,
    state           text not null
        check (state in ('received', 'unreadable', 'checked', 'running', 'done')),
    -- When the server looks at it again.
    wake_at         timestamptz,
    -- Gone once it was read: it is full of addresses.
    file            bytea,
    -- Why the whole file cannot be used.
    fault           text,
    fault_detail    text,
    rows_total      integer not null default 0,
    rows_bad        integer not null default 0,
    rows_known      integer not null default 0,
    rows_planned    integer not null default 0,
    finished_at     timestamptz,
    primary key (organisation_id, id),
    foreign key (organisation_id, made_by) references people.person,
    -- What is not finished, and waits for nobody's word, has a moment at which it goes on.
    constraint import_never_rests check ((state in ('received', 'running')) = (wake_at is not null)),
    constraint file_is_kept_until_read check ((state = 'received') = (file is not null)),
    constraint unreadable_has_a_reason check ((state = 'unreadable') = (fault is not null))
);
call base.guard('calendar.visit_import');
create index visit_import_due on calendar.visit_import (wake_at) where wake_at is not null;
create index visit_import_by_age on calendar.visit_import (organisation_id, made_at);

create table calendar.visit_import_row (
    organisation_id uuid not null,
    import_id       uuid not null,
    -- The number of the row in the file, as a spreadsheet shows it.
    number          integer not null check (number > 0),
    state           text not null check (state in ('waiting', 'bad', 'known', 'planned')),
    -- [{"column": …, "code": …, "given": …}]
    faults          jsonb not null default '[]',
    worker_id       uuid,
    address         text,
    floor           text,
    purpose         text,
    start_at        timestamptz,
    end_at          timestamptz,
    high_risk       boolean,
    travel_mode     text,
    travel_minutes  integer,
    row_key         bytea check (length(row_key) = 32),
    content         bytea check (length(content) = 32),
    visit_id        uuid,
    primary key (organisation_id, import_id, number),
    foreign key (organisation_id, import_id) references calendar.visit_import on delete cascade,
    constraint a_good_row_is_whole check (
        state = 'bad'
        or (worker_id is not null and address is not null and start_at is not null
            and end_at is not null and high_risk is not null and travel_mode is not null
            and travel_minutes is not null and row_key is not null and content is not null)),
    constraint a_planned_row_has_its_visit check ((state = 'planned') = (visit_id is not null))
);
call base.guard('calendar.visit_import_row');

-- What was imported before, by the hash of what makes a row the same row: a second run of the
-- same file changes nothing.
create table calendar.imported_visit (
    organisation_id uuid not null references people.organisation,
    row_key         bytea not null check (length(row_key) = 32),
    -- Of all that the row says, to tell a changed row from the same one.
    content         bytea not null check (length(content) = 32),
    visit_id        uuid not null,
    start_at        timestamptz not null,
    primary key (organisation_id, row_key),
    foreign key (organisation_id, visit_id) references visit.visit
);
call base.guard('calendar.imported_visit');
create index imported_visit_by_start on calendar.imported_visit (organisation_id, start_at);

-- A calendar elsewhere in which a worker keeps appointments.
create table calendar.subscription (
    organisation_id uuid not null references people.organisation,
    id              uuid not null,
    person_id       uuid not null,
    name            text not null check (length(name) between 1 and 80),
    kind            text not null check (kind in ('feed', 'caldav')),
    url             text not null check (length(url) between 1 and 2000),
    user_name       text check (length(user_name) <= 200),
    -- AES-256-GCM under a key that is not in this database.
    password        bytea,
    -- Titles may name a client; they are kept only when the worker wants that.
    keeps_titles    boolean not null,
    etag            text,
    sync_token      text,
    -- When all of it was last read; until then, and every few hours, everything is read anew.
    read_at         timestamptz,
    -- When it last answered, with or without anything new.
    answered_at     timestamptz,
    next_poll_at    timestamptz not null,
    failures        integer not null default 0,
    trouble         text,
    -- Appointments in it that could not be read.
    unreadable      integer not null default 0,
    version         integer not null default 0,
    primary key (organisation_id, id),
    foreign key (organisation_id, person_id) references people.person
);
call base.guard('calendar.subscription');
create index subscription_due on calendar.subscription (next_poll_at);
create index subscription_of_person on calendar.subscription (organisation_id, person_id);

-- What the worker accepted once: such appointments are visits.
create table calendar.rule (
    organisation_id uuid not null,
    subscription_id uuid not null,
    id              uuid not null,
    -- In the title; null: everything in this calendar.
    word            text check (length(word) between 2 and 80),
    primary key (organisation_id, subscription_id, id),
    foreign key (organisation_id, subscription_id)
        references calendar.subscription on delete cascade
);
call base.guard('calendar.rule');

-- One appointment found in a calendar, and what became of it.
create table calendar.appointment (
    organisation_id uuid not null,
    subscription_id uuid not null,
    id              uuid not null,
    uid             text not null,
    -- Which one of those that repeat: its first planned start; empty when it does not repeat.
    recurrence      text not null,
    sequence        integer not null,
    start_at        timestamptz not null,
    end_at          timestamptz not null,
    all_day         boolean not null,
    address         text check (length(address) <= 200),
    title           text check (length(title) <= 200),
    state           text not null check (state in ('proposed', 'accepted', 'dismissed')),
    visit_id        uuid,
    primary key (organisation_id, id),
    -- Nothing is doubled.
    unique (organisation_id, subscription_id, uid, recurrence),
    foreign key (organisation_id, subscription_id)
        references calendar.subscription on delete cascade,
    foreign key (organisation_id, visit_id) references visit.visit,
    constraint accepted_has_its_visit check ((state = 'accepted') = (visit_id is not null))
);
call base.guard('calendar.appointment');
