-- The frame: one schema per module, the web role, and what every table leans on.
create schema base;
create schema journal;
create schema people;
create schema notify;
create schema alarm;
create schema watch;

-- Requests of signed-in people run under this role; row-level security shows it one organisation.
-- The owner of the tables (migrations, waking, sending, sign-in) is not held by the policies.
do $$
begin
    if not exists (select from pg_roles where rolname = 'achterwacht_web') then
        create role achterwacht_web nologin;
    end if;
exception
    when duplicate_object or unique_violation then null; -- another server made it just now
end
$$;
grant achterwacht_web to current_user;

create function base.organisation() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('achterwacht.organisation_id', true), '')::uuid;

-- Shuts a table off per organisation. Every table with an organisation_id is given to it.
create procedure base.guard(guarded regclass)
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', guarded);
    execute format(
        'create policy own_organisation on %s for all to achterwacht_web '
        'using (organisation_id = base.organisation()) '
        'with check (organisation_id = base.organisation())', guarded);
    execute format('grant select, insert, update, delete on %s to achterwacht_web', guarded);
end
$$;

grant usage on schema base, journal, people, notify, alarm, watch to achterwacht_web;

-- The sign of life of the servers themselves. Not of an organisation: our own outage hits them all.
create table base.server (
    id         uuid primary key,
    started_at timestamptz not null,
    beat_at    timestamptz not null
);

-- Times in which no server was there, so signs of life could not reach us.
create table base.outage (
    id       uuid primary key,
    from_at  timestamptz not null unique,
    until_at timestamptz not null,
    constraint outage_has_length check (until_at > from_at)
);
grant select on base.outage to achterwacht_web;
