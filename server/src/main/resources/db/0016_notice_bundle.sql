-- In a mass alarm one message stands for many notices. A repeat after a crash must carry the key of
-- the first attempt, so the key is kept with every notice of the bundle before anything is sent.
alter table notify.notice add column bundle_id uuid;
