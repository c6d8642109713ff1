#!/bin/sh
# Starts the program beside it, in program/. An update that the program has laid into next/ takes its place first: it is started once on trial, with the
# old folder aside in before/, and has to say that its first screen was shown. Otherwise, and where anything was cut off, the old folder comes back.
# The program reads outcome at its next start. No version replaces this file.
set -u
root=$(dirname "$(readlink -f "$0")")
ready=87

say() {
  printf '%s\n' "$*" >"$root/outcome.new"
  sync "$root/outcome.new"
  mv "$root/outcome.new" "$root/outcome"
  sync "$root"
}

# Once the outcome says `applied`, the new version is the program.
settle() {
  rm -rf "$root/failed" "$root/trial"
  [ -d "$root/before" ] || return 0
  if ! grep -qs ' applied$' "$root/outcome"; then
    say "$(cat "$root/next/versions")" "$1"
    [ ! -d "$root/program" ] || mv "$root/program" "$root/failed"
    mv "$root/before" "$root/program"
    sync "$root"
  fi
  rm -rf "$root/before" "$root/failed" "$root/next"
}

# Every byte as it was signed, and nothing beside.
is_whole() {
  [ -z "$(find . ! -type f ! -type d)" ] || return 1
  [ "$(find . -type f | wc -l)" = "$(wc -l <../next/sums)" ] || return 1
  sha256sum --check --status --strict ../next/sums
}

apply() {
  rm -f "$root/outcome"
  mkdir -m 700 "$root/trial"
  mv "$root/program" "$root/before" && mv "$root/next/program" "$root/program" && sync "$root" || return 0
  (cd "$root/program" && is_whole) || return 0
  end=not-started
  timeout --kill-after=5 60 "$root/program/AppRun" "--prove-start=$root/trial" "$@" 9>&- || return 0
  read -r from to <"$root/next/versions"
  [ "$(cat "$root/trial/proof" 2>/dev/null)" = "shown $to" ] && say "$from $to applied"
}

# Whoever runs the program holds the lock beside others, and so does the program; who moves its folder holds it alone.
beside() {
  flock --shared --wait 120 9 || exit 1
}

[ -w "$root" ] || exec "$root/program/AppRun" "$@"
: >>"$root/lock"
exec 9<"$root/lock"
beside
if [ -d "$root/before" ] || [ -d "$root/failed" ] || [ -d "$root/trial" ]; then
  flock --nonblock 9 && settle cut-off
  beside
fi
"$root/program/AppRun" --by-starter "$@"
code=$?
[ "$code" = "$ready" ] && [ -d "$root/next" ] || exit "$code"
# Whoever has started it meanwhile works on in the version that there is.
flock --wait 10 9 || exec "$root/program/AppRun" "$@"
end=refused
[ ! -d "$root/next/program" ] || apply "$@"
settle "$end"
# What could not even be moved is not tried at each start.
[ ! -d "$root/next" ] || {
  say "$(cat "$root/next/versions")" "$end"
  rm -rf "$root/next"
}
beside
exec "$root/program/AppRun" --by-starter "$@"
