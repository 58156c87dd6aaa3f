-- What a masked watch shows: the whole state that would be if the code had been the safe one.
alter table watch.watch
    drop constraint watch_mask_check,
    -- Shown as overdue: when the alarm would go off. Shown as alarmed, closed: since when.
    add column mask_moment_at timestamptz,
    add constraint watch_mask_check check
        (mask in ('planned', 'running', 'overdue', 'alarmed', 'closed')),
    -- Only an alarm that is open can be silent.
    add constraint watch_masked_is_alarmed check (mask is null or state = 'alarmed');

-- Once somebody acknowledged an alarm, the worker's own code no longer closes it, also when the
-- promise ran out and the ladder goes on.
alter table alarm.alarm
    add column was_taken boolean not null default false;
