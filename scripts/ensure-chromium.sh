#!/usr/bin/env bash
# Sees to it that the browser tests find Chromium with Chinese fonts.
set -euo pipefail
browser="${CHROMIUM:-/usr/bin/chromium}"
if [ -x "$browser" ] && fc-list 2>/dev/null | grep -qi 'cjk'; then exit 0; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -q
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends -o DPkg::Lock::Timeout=120 chromium fonts-noto-cjk fonts-liberation fontconfig
fi
[ -x "$browser" ] || {
  echo "Chromium is missing: install Debian's chromium and fonts-noto-cjk, or set CHROMIUM to its path" >&2
  exit 1
}
