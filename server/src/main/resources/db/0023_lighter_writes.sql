-- What a column may hold stands with its type. A check of a table is read and planned anew by every
-- statement that writes a row, also when the column stays as it is: for a group of signs of life that
-- was more work than storing them. A domain is looked at when a value is given, and only then.
create domain watch.shape as text check (value in ('visit', 'shift', 'journey'));
create domain watch.leg as text check (value in ('out', 'on-site', 'home'));
create domain watch.mask as text
    check (value in ('planned', 'running', 'overdue', 'alarmed', 'closed'));
create domain watch.state as text
    check (value in ('planned', 'running', 'overdue', 'alarmed', 'closed'));
create domain watch.seconds_of_interval as integer check (value between 60 and 14400);
create domain watch.seconds_of_grace as integer check (value between 0 and 3600);
create domain watch.seconds_of_margin as integer check (value between 0 and 14400);
create domain watch.seconds_of_travel as integer check (value between 0 and 43200);

alter table watch.watch
    drop constraint watch_shape_check,
    drop constraint watch_leg_check,
    drop constraint watch_mask_check,
    drop constraint watch_state_check,
    drop constraint watch_sign_every_s_check,
    drop constraint watch_reminder_s_check,
    drop constraint watch_grace_s_check,
    drop constraint watch_phone_after_s_check,
    drop constraint watch_extension_s_check,
    drop constraint watch_travel_home_s_check,
    drop constraint watch_journey_margin_s_check,
    drop constraint watch_short_grace_s_check,
    alter column shape type watch.shape,
    alter column leg type watch.leg,
    alter column mask type watch.mask,
    alter column state type watch.state,
    alter column sign_every_s type watch.seconds_of_interval,
    alter column reminder_s type watch.seconds_of_grace,
    alter column grace_s type watch.seconds_of_grace,
    alter column phone_after_s type watch.seconds_of_grace,
    alter column extension_s type watch.seconds_of_interval,
    alter column travel_home_s type watch.seconds_of_travel,
    alter column journey_margin_s type watch.seconds_of_margin,
    alter column short_grace_s type watch.seconds_of_grace;

-- The index by worker serves whoever asks for all open watches of an organisation as well.
drop index watch.watch_open;

create domain alarm.kind as text check
    (value in ('missed-sign', 'panic', 'duress', 'departure', 'device', 'unverified', 'drill'));
create domain alarm.state as text
    check (value in ('calling', 'acknowledged', 'handing-over', 'closed'));
alter table alarm.alarm
    drop constraint alarm_kind_check,
    drop constraint alarm_state_check,
    alter column kind type alarm.kind,
    alter column state type alarm.state;

create domain notify.language as text check (value in ('nl', 'en'));
create domain notify.state as text check
    (value in ('waiting', 'sending', 'accepted', 'delivered', 'refused', 'withdrawn'));
alter table notify.notice
    drop constraint notice_language_check,
    drop constraint notice_state_check,
    alter column language type notify.language,
    alter column state type notify.state;

-- Nobody asks for rows by these; comparing them was most of what gathering statistics cost.
alter table watch.watch
    alter column place set statistics 0,
    alter column key_hash set statistics 0,
    alter column recent_signs set statistics 0;
alter table alarm.alarm
    alter column ladder set statistics 0,
    alter column place set statistics 0;
alter table notify.notice
    alter column params set statistics 0,
    alter column address set statistics 0;
alter table journal.entry
    alter column data set statistics 0;

-- The lines of one watch or alarm are few: they are sorted when they are read. The
-- order in the key made these indexes half as large again.
drop index journal.entry_by_watch;
drop index journal.entry_by_alarm;
create index entry_by_watch on journal.entry (organisation_id, watch_id) where watch_id is not null;
create index entry_by_alarm on journal.entry (organisation_id, alarm_id) where alarm_id is not null;
