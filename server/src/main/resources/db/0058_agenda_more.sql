-- An item of an agenda tells a bounded number of lines; how many there were beside them is fixed too.
alter table meeting.item
  add column more_lines integer not null default 0 check (more_lines >= 0);
