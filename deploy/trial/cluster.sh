#!/usr/bin/env bash
# A whole set-up on this machine, each host a network namespace: three database hosts, two servers,
# and a front with the phones. It uses the files of deploy/ themselves. As root:
#
#   cluster.sh hosts | database | app N | front | start N | kill N | crash N | cut N | heal N | down
#
# HA_DIR holds everything of this run: logs, data, process ids. HA_NAME begins the names of its
# namespaces. The switch is a namespace of its own, so nothing of it shows on the machine's network.
set -euo pipefail
: "${HA_DIR:?}" "${HA_NAME:?}" "${HA_ENGINES:?}" "${HA_SERVER:?}"
deploy=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export HA_DIR

declare -A address=([db1]=10.99.0.11 [db2]=10.99.0.12 [db3]=10.99.0.13
  [app1]=10.99.0.21 [app2]=10.99.0.22 [front]=10.99.0.100)

in_host() { # $1 host, then a command that becomes a process of that host
  local host=$1
  shift
  exec ip netns exec "$HA_NAME-$host" "$@"
}

launch() { # $1 host, $2 name, then a command; it runs on, and its id is written down
  local host=$1 name=$2
  shift 2
  (in_host "$host" "$@") >>"$HA_DIR/$host/$name.log" 2>&1 </dev/null &
  echo $! >"$HA_DIR/$host/$name.pid"
  disown
}

as_postgres=(setpriv --reuid=postgres --regid=postgres --clear-groups)

hosts() {
  local host
  ip netns add "$HA_NAME-switch"
  ip -n "$HA_NAME-switch" link add bridge type bridge
  ip -n "$HA_NAME-switch" link set bridge up
  for host in "${!address[@]}"; do
    mkdir -p "$HA_DIR/$host"
    ip netns add "$HA_NAME-$host"
    ip -n "$HA_NAME-$host" link set lo up
    ip -n "$HA_NAME-switch" link add "$host" type veth peer name eth0 netns "$HA_NAME-$host"
    ip -n "$HA_NAME-switch" link set "$host" master bridge up
    ip -n "$HA_NAME-$host" addr add "${address[$host]}/24" dev eth0
    ip -n "$HA_NAME-$host" link set eth0 up
  done
}

fill() { # $1 host, $2 template, $3 where to
  HOST=$1 ADDRESS=${address[$1]} "$deploy/fill" "$deploy/trial/values" "$deploy/$2" \
    >"$HA_DIR/$1/$3"
}

start() { # $1 number of a database host
  local host=db$1
  fill "$host" database-host/etcd.env etcd.env
  fill "$host" database-host/patroni.yml patroni.yml
  chown -R postgres: "$HA_DIR/$host"
  running "$host" etcd || (
    set -a
    # shellcheck disable=SC1090,SC1091 # written two lines above
    . "$HA_DIR/$host/etcd.env"
    launch "$host" etcd "${as_postgres[@]}" "$HA_ENGINES/usr/bin/etcd" --logger zap
  )
  running "$host" patroni || launch "$host" patroni "${as_postgres[@]}" env \
    PYTHONPATH="$HA_ENGINES/usr/lib/python3/dist-packages" PYTHONDONTWRITEBYTECODE=1 HOME="$HA_DIR/$host" \
    /usr/bin/python3 -m patroni "$HA_DIR/$host/patroni.yml"
}

running() { # $1 host, $2 name
  local pid
  pid=$(cat "$HA_DIR/$1/$2.pid" 2>/dev/null) && kill -0 "$pid" 2>/dev/null
}

kill_all() { # $1 signal, $2 host: everything that runs there
  local pids
  pids=$(ip netns pids "$HA_NAME-$2" 2>/dev/null) || return 0
  # shellcheck disable=SC2086 # a list of numbers; some may be gone by now
  [ -z "$pids" ] || kill "-$1" $pids 2>/dev/null || true
}

database() {
  start 1
  start 2
  start 3
}

make_database() { # $1 number of the host that leads
  HOST=db$1
  # shellcheck disable=SC1091 # the file lies beside this one
  . "$deploy/trial/values"
  PGPASSWORD=$SUPERUSER_PASSWORD in_host "$HOST" psql -q -v ON_ERROR_STOP=1 \
    -v "password=$ACHTERWACHT_PASSWORD" -h "${address[$HOST]}" -U postgres -d postgres \
    -f "$deploy/database-host/database.sql"
}

app() { # $1 number of a server
  local host=app$1
  fill "$host" app-host/haproxy.cfg haproxy.cfg
  fill "$host" app-host/achterwacht.env achterwacht.env
  launch "$host" haproxy haproxy -db -f "$HA_DIR/$host/haproxy.cfg"
  (
    set -a
    # shellcheck disable=SC1090,SC1091 # written above
    . "$HA_DIR/$host/achterwacht.env"
    ACHTERWACHT_ALSOALLOWEDTARGETS=10.99.0.0/16
    cd "$HA_DIR/$host"
    # shellcheck disable=SC2086 # a command with its words
    launch "$host" achterwacht $HA_SERVER --empty
  )
}

front() {
  fill front front-host/503.http 503.http
  fill front front-host/haproxy.cfg haproxy.cfg
  launch front haproxy haproxy -db -f "$HA_DIR/front/haproxy.cfg"
}

down() {
  local host tries
  for host in "${!address[@]}"; do kill_all TERM "$host"; done
  for tries in 1 2 3 4 5 6 7 8 9 10; do
    [ -n "$(for host in "${!address[@]}"; do ip netns pids "$HA_NAME-$host" 2>/dev/null; done)" ] || break
    [ "$tries" -lt 6 ] || for host in "${!address[@]}"; do kill_all KILL "$host"; done
    sleep 0.5
  done
  for host in "${!address[@]}" switch; do
    ip netns del "$HA_NAME-$host" 2>/dev/null || true
  done
}

case $1 in
  hosts | database | front | down) "$1" ;;
  make-database) make_database "$2" ;;
  app | start) "$1" "$2" ;;
  # The power is pulled: PostgreSQL, Patroni and etcd at once.
  kill) kill_all KILL "db$2" ;;
  # PostgreSQL and its Patroni die; etcd beside them goes on.
  crash)
    kill -KILL "$(cat "$HA_DIR/db$2/patroni.pid")" "$(head -n 1 "$HA_DIR/db$2/pg/postmaster.pid")"
    ;;
  # The network cable.
  cut) ip -n "$HA_NAME-switch" link set "db$2" down ;;
  heal) ip -n "$HA_NAME-switch" link set "db$2" up ;;
  run) shift && in_host "$@" ;;
  *)
    echo "unknown: $1" >&2
    exit 2
    ;;
esac
