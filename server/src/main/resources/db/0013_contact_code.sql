-- The code that was sent to an address, to prove that somebody reads it.
create table people.contact_code (
    organisation_id uuid not null,
    contact_id      uuid not null,
    -- Six digits are soon guessed, so it is the few tries that protect them, not the hash.
    code_hash       bytea not null check (length(code_hash) = 32),
    tries           integer not null default 0,
    expires_at      timestamptz not null,
    primary key (organisation_id, contact_id),
    foreign key (organisation_id, contact_id) references people.contact on delete cascade
);
call base.guard('people.contact_code');
