-- One message to one person over one channel. A row before it is an act.
create table notify.notice (
    organisation_id uuid not null,
    id              uuid not null,
    -- Nobody's for a webhook or the operator.
    person_id       uuid,
    contact_id      uuid,
    channel         text not null,
    address         text not null,
    kind            text not null,
    urgent          boolean not null,
    language        text not null check (language in ('nl', 'en')),
    -- What the words are made of; never client data.
    params          jsonb not null,
    alarm_id        uuid,
    alarm_step      integer,
    alarm_round     integer,
    watch_id        uuid,
    state           text not null
        check (state in ('waiting', 'sending', 'accepted', 'delivered', 'refused', 'withdrawn')),
    attempts        integer not null default 0,
    -- waiting: when to try (again). sending: when the lease of whoever claimed it runs out; then it
    -- is sent again under the same id, never given up.
    wake_at         timestamptz,
    made_at         timestamptz not null,
    expires_at      timestamptz not null,
    answered_at     timestamptz,
    provider_ref    text,
    detail          text,
    version         integer not null default 0,
    primary key (organisation_id, id),
    -- A notice that still has to go out always has a moment at which a sender looks at it.
    constraint notice_never_sleeps check ((state in ('waiting', 'sending')) = (wake_at is not null))
);
call base.guard('notify.notice');
-- Senders claim over all organisations at once, so this index crosses them.
create index notice_due on notify.notice (channel, wake_at) where wake_at is not null;
create index notice_by_alarm on notify.notice (organisation_id, alarm_id) where alarm_id is not null;

create table notify.attempt (
    organisation_id uuid not null,
    notice_id       uuid not null,
    attempt         integer not null,
    at              timestamptz not null,
    answer          text not null check (answer in ('accepted', 'try-later', 'refused')),
    detail          text not null,
    primary key (organisation_id, notice_id, attempt),
    foreign key (organisation_id, notice_id) references notify.notice
);
call base.guard('notify.attempt');

create table notify.webhook (
    organisation_id uuid not null references people.organisation,
    id              uuid not null,
    url             text not null,
    -- Newest first; during a rotation both sign.
    secrets         text[] not null check (cardinality(secrets) > 0),
    active          boolean not null default true,
    primary key (organisation_id, id)
);
call base.guard('notify.webhook');

-- Keys by which push services know this installation; one row.
create table notify.vapid (
    only_one    boolean primary key default true check (only_one),
    public_key  text not null,
    private_key text not null
);
