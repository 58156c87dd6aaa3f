-- What only a newer server has on board: tests put this folder before the class path of one.
alter table watch.watch add column known_to_newer_servers integer not null default 0;
