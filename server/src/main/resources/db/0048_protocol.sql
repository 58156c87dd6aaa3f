-- The organisation's protocol, in versions. The one that is shipped is 0 and has no row.
create schema protocol;
grant usage on schema protocol to achterwacht_web;

create table protocol.version (
    organisation_id   uuid not null,
    number            integer not null check (number >= 1),
    words_nl          text not null check (length(words_nl) between 1 and 200000),
    -- Null: readers of English read the Dutch words.
    words_en          text check (length(words_en) between 1 and 200000),
    made_by           uuid not null,
    made_at           timestamptz not null,
    revision          integer not null,
    note              text check (length(note) between 1 and 500),
    -- Null while it is a draft. It comes into force by itself on this day.
    in_force_from     date,
    remind_after_days integer check (remind_after_days between 1 and 60),
    told_at           timestamptz,
    -- When those who have not read it are told next; null for a draft and for what is superseded.
    wake_at           timestamptz,
    primary key (organisation_id, number),
    foreign key (organisation_id, made_by) references people.person,
    constraint protocol_in_force_is_whole check (
        (in_force_from is null) = (note is null)
        and (in_force_from is null) = (remind_after_days is null)
        and (in_force_from is not null or wake_at is null))
);
call base.guard('protocol.version');
create unique index protocol_one_draft on protocol.version (organisation_id)
    where in_force_from is null;
create index protocol_due on protocol.version (wake_at) where wake_at is not null;

-- Who says to have read and understood which version. Of the shipped one (0) too.
create table protocol.receipt (
    organisation_id uuid not null,
    person_id       uuid not null,
    number          integer not null check (number >= 0),
    read_at         timestamptz not null,
    primary key (organisation_id, person_id, number),
    foreign key (organisation_id, person_id) references people.person
);
call base.guard('protocol.receipt');
create index protocol_read on protocol.receipt (organisation_id, number);
