-- Answers already given, so that an act that is sent again counts once.
create schema http;
grant usage on schema http to achterwacht_web;

create table http.given_answer (
    organisation_id uuid not null references people.organisation,
    -- Of the sender's key. The key itself opens the answer, so it is not kept.
    key_hash        bytea not null check (length(key_hash) = 32),
    -- Of operation, sender and body: the same key with another request is not a repeat.
    request_hash    bytea not null check (length(request_hash) = 32),
    status          integer not null check (status between 200 and 299),
    answer          bytea not null,
    at              timestamptz not null,
    primary key (organisation_id, key_hash)
);
call base.guard('http.given_answer');
create index given_answer_by_age on http.given_answer (organisation_id, at);
