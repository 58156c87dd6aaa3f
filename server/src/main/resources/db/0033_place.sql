-- Addresses that are visited, what is known of them, and the areas in which they lie.
create schema place;
grant usage on schema place to achterwacht_web;

create table place.place (
    organisation_id    uuid not null references people.organisation,
    id                 uuid not null,
    -- By which the same address is found again, however it was typed.
    address_key        text not null check (length(address_key) between 1 and 240),
    -- The same without the postcode, for who types none.
    text_key           text not null check (length(text_key) <= 240),
    address            text not null check (length(address) between 1 and 200),
    street             text check (length(street) <= 100),
    house_number       integer check (house_number between 1 and 99999),
    house_letter       text check (house_letter ~ '^[A-Za-z]$'),
    house_addition     text check (house_addition ~ '^[0-9A-Za-z]{1,4}$'),
    postcode           text check (postcode ~ '^[1-9][0-9]{3}[A-Z]{2}$' and postcode !~ 'S[ADS]$'),
    town               text check (length(town) <= 100),
    -- Ids of the BAG register: texts, as leading zeros count.
    address_id         text check (address_id ~ '^[0-9]{4}20[0-9]{10}$'),
    object_id          text check (object_id ~ '^[0-9]{4}0[123][0-9]{10}$'),
    neighbourhood_code text check (neighbourhood_code ~ '^BU[0-9]{4}[0-9A-Z]{4}$'),
    latitude           double precision check (latitude between -90 and 90),
    longitude          double precision check (longitude between -180 and 180),
    floor              text check (length(floor) <= 80),
    how_to_get_in      text check (length(how_to_get_in) <= 500),
    second_exit        text check (length(second_exit) <= 500),
    parking            text check (length(parking) <= 500),
    version            integer not null default 0,
    primary key (organisation_id, id),
    unique (organisation_id, address_key),
    constraint place_point_is_whole check ((latitude is null) = (longitude is null))
);
call base.guard('place.place');
create index place_by_text on place.place (organisation_id, text_key);
create index place_by_neighbourhood on place.place (organisation_id, neighbourhood_code);

-- A fair warning about an address: behaviour, evidence, two persons, a letter, a reply, an end.
create table place.caution (
    organisation_id   uuid not null,
    id                uuid not null,
    place_id          uuid not null,
    kind              text not null
        check (kind in ('aggression', 'weapon', 'dog', 'substances', 'other')),
    -- Texts are gone once they have been erased; the row then only tells that there was one.
    behaviour         text check (length(behaviour) between 1 and 500),
    evidence          text check (length(evidence) between 1 and 500),
    source            text not null check (source in
        ('incident', 'early-signal', 'police', 'colleague', 'own-experience', 'other')),
    happened_on       date not null,
    proposed_by       uuid not null,
    proposed_at       timestamptz not null,
    state             text not null check (state in ('proposed', 'in-force', 'ended')),
    -- proposed: lapses then. in-force: ends then by itself.
    ends_at           timestamptz,
    confirmed_by      uuid,
    confirmed_at      timestamptz,
    review_at         timestamptz,
    renewed_because   text check (length(renewed_because) <= 500),
    letter_sent_on    date,
    no_letter_because text check (length(no_letter_because) <= 500),
    reply             text check (length(reply) <= 2000),
    replied_on        date,
    ended_at          timestamptz,
    ended_how         text check (ended_how in ('declined', 'ended', 'expired')),
    ended_by          uuid,
    ended_because     text check (length(ended_because) <= 500),
    erased_at         timestamptz,
    version           integer not null default 0,
    primary key (organisation_id, id),
    foreign key (organisation_id, place_id) references place.place,
    foreign key (organisation_id, proposed_by) references people.person,
    foreign key (organisation_id, confirmed_by) references people.person,
    -- Nobody puts a caution on somebody else's door alone.
    constraint caution_takes_two check (confirmed_by <> proposed_by),
    constraint caution_in_force_was_confirmed check
        (state <> 'in-force'
         or (confirmed_by is not null and confirmed_at is not null and review_at is not null)),
    -- None lasts for ever: it has an end, and never more than 36 months after it began.
    constraint caution_ends check ((state = 'ended') = (ends_at is null)),
    constraint caution_hard_stop check (ends_at <= confirmed_at + interval '1097 days'),
    constraint caution_end_is_known check
        ((state = 'ended') = (ended_at is not null and ended_how is not null)),
    constraint caution_is_told_or_not_told_for_a_reason check
        (state <> 'in-force' or letter_sent_on is not null or no_letter_because is not null),
    constraint caution_has_words_until_it_ended check
        ((behaviour is not null and evidence is not null) or erased_at is not null),
    constraint caution_is_erased_after_its_end check (erased_at is null or state = 'ended')
);
call base.guard('place.caution');
create index caution_of_place on place.caution (organisation_id, place_id);
create index caution_to_end on place.caution (organisation_id, ends_at) where ends_at is not null;
create index caution_to_erase on place.caution (organisation_id, ended_at)
    where state = 'ended' and erased_at is null;

-- What past visits taught: whether phones were heard there, and whether something happened.
create table place.visited (
    organisation_id uuid not null,
    visit_id        uuid not null,
    place_id        uuid not null,
    floor           text not null check (length(floor) <= 80),
    visited_at      timestamptz not null,
    heard           text not null check (heard in ('heard', 'silent', 'unknown')),
    departures      integer not null check (departures >= 0),
    panics          integer not null check (panics >= 0),
    primary key (organisation_id, visit_id),
    foreign key (organisation_id, place_id) references place.place
);
call base.guard('place.visited');
create index visited_by_place on place.visited (organisation_id, place_id, floor);
create index visited_by_time on place.visited (organisation_id, visited_at);

-- A street or neighbourhood with much aggression, named by hand; counts come beside it.
create table place.hot_spot (
    organisation_id    uuid not null references people.organisation,
    id                 uuid not null,
    neighbourhood_code text check (neighbourhood_code ~ '^BU[0-9]{4}[0-9A-Z]{4}$'),
    street             text check (length(street) between 1 and 100),
    town               text check (length(town) between 1 and 100),
    -- Street and town as they are compared.
    street_key         text check (length(street_key) between 1 and 240),
    reason             text not null check (length(reason) between 1 and 500),
    entered_by         uuid not null,
    entered_at         timestamptz not null,
    ends_at            timestamptz not null,
    ended_by           uuid,
    primary key (organisation_id, id),
    foreign key (organisation_id, entered_by) references people.person,
    -- Either a neighbourhood, or a street of a town.
    constraint hot_spot_is_one_area check
        ((neighbourhood_code is null) = (street is not null and town is not null
                                         and street_key is not null)
         and (street is null) = (town is null) and (street is null) = (street_key is null)),
    constraint hot_spot_has_length check (ends_at >= entered_at)
);
call base.guard('place.hot_spot');
create index hot_spot_by_end on place.hot_spot (organisation_id, ends_at);

-- The neighbourhoods an administrator loaded; the version tells servers when to read them again.
create table place.boundary_set (
    organisation_id uuid not null references people.organisation,
    version         integer not null,
    loaded_at       timestamptz not null,
    loaded_by       uuid not null,
    primary key (organisation_id),
    foreign key (organisation_id, loaded_by) references people.person
);
call base.guard('place.boundary_set');

create table place.boundary (
    organisation_id   uuid not null,
    code              text not null check (code ~ '^BU[0-9]{4}[0-9A-Z]{4}$'),
    name              text not null check (length(name) between 1 and 200),
    district_code     text check (district_code ~ '^WK[0-9]{4}[0-9A-Z]{2}$'),
    municipality_code text check (municipality_code ~ '^GM[0-9]{4}$'),
    municipality_name text check (length(municipality_name) <= 200),
    water             boolean not null,
    -- Well-known binary, WGS 84, longitude first; null when the source has no shape.
    shape             bytea,
    primary key (organisation_id, code),
    foreign key (organisation_id) references place.boundary_set
);
call base.guard('place.boundary');
