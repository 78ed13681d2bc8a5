#!/usr/bin/env bash
# Holds the API's document against the tools of others: two linters find no
# error, and the clients that three generators make of it compile and work
# against a server with a fresh demonstration county. What is generated goes into
# a temporary folder.
set -euo pipefail
cd "$(dirname "$0")/.."
export CGO_ENABLED=0
root=$PWD
document=$root/api/openapi.json
tools=$root/tools/contract
[ -d "$tools/node_modules/@redocly" ] || (cd "$tools" && npm ci --no-audit --no-fund --ignore-scripts)
(cd "$tools" && npx --no-install redocly lint --config redocly.yaml "$document")
(cd "$tools" && npx --no-install spectral lint --ruleset spectral.yaml --fail-severity error "$document")

work=$(mktemp -d)
stop() {
  [ -z "${server:-}" ] || kill "$server" 2>/dev/null || true
  [ -z "${server:-}" ] || wait "$server" 2>/dev/null || true
  rm -rf "$work"
}
trap stop EXIT

cp -r "$tools/go.mod" "$tools/go.sum" "$tools/clients" "$work"
mkdir "$work/oapiclient" "$work/ogenclient"
(cd "$tools" && go tool oapi-codegen -generate types,client -package oapiclient -o "$work/oapiclient/client.gen.go" "$document")
(cd "$tools" && go tool ogen --config ogen.yml --loglevel error --target "$work/ogenclient" --package ogenclient "$document")
(cd "$tools" && npx --no-install openapi-ts -i "$document" -o "$work/clients/ts/client" -c @hey-api/client-fetch --no-log-file)
(cd "$work" && go build -mod=mod -tags contract -o . ./clients/oapi ./clients/ogen)
ln -s "$tools/node_modules" "$work/clients/ts/node_modules"
# What openapi-ts makes imports without endings, as CommonJS may.
echo '{"type":"commonjs"}' >"$work/clients/ts/package.json"
(cd "$work/clients/ts" && node_modules/.bin/tsc)

go build -o "$work/sangu" .
SANGU_ADDR=127.0.0.1:0 "$work/sangu" serve --demo --data "$work/data" >"$work/server.log" 2>&1 &
server=$!
until at=$(grep -om1 'http://127[^ ]*' "$work/server.log") && curl -fsS "${at%/}/readyz" >/dev/null 2>&1; do
  kill -0 "$server" || { cat "$work/server.log"; exit 1; }
  sleep 0.2
done
api=${at%/}/api/v1
"$work/oapi" "$api"
"$work/ogen" "$api"
(cd "$work/clients/ts" && node out/main.js "$api")
