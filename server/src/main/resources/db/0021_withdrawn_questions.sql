-- What a worker is asked is withdrawn when the worker answered: found by the watch, only while it waits.
create index notice_asks_worker on notify.notice (organisation_id, watch_id)
    where wake_at is not null
      and kind in ('worker-not-started', 'worker-reminder', 'worker-sign-due',
                   'worker-sign-due-phone', 'worker-sign-due-after-outage');
