-- What the rivals work with, in the same database. Their handlers write alarms and notices that are
-- as wide as ours and carry the same indexes.
create schema rival;

create table rival.alarm (like alarm.alarm including all);
create table rival.notice (like notify.notice including all);

-- db-scheduler's table with the indexes it asks for, but for the one of priorities: not used here,
-- and leaving it out favours it.
create table rival.scheduled_tasks (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    state                text,
    primary key (task_name, task_instance)
);
create index execution_time_idx on rival.scheduled_tasks (execution_time);
create index last_heartbeat_idx on rival.scheduled_tasks (last_heartbeat);
