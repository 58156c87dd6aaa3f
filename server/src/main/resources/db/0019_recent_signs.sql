-- The signs of life that were taken in last: a repeat of one of them counts once. Kept in the row,
-- so that a sign touches no index; what is older changes nothing, since a sign counts from its own
-- time.
alter table watch.watch add column recent_signs uuid[] not null default '{}';
