-- How long things are kept, where an organisation chose otherwise than the default.
create schema privacy;
grant usage on schema privacy to achterwacht_web;

create table privacy.retention (
    organisation_id uuid not null references people.organisation,
    rule            text not null check (rule ~ '^[a-z-]{1,30}$'),
    -- In hours, days or months: the rule tells which.
    amount          integer not null check (amount between 1 and 1000),
    set_by          uuid not null,
    set_at          timestamptz not null,
    primary key (organisation_id, rule),
    foreign key (organisation_id, set_by) references people.person
);
call base.guard('privacy.retention');

-- When each rule was carried out last, and what that erased.
create table privacy.run (
    organisation_id uuid not null references people.organisation,
    rule            text not null check (rule ~ '^[a-z-]{1,30}$'),
    ran_at          timestamptz not null,
    -- The last time that there was something to erase.
    erased_at       timestamptz,
    erased          bigint not null default 0,
    erased_ever     bigint not null default 0,
    primary key (organisation_id, rule)
);
call base.guard('privacy.run');
revoke insert, update, delete on privacy.run from achterwacht_web;
