-- Who did what, when. Append only; also the event table that the live boards follow.
create table journal.entry (
    organisation_id uuid not null,
    -- The transaction that wrote it. Commit order is not sequence order, so a reader goes by
    -- (tx, seq) and only up to its snapshot's horizon: then nothing is ever skipped.
    tx              xid8 not null default pg_current_xact_id(),
    seq             bigint not null generated always as identity,
    at              timestamptz not null,
    kind            text not null,
    actor_id        uuid,
    watch_id        uuid,
    alarm_id        uuid,
    event_id        uuid,
    made_at         timestamptz,
    -- Facts by which the step can be explained: states, deadlines, reasons. Never client data.
    data            jsonb not null default '{}',
    primary key (organisation_id, tx, seq)
);
call base.guard('journal.entry');
revoke update, delete on journal.entry from achterwacht_web;
create index entry_by_watch on journal.entry (organisation_id, watch_id, tx, seq) where watch_id is not null;
create index entry_by_alarm on journal.entry (organisation_id, alarm_id, tx, seq) where alarm_id is not null;
-- The boards of all organisations are fed by one small query, so this index crosses them.
create index entry_in_order on journal.entry (tx, seq);

create function journal.never_changes() returns trigger
    language plpgsql as $$
begin
    raise exception 'the journal is append only';
end
$$;
create trigger entry_never_changes before update on journal.entry
    for each row execute function journal.never_changes();
