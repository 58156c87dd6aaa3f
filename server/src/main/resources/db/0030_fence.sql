-- An old server stops waking rows once a newer one has changed the tables. Each transaction that is
-- to claim rows asks this first; from then until it ends no migration begins (nl.achterwacht.postgres
-- .Migrations takes the same lock alone).
create function base.may_wake(newest_known integer) returns boolean
    language plpgsql volatile
    set search_path from current as $$
begin
    perform pg_advisory_xact_lock_shared(3008061);
    -- A statement of its own, so it sees what was committed while we waited for the lock.
    return not exists (
        select
          from flyway_schema_history
         where success
           and version::integer > newest_known);
end
$$;
