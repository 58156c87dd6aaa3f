-- What is done toward who did it. Each answers behaviour, has an end, and is looked at again.
create table incident.measure (
    organisation_id   uuid not null,
    id                uuid not null,
    incident_id       uuid not null,
    kind              text not null check (kind ~ '^[a-z-]{1,30}$'),
    behaviours        text[] not null,
    -- What the measure comes to: which buildings, whom to contact, how service goes on.
    terms             text not null check (length(terms) <= 1000),
    decided_by        uuid not null,
    made_by           uuid not null,
    made_at           timestamptz not null,
    heard_on          date,
    not_heard_because text check (length(not_heard_because) between 1 and 500),
    starts_on         date not null,
    ends_on           date not null,
    review_on         date not null,
    review_task_id    uuid not null,
    objection         text not null check (objection in ('not-possible', 'possible', 'received',
                                                         'upheld', 'rejected')),
    objection_on      date,
    told_to           text check (length(told_to) <= 500),
    version           integer not null default 0,
    primary key (organisation_id, id),
    foreign key (organisation_id, incident_id) references incident.incident on delete cascade,
    foreign key (organisation_id, decided_by) references people.person,
    foreign key (organisation_id, made_by) references people.person,
    foreign key (organisation_id, review_task_id) references task.task,
    -- Never for criticism, a complaint or emotion alone.
    constraint measure_answers_behaviour check (cardinality(behaviours) > 0),
    constraint measure_ends check (ends_on > starts_on and ends_on <= starts_on + 366),
    constraint measure_is_looked_at_before_it_ends check (review_on <= ends_on)
);
call base.guard('incident.measure');
create index incident_measure_of on incident.measure (organisation_id, incident_id);

create table incident.letter (
    organisation_id uuid not null,
    id              uuid not null,
    incident_id     uuid not null,
    measure_id      uuid not null,
    template        text not null check (template in ('warning', 'conversation', 'ban')),
    subject         text not null check (length(subject) between 1 and 200),
    body            text not null check (length(body) between 1 and 8000),
    made_by         uuid not null,
    made_at         timestamptz not null,
    sent_on         date,
    sent_by         uuid,
    version         integer not null default 0,
    primary key (organisation_id, id),
    foreign key (organisation_id, incident_id) references incident.incident on delete cascade,
    foreign key (organisation_id, measure_id) references incident.measure on delete cascade,
    foreign key (organisation_id, made_by) references people.person,
    foreign key (organisation_id, sent_by) references people.person,
    constraint letter_is_sent_by_somebody check ((sent_on is null) = (sent_by is null))
);
call base.guard('incident.letter');
create index incident_letter_of on incident.letter (organisation_id, incident_id);

-- What an organisation writes in its letters, where it is not what we ship.
create table incident.letter_template (
    organisation_id uuid not null,
    template        text not null check (template in ('warning', 'conversation', 'ban')),
    subject         text not null check (length(subject) between 1 and 200),
    body            text not null check (length(body) between 1 and 8000),
    made_by         uuid not null,
    made_at         timestamptz not null,
    primary key (organisation_id, template),
    foreign key (organisation_id, made_by) references people.person
);
call base.guard('incident.letter_template');
