-- Organisations at work, made of nothing: teams with somebody on duty and a supervisor, a ladder of
-- two steps, and people out alone, each with one contact and one running shift.
create schema bench;

create table bench.team (
    n               integer primary key,
    organisation_id uuid not null,
    id              uuid not null,
    standby_id      uuid not null,
    supervisor_id   uuid not null
);

create table bench.worker (
    n               integer primary key,
    organisation_id uuid not null,
    id              uuid not null,
    team_id         uuid not null,
    watch_id        uuid not null,
    -- The place in a shuffled order: whoever is drawn, is drawn over all teams and organisations.
    draw            integer not null unique
);

-- Whoever must be alarmed in the round that runs, and when.
create table bench.due (
    organisation_id uuid not null,
    watch_id        uuid primary key,
    at              timestamptz not null
);

-- The deadlines lie three to four hours ahead: nothing falls due by itself while a benchmark runs.
create procedure bench.build_town(watches integer)
    language plpgsql as $$
declare
    teams         constant integer := greatest(1, watches / 200);
    organisations constant integer := greatest(1, teams / 25);
begin
    -- Only for filling: row by row, the checks of references cost more than the rows.
    set local session_replication_role = replica;

    create temporary table organisation on commit drop as
    select n, uuidv7() as id
      from generate_series(0, organisations - 1) as n;

    insert into people.organisation (id, name)
    select id, 'Voorbeeldstad ' || n
      from organisation;

    insert into bench.team
    select t, o.id, uuidv7(), uuidv7(), uuidv7()
      from generate_series(0, teams - 1) as t
      join organisation o on o.n = t % organisations;

    insert into people.team (organisation_id, id, name)
    select organisation_id, id, 'Team ' || n
      from bench.team;

    insert into people.person (organisation_id, id, team_id, name, roles)
    select organisation_id, standby_id, id, 'Bram ' || n, array['standby'] from bench.team
    union all
    select organisation_id, supervisor_id, id, 'Carla ' || n, array['supervisor'] from bench.team;

    insert into people.duty (organisation_id, id, team_id, person_id, from_at, until_at)
    select organisation_id, uuidv7(), id, standby_id, now() - interval '1 day', now() + interval '30 days'
      from bench.team;

    insert into people.ladder_step
           (organisation_id, team_id, alarm_kind, step, on_duty, person_ids, to_next_s)
    select organisation_id, id, 'missed-sign', 0, true, '{}'::uuid[], 120 from bench.team
    union all
    select organisation_id, id, 'missed-sign', 1, false, array[supervisor_id], 120 from bench.team;

    insert into bench.worker
    select w, t.organisation_id, uuidv7(), t.id, uuidv7(),
           row_number() over (order by hashint4(w), w) - 1
      from generate_series(0, watches - 1) as w
      join bench.team t on t.n = w % teams;

    insert into people.person (organisation_id, id, team_id, name, roles)
    select organisation_id, id, team_id, 'Anna ' || n, array['worker']
      from bench.worker;

    insert into people.contact
           (organisation_id, id, person_id, channel, address, label, verified_at)
    select organisation_id, uuidv7(), id, 'email', 'p' || n || '@example.org', 'work', now()
      from (select organisation_id, id, n from bench.worker
            union all select organisation_id, standby_id, 10000000 + n from bench.team
            union all select organisation_id, supervisor_id, 20000000 + n from bench.team);

    insert into watch.watch
           (organisation_id, id, worker_id, team_id, shape, high_risk, halfway_sign, sign_every_s,
            reminder_s, grace_s, phone_after_s, extension_s, travel_home_s, journey_margin_s,
            short_grace_s, place, travel_mode, key_hash, state, leg, started_at, last_sign_at,
            due_at, end_at, asked, wake_at)
    select organisation_id, watch_id, id, team_id, 'shift', false, false, 14400,
           300, 300, 120, 900, 1200, 900,
           120, '{"address": "Dorpsstraat 12", "floor": null, "latitude": 52.09, "longitude": 5.12}', 'bicycle', sha256((organisation_id || '.' || watch_id)::bytea), 'running', 'on-site', now(), now(),
           due, due, 0, due - interval '300 seconds'
      from bench.worker,
           lateral (select now() + make_interval(secs => 10800 + n % 3600) as due);
end
$$;
