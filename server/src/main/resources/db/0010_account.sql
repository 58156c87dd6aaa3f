-- Who may sign in, and by what. Names of people stand in schema people, not here.
create schema account;
grant usage on schema account to achterwacht_web;

create table account.login (
    organisation_id uuid not null references people.organisation,
    id              uuid not null,
    person_id       uuid not null,
    user_name       text not null check (length(user_name) between 3 and 200),
    -- Argon2id, with its salt and cost inside.
    password_hash   text not null,
    primary key (organisation_id, id),
    unique (organisation_id, person_id),
    foreign key (organisation_id, person_id) references people.person
);
call base.guard('account.login');
-- Who signs in has not said of which organisation, so a user name is unique over all of them.
create unique index login_by_name on account.login (lower(user_name));

create table account.session (
    organisation_id uuid not null,
    id              uuid not null,
    login_id        uuid not null,
    -- SHA-256 of the token: whoever reads this table cannot act as anybody.
    token_hash      bytea not null check (length(token_hash) = 32),
    made_at         timestamptz not null,
    expires_at      timestamptz not null,
    revoked_at      timestamptz,
    primary key (organisation_id, id),
    foreign key (organisation_id, login_id) references account.login,
    constraint session_has_length check (expires_at > made_at)
);
call base.guard('account.session');
-- A token does not say of which organisation it is.
create unique index session_by_token on account.session (token_hash);
create index session_by_login on account.session (organisation_id, login_id);

create table account.passkey (
    organisation_id uuid not null,
    id              uuid not null,
    login_id        uuid not null,
    credential_id   bytea not null,
    -- Identifier, kind of authenticator and public key, as the authenticator gave them.
    credential      bytea not null,
    sign_count      bigint not null,
    backed_up       boolean not null,
    label           text not null check (length(label) between 1 and 80),
    made_at         timestamptz not null,
    used_at         timestamptz,
    primary key (organisation_id, id),
    foreign key (organisation_id, login_id) references account.login
);
call base.guard('account.passkey');
-- A passkey signs in without a user name, so it too is unique over all organisations.
create unique index passkey_by_credential on account.passkey (credential_id);
create index passkey_by_login on account.passkey (organisation_id, login_id);

-- The two codes by which a worker ends a watch: in safety, or under duress.
create table account.code (
    organisation_id uuid not null,
    person_id       uuid not null,
    safe_hash       text not null,
    duress_hash     text not null,
    set_at          timestamptz not null,
    primary key (organisation_id, person_id),
    foreign key (organisation_id, person_id) references people.person
);
call base.guard('account.code');

-- A challenge for a passkey: used once, by any server. Of nobody yet, so of no organisation.
create table account.ticket (
    hash       bytea primary key check (length(hash) = 32),
    challenge  bytea not null,
    -- Set when the ticket is for adding a passkey to this login.
    login_id   uuid,
    expires_at timestamptz not null
);
create index ticket_by_end on account.ticket (expires_at);

-- Sign-ins that were tried and did not succeed, by the hash of user name and address.
create table account.failed_sign_in (
    hash     bytea primary key check (length(hash) = 32),
    failures integer not null,
    since    timestamptz not null
);
create index failed_sign_in_by_age on account.failed_sign_in (since);
