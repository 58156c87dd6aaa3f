-- What could happen at a lone workplace, what was decided about it, and what is done about it.
create table workplace.risk (
    organisation_id   uuid not null,
    id                uuid not null,
    workplace_id      uuid not null,
    hazard            text not null check (hazard in ('aggression', 'fall', 'electricity', 'substances',
                                                      'animals', 'traffic', 'heat-cold', 'health',
                                                      'cash', 'other')),
    scenario          text not null check (length(scenario) between 1 and 500),
    -- As it is without measures. By probability and effect alone there is no exposure.
    effect            numeric(4, 1) not null check (effect > 0),
    exposure          numeric(4, 1) check (exposure > 0),
    probability       numeric(4, 1) not null check (probability > 0),
    -- As it is with them.
    after_effect      numeric(4, 1) check (after_effect > 0),
    after_exposure    numeric(4, 1) check (after_exposure > 0),
    after_probability numeric(4, 1) check (after_probability > 0),
    scored_by         uuid not null,
    scored_at         timestamptz not null,
    -- With whom: a risk is scored by more than one pair of eyes.
    scored_with       text check (length(scored_with) between 1 and 200),
    version           integer not null default 0,
    primary key (organisation_id, id),
    foreign key (organisation_id, workplace_id) references workplace.workplace,
    foreign key (organisation_id, scored_by) references people.person,
    constraint risk_is_scored_whole check (
        (after_effect is null) = (after_probability is null)
        and (after_effect is not null or after_exposure is null)
        and (after_effect is null or (after_exposure is null) = (exposure is null)))
);
call base.guard('workplace.risk');
create index risk_of on workplace.risk (organisation_id, workplace_id);

create table workplace.decision (
    organisation_id uuid not null,
    id              uuid not null,
    workplace_id    uuid not null,
    outcome         text not null check (outcome in ('allowed', 'with-measures', 'never')),
    reason          text not null check (length(reason) between 1 and 1000),
    decided_by      uuid not null,
    decided_at      timestamptz not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, workplace_id) references workplace.workplace,
    foreign key (organisation_id, decided_by) references people.person
);
call base.guard('workplace.decision');
create index decision_of on workplace.decision (organisation_id, workplace_id, decided_at);

-- Who must do it before when, and what was done, stands in its task.
create table workplace.measure (
    organisation_id uuid not null,
    id              uuid not null,
    workplace_id    uuid not null,
    kind            text not null check (kind in ('colleague', 'safe-room', 'personal-alarm',
                                                  'transport', 'own')),
    level           text not null check (level in ('source', 'collective', 'personal')),
    what            text not null check (length(what) between 1 and 500),
    cost_eur        integer check (cost_eur between 0 and 10000000),
    effect          text check (length(effect) between 1 and 500),
    added_by        uuid not null,
    added_at        timestamptz not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, workplace_id) references workplace.workplace,
    foreign key (organisation_id, added_by) references people.person
);
call base.guard('workplace.measure');
create index measure_of on workplace.measure (organisation_id, workplace_id);

-- Photos, plans and papers that belong to something else of ours.
create schema attachment;
grant usage on schema attachment to achterwacht_web;

create table attachment.attachment (
    organisation_id uuid not null,
    id              uuid not null,
    -- The workplace, incident or other thing it belongs to.
    subject_id      uuid not null,
    name            text not null check (length(name) between 1 and 120),
    -- What is in it, in words, for whoever cannot see it.
    description     text not null check (length(description) between 1 and 300),
    media_type      text not null check (media_type in ('image/png', 'image/jpeg', 'application/pdf')),
    content         bytea not null check (length(content) between 1 and 10485760),
    made_by         uuid not null,
    made_at         timestamptz not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, made_by) references people.person
);
call base.guard('attachment.attachment');
create index attachment_of on attachment.attachment (organisation_id, subject_id, made_at);
