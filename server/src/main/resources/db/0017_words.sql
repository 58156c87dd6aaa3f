-- What the worker wrote with an act. Beside the watch, not in the journal: it can be about a client.
create table watch.words (
    organisation_id uuid not null,
    watch_id        uuid not null,
    event_id        uuid not null,
    received_at     timestamptz not null,
    words           text not null,
    primary key (organisation_id, watch_id, event_id),
    foreign key (organisation_id, watch_id) references watch.watch
);
call base.guard('watch.words');

alter table watch.watch add column debrief_words text;
