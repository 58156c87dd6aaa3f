-- A visit: the appointment, how to get there, and the watch that was planned with it.
create schema visit;
grant usage on schema visit to achterwacht_web;

create table visit.visit (
    organisation_id  uuid not null references people.organisation,
    id               uuid not null,
    worker_id        uuid not null,
    -- Made together with the visit: it asks when the visit is not started.
    watch_id         uuid not null,
    address          text not null check (length(address) between 1 and 200),
    floor            text check (length(floor) <= 80),
    latitude         double precision check (latitude between -90 and 90),
    longitude        double precision check (longitude between -180 and 180),
    purpose          text check (length(purpose) <= 200),
    planned_start_at timestamptz not null,
    planned_end_at   timestamptz not null,
    high_risk        boolean not null,
    travel_mode      text not null
        check (travel_mode in ('walking', 'bicycle', 'car', 'public-transport', 'other')),
    vehicle_id       uuid,
    travel_minutes   integer not null check (travel_minutes between 0 and 600),
    cancelled_at     timestamptz,
    version          integer not null default 0,
    primary key (organisation_id, id),
    unique (organisation_id, watch_id),
    foreign key (organisation_id, worker_id) references people.person,
    foreign key (organisation_id, vehicle_id) references people.vehicle,
    constraint visit_has_length check (planned_end_at > planned_start_at)
);
call base.guard('visit.visit');
create index visit_by_start on visit.visit (organisation_id, planned_start_at);
create index visit_of_worker on visit.visit (organisation_id, worker_id, planned_start_at);
