#!/usr/bin/env bash
# move.sh CLASSPATH: moves one organisation from one cell to another by PostgreSQL's own logical
# replication, while its workers' signs go on being written, and compares both cells afterwards. Two
# bare PostgreSQL 15 on this machine, the tables of this server. As root; a minute.
set -euo pipefail
classpath=$1
cd "$(dirname "$0")/../.."
java=$(bin/find-jdk)/bin/java
pg=/usr/lib/postgresql/15/bin
folder=$(mktemp -d /tmp/achterwacht-move.XXXXXX)
chown postgres: "$folder"
export PGUSER=postgres ACHTERWACHT_DATABASE_PASSWORD=none
writer=

as_postgres() { setpriv --reuid=postgres --regid=postgres --clear-groups "$@"; }
sql() { psql -qAtX -v ON_ERROR_STOP=1 -h "$folder" -p "$1" -d achterwacht -c "$2"; } # $1 cell
seconds() { date +%s.%N; }
since() { printf '%.1f' "$(echo "$(seconds) - $1" | bc)"; }

clean_up() {
  [ -z "$writer" ] || kill "$writer" 2>/dev/null || true
  for cell in 6001 6002; do
    as_postgres "$pg/pg_ctl" -D "$folder/$cell" -m immediate stop >/dev/null 2>&1 || true
  done
  rm -rf "$folder"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

organisation() { # $1 cell, $2 name: made by the server's own command; prints its id
  "$java" --enable-native-access=ALL-UNNAMED -cp "$classpath" nl.achterwacht.app.Achterwacht \
    create-organisation "$2" --database-url="jdbc:postgresql://127.0.0.1:$1/achterwacht" \
    --database-user=postgres >/dev/null 2>&1
  sql "$1" "select id from people.organisation where name = '$2'"
}

for cell in 6001 6002; do
  as_postgres "$pg/initdb" -D "$folder/$cell" -U postgres -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
  as_postgres "$pg/pg_ctl" -D "$folder/$cell" -w -l "$folder/$cell.log" \
    -o "-p $cell -k $folder -c listen_addresses=127.0.0.1 -c wal_level=logical" start >/dev/null
  createdb -h "$folder" -p "$cell" achterwacht
done
moving=$(organisation 6001 "Gemeente die verhuist")
organisation 6001 "Gemeente die blijft" >/dev/null
organisation 6002 "Gemeente die er al was" >/dev/null

# 20,000 watches in each organisation of the first cell, with a line in the journal each.
sql 6001 "
insert into watch.watch (organisation_id, id, worker_id, team_id, shape, high_risk, halfway_sign,
       sign_every_s, reminder_s, grace_s, phone_after_s, extension_s, travel_home_s,
       journey_margin_s, short_grace_s, travel_mode, state, leg, started_at, last_sign_at, due_at,
       wake_at)
select o.id, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'shift', false, false, 3600,
       0, 300, 120, 900, 1800, 900, 120, 'walking', 'running', 'on-site', now(), now(),
       now() + interval '1 hour', now() + interval '1 hour'
  from people.organisation o cross join generate_series(1, 20000);
insert into journal.entry (organisation_id, at, kind, watch_id)
select organisation_id, now(), 'watch.started', id from watch.watch"

# Signs of life go on during the move.
while :; do
  sql 6001 "
  with signed as (
    update watch.watch set last_sign_at = clock_timestamp(), version = version + 1
     where (organisation_id, id) in (select organisation_id, id from watch.watch
                                      where organisation_id = '$moving'
                                      order by random() limit 50)
    returning organisation_id, id)
  insert into journal.entry (organisation_id, at, kind, watch_id)
  select organisation_id, clock_timestamp(), 'watch.signed', id from signed"
  sleep 0.05
done &
writer=$!

tables=$(sql 6001 "
select a.attrelid::regclass
  from pg_attribute a join pg_class c on c.oid = a.attrelid
 where a.attname = 'organisation_id' and c.relkind = 'r'")
filtered=people.organisation
publication="table people.organisation where (id = '$moving')"
for table in $tables; do
  publication+=", table $table where (organisation_id = '$moving')"
  filtered+=" $table"
done

# An entry's place in the stream of boards belongs to the cell that it is in: it gets a new one here.
sql 6002 "
create function journal.arrival() returns trigger language plpgsql as \$\$
begin
  new.tx := pg_current_xact_id();
  return new;
end \$\$;
create trigger arrival before insert on journal.entry
   for each row execute function journal.arrival();
alter table journal.entry enable always trigger arrival"

began=$(seconds)
sql 6001 "create publication move for ${publication}"
sql 6002 "create subscription move connection
  'host=127.0.0.1 port=6001 user=postgres dbname=achterwacht' publication move" 2>/dev/null
until [ "$(sql 6002 "select count(*) from pg_subscription_rel where srsubstate <> 'r'")" = 0 ]; do
  sleep 0.2
done
echo "copied beside the writing, $(echo "$filtered" | wc -w) tables: $(since "$began") s"

# The fence: here the writer ends; in the product, a row that every claim and act looks at.
fenced=$(seconds)
kill "$writer" && wait "$writer" 2>/dev/null || true
writer=
until [ "$(sql 6001 "select count(*) from pg_stat_activity where query like '%watch.signed%'
  and pid <> pg_backend_pid() and state = 'active'")" = 0 ]; do sleep 0.05; done
last=$(sql 6001 "select pg_current_wal_lsn()")
until [ "$(sql 6001 "select bool_and(confirmed_flush_lsn >= '$last') from pg_replication_slots")" = t ]; do
  sleep 0.05
done
echo "paused, from the fence until all had arrived: $(since "$fenced") s"
sql 6002 "drop subscription move" 2>/dev/null

code=0
for table in $filtered; do
  key=organisation_id
  [ "$table" = people.organisation ] && key=id
  row="t::text"
  # All but the new place in the stream.
  [ "$table" = journal.entry ] && row="(seq, at, kind, watch_id, data)::text"
  digest="select count(*) || ' ' || coalesce(md5(string_agg(md5($row), '' order by md5($row))), '')
            from $table t where $key = '$moving'"
  if [ "$(sql 6001 "$digest")" != "$(sql 6002 "$digest")" ]; then
    echo "DIFFERENT: $table"
    code=1
  fi
done
others=$(sql 6002 "select count(*) from watch.watch where organisation_id <> '$moving'")
moved=$(sql 6002 "select (select count(*) from watch.watch), (select count(*) from journal.entry)")
echo "RESULT moved watches|entries $moved; rows of others that came along $others; $(
  [ $code = 0 ] && echo "every table equal" || echo "tables differ")"
exit $code
