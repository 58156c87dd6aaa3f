-- The planner: visits that repeat, who changed one last, and a week of everybody.
create table visit.series (
    organisation_id uuid not null references people.organisation,
    id              uuid not null,
    every_weeks     integer not null check (every_weeks between 1 and 12),
    -- ISO weekdays, Monday is 1.
    weekdays        integer[] not null
        check (cardinality(weekdays) between 1 and 7 and weekdays <@ array[1, 2, 3, 4, 5, 6, 7]),
    last_day        date not null,
    made_by         uuid not null,
    made_at         timestamptz not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, made_by) references people.person
);
call base.guard('visit.series');

alter table visit.visit
    add column series_id uuid,
    -- Empty as long as a visit is as it was planned.
    add column changed_by uuid,
    add column changed_at timestamptz,
    add foreign key (organisation_id, series_id) references visit.series,
    add foreign key (organisation_id, changed_by) references people.person,
    add constraint visit_change_has_both check ((changed_by is null) = (changed_at is null));
create index visit_of_series on visit.visit (organisation_id, series_id)
    where series_id is not null;
