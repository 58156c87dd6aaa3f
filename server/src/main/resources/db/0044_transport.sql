-- How somebody gets to a remote place or home from a late shift: agreed beforehand.
create table travel.transport (
    organisation_id uuid not null,
    id              uuid not null,
    -- Whose shift it is for: the whole team's, unless a person or a workplace is named.
    team_id         uuid not null,
    person_id       uuid,
    workplace_id    uuid,
    means           text not null check (means in ('own-car', 'company-car', 'colleague', 'taxi',
                                                   'public-transport')),
    -- Who brings or fetches, and the number to call when nobody is there.
    carrier_name    text check (length(carrier_name) between 1 and 120),
    phone           text check (length(phone) between 3 and 20),
    -- On the clock of the Netherlands.
    out_at          time,
    home_at         time,
    travel_min      integer not null check (travel_min between 5 and 240),
    -- 1 is Monday, 7 is Sunday (ISO 8601).
    days            integer[] not null,
    note            text check (length(note) between 1 and 500),
    made_by         uuid not null,
    made_at         timestamptz not null,
    ended_at        timestamptz,
    primary key (organisation_id, id),
    foreign key (organisation_id, team_id) references people.team,
    foreign key (organisation_id, person_id) references people.person,
    foreign key (organisation_id, made_by) references people.person,
    constraint transport_is_for_one check (person_id is null or workplace_id is null),
    constraint transport_goes_somewhere check (out_at is not null or home_at is not null),
    constraint transport_has_days check (
        cardinality(days) between 1 and 7 and days <@ array[1, 2, 3, 4, 5, 6, 7])
);
call base.guard('travel.transport');
create index transport_of_team on travel.transport (organisation_id, team_id)
    where ended_at is null;
