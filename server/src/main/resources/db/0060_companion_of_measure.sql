-- Who is along at a lone workplace: a colleague, or somebody who is not in the system.
alter table workplace.measure
    add column companion_id   uuid,
    add column companion_name text check (length(companion_name) between 1 and 120),
    add foreign key (organisation_id, companion_id) references people.person,
    add constraint measure_has_one_companion check (companion_id is null or companion_name is null),
    add constraint only_a_colleague_comes_along check (
        kind = 'colleague' or (companion_id is null and companion_name is null));
create index measure_with_companion on workplace.measure (organisation_id, companion_id)
    where companion_id is not null;
