-- Signals and incidents at a place, as numbers for hot spots: nothing of who or what.
create table place.happening (
    organisation_id uuid not null,
    source_id       uuid not null,
    kind            text not null check (kind in ('signal', 'incident')),
    place_id        uuid not null,
    happened_at     timestamptz not null,
    primary key (organisation_id, source_id),
    foreign key (organisation_id, place_id) references place.place
);
call base.guard('place.happening');
create index happening_by_time on place.happening (organisation_id, happened_at);
