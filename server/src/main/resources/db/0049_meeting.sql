-- Working agreements of a team. One that stands always has a day on which it is looked at again.
create schema agreement;
grant usage on schema agreement to achterwacht_web;

create table agreement.agreement (
    organisation_id uuid not null,
    id              uuid not null,
    team_id         uuid not null,
    words           text not null check (length(words) between 1 and 1000),
    owner_id        uuid not null,
    review_on       date not null,
    -- The task that asks to look again.
    review_task_id  uuid,
    -- The meeting in which it was agreed; null when it was not in one.
    meeting_id      uuid,
    made_at         timestamptz not null,
    ended_at        timestamptz,
    version         integer not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, team_id) references people.team,
    foreign key (organisation_id, owner_id) references people.person,
    constraint agreement_is_reviewed check (ended_at is not null or review_task_id is not null)
);
call base.guard('agreement.agreement');
create index agreement_of_team on agreement.agreement (organisation_id, team_id);

-- What it was at each step, and why it changed.
create table agreement.change (
    organisation_id uuid not null,
    agreement_id    uuid not null,
    number          integer not null,
    kind            text not null check (kind in ('made', 'changed', 'reviewed', 'ended')),
    words           text not null,
    owner_id        uuid not null,
    review_on       date not null,
    by_id           uuid not null,
    at              timestamptz not null,
    reason          text check (length(reason) between 1 and 2000),
    primary key (organisation_id, agreement_id, number),
    foreign key (organisation_id, agreement_id) references agreement.agreement,
    foreign key (organisation_id, by_id) references people.person
);
call base.guard('agreement.change');

-- Team meetings: agenda, minutes, who was there, what was decided.
create schema meeting;
grant usage on schema meeting to achterwacht_web;

create table meeting.meeting (
    organisation_id uuid not null,
    id              uuid not null,
    team_id         uuid not null,
    starts_at       timestamptz not null,
    room            text check (length(room) between 1 and 200),
    made_by         uuid not null,
    state           text not null check (state in ('planned', 'finished', 'cancelled')),
    ended_at        timestamptz,
    ended_by        uuid,
    version         integer not null default 0,
    primary key (organisation_id, id),
    foreign key (organisation_id, team_id) references people.team,
    foreign key (organisation_id, made_by) references people.person,
    foreign key (organisation_id, ended_by) references people.person,
    constraint meeting_ends_by_somebody check (
        (state = 'planned') = (ended_at is null) and (state = 'planned') = (ended_by is null))
);
call base.guard('meeting.meeting');
create index meeting_of_team on meeting.meeting (organisation_id, team_id, starts_at);

create table meeting.item (
    organisation_id uuid not null,
    id              uuid not null,
    meeting_id      uuid not null,
    kind            text not null check (kind ~ '^[a-z-]{1,20}$'),
    -- Of an own item; what fills itself has the title of its kind.
    title           text check (length(title) between 1 and 200),
    place_no        integer not null,
    minutes         text not null default '' check (length(minutes) <= 10000),
    revision        integer not null default 0,
    -- What the item told when the meeting was finished; null until then.
    lines           jsonb,
    primary key (organisation_id, id),
    foreign key (organisation_id, meeting_id) references meeting.meeting,
    constraint meeting_own_item_has_a_title check ((kind = 'own') = (title is not null))
);
call base.guard('meeting.item');
create index meeting_items on meeting.item (organisation_id, meeting_id, place_no);

create table meeting.decision (
    organisation_id uuid not null,
    id              uuid not null,
    meeting_id      uuid not null,
    item_id         uuid not null,
    kind            text not null check (kind in ('task', 'agreement')),
    -- The task or the agreement that it became.
    subject_id      uuid not null,
    words           text not null check (length(words) between 1 and 1000),
    owner_id        uuid not null,
    due_on          date not null,
    made_by         uuid not null,
    made_at         timestamptz not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, meeting_id) references meeting.meeting,
    foreign key (organisation_id, item_id) references meeting.item,
    foreign key (organisation_id, owner_id) references people.person
);
call base.guard('meeting.decision');
create index meeting_decisions on meeting.decision (organisation_id, meeting_id);

create table meeting.attendance (
    organisation_id uuid not null,
    meeting_id      uuid not null,
    person_id       uuid not null,
    how             text not null check (how in ('present', 'excused', 'absent')),
    primary key (organisation_id, meeting_id, person_id),
    foreign key (organisation_id, meeting_id) references meeting.meeting,
    foreign key (organisation_id, person_id) references people.person
);
call base.guard('meeting.attendance');
