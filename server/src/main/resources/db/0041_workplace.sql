-- Lone workplaces: where somebody works alone, and what is arranged for that.
create schema workplace;
grant usage on schema workplace to achterwacht_web;

create table workplace.workplace (
    organisation_id uuid not null,
    id              uuid not null,
    name            text not null check (length(name) between 1 and 120),
    kind            text not null check (kind in ('building', 'room', 'outdoor', 'vehicle',
                                                  'home-visits', 'shift', 'remote')),
    team_id         uuid not null,
    -- The supervisor who answers for it: none is without.
    owner_id        uuid not null,
    place_id        uuid,
    -- Floor, room or corner, in words.
    spot            text check (length(spot) between 1 and 200),
    -- Within how many minutes somebody is there as was agreed, and within how many they must be.
    response_min    integer check (response_min between 0 and 600),
    norm_min        integer check (norm_min between 0 and 600),
    -- By which its risks are scored.
    method          text not null check (method in ('fine-kinney', 'matrix')),
    -- What only pages show: who works there alone and when, alarm, way out, and more.
    facts           jsonb not null check (length(facts::text) <= 30000),
    made_by         uuid not null,
    made_at         timestamptz not null,
    -- When it is looked at again, where somebody chose that; otherwise a year later.
    next_review_at  timestamptz,
    ended_at        timestamptz,
    ended_by        uuid,
    end_reason      text check (length(end_reason) between 1 and 500),
    version         integer not null default 0,
    primary key (organisation_id, id),
    foreign key (organisation_id, team_id) references people.team,
    foreign key (organisation_id, owner_id) references people.person,
    foreign key (organisation_id, place_id) references place.place,
    foreign key (organisation_id, made_by) references people.person,
    foreign key (organisation_id, ended_by) references people.person,
    constraint workplace_ends_for_a_reason check (
        (ended_at is null) = (ended_by is null)
        and (ended_at is null) = (end_reason is null))
);
call base.guard('workplace.workplace');
create index workplace_of_team on workplace.workplace (organisation_id, team_id);

-- What was changed about a workplace, one row for each field.
create table workplace.change (
    organisation_id uuid not null,
    id              uuid not null,
    workplace_id    uuid not null,
    at              timestamptz not null,
    made_by         uuid not null,
    field           text not null check (field ~ '^[A-Za-z-]{1,40}$'),
    was             text check (length(was) between 1 and 4000),
    became          text check (length(became) between 1 and 4000),
    primary key (organisation_id, id),
    foreign key (organisation_id, workplace_id) references workplace.workplace,
    foreign key (organisation_id, made_by) references people.person
);
call base.guard('workplace.change');
create index change_of on workplace.change (organisation_id, workplace_id, at);
