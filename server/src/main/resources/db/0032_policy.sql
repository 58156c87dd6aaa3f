-- The policy of an organisation: decision tables in DMN, version by version, and the cases judged.
create schema policy;
grant usage on schema policy to achterwacht_web;

-- Version 1 is the policy that comes with the program; it has no row.
create table policy.version (
    organisation_id uuid not null references people.organisation,
    number          integer not null check (number >= 2),
    dmn             text not null check (length(dmn) between 1 and 262144),
    note            text not null check (length(note) between 1 and 500),
    put_by          uuid not null,
    in_force_at     timestamptz not null,
    primary key (organisation_id, number),
    foreign key (organisation_id, put_by) references people.person
);
call base.guard('policy.version');
-- What was in force once never changes: visits name the version that judged them.
revoke update, delete on policy.version from achterwacht_web;
create function policy.version_never_changes() returns trigger
    language plpgsql as $$
begin
    raise exception 'a version of the policy never changes';
end
$$;
create trigger version_never_changes before update on policy.version
    for each row execute function policy.version_never_changes();

-- What is being worked on; at most one for each organisation.
create table policy.draft (
    organisation_id uuid not null primary key references people.organisation,
    dmn             text not null check (length(dmn) between 1 and 262144),
    based_on        integer not null check (based_on >= 1),
    -- Rises with each save, so that two who edit at once do not overwrite each other.
    revision        integer not null check (revision >= 1),
    saved_by        uuid not null,
    saved_at        timestamptz not null,
    foreign key (organisation_id, saved_by) references people.person
);
call base.guard('policy.draft');

-- Cases for the try-out of a draft. Facts name no resident, no address, no worker and no visit.
create table policy.judged_case (
    organisation_id uuid not null references people.organisation,
    id              uuid not null,
    judged_at       timestamptz not null,
    version         integer not null check (version >= 1),
    facts           jsonb not null,
    judgement       jsonb not null,
    primary key (organisation_id, id)
);
call base.guard('policy.judged_case');
-- What was judged stays as it was judged.
revoke update on policy.judged_case from achterwacht_web;
create index judged_case_by_time on policy.judged_case (organisation_id, judged_at);
