-- Early signals. What was done about one stands in its task.
create schema signal;
grant usage on schema signal to achterwacht_web;

create table signal.signal (
    organisation_id uuid not null,
    id              uuid not null,
    reporter_id     uuid not null,
    team_id         uuid not null,
    anonymous       boolean not null,
    kind            text not null check (kind in ('tense', 'threat', 'aggression', 'dog', 'weapon',
                                                  'substances', 'surroundings', 'other')),
    severity        integer not null check (severity between 1 and 3),
    said            text check (length(said) between 1 and 1000),
    place_id        uuid,
    watch_id        uuid,
    made_at         timestamptz not null,
    -- It is the debrief of its watch, which counts once.
    from_debrief    boolean not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, reporter_id) references people.person,
    foreign key (organisation_id, team_id) references people.team,
    foreign key (organisation_id, place_id) references place.place
);
call base.guard('signal.signal');
create index signal_at on signal.signal (organisation_id, place_id, made_at);
create index signal_of on signal.signal (organisation_id, made_at);
create unique index signal_once_from_debrief on signal.signal (organisation_id, watch_id)
    where from_debrief;
