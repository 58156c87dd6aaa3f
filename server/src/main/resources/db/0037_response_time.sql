-- How long it took until somebody was with the worker, where an alarm was raised during a visit.
alter table place.visited add response_s integer check (response_s >= 0);
