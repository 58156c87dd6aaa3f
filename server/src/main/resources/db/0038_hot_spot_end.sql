-- Why a hot spot was ended before its time, in words about the area.
alter table place.hot_spot
    add column end_reason text check (length(end_reason) between 1 and 500);
