#!/usr/bin/env bash
# A PostgreSQL server for a test that takes it away. Prints its connection string, then obeys the lines "stop" (at once, as in a crash)
# and "start", each answered by "done". It ends with its input.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export PATH=$PATH:/usr/sbin:/sbin
source scripts/lib/packages.sh
source scripts/lib/postgres.sh

# Its own server: whoever set TEST_POSTGRES did not mean that one to be stopped.
unset TEST_POSTGRES
trap stop_postgres EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

find_postgres || { install_package postgresql && find_postgres; } || fail "no PostgreSQL whose programs can be run here"
start_postgres_cluster
printf '%s\n' "$TEST_POSTGRES"
while read -r order; do
    case $order in
        stop) control_postgres stop --mode=immediate ;;
        start) control_postgres start ;;
        *) fail "neither stop nor start: $order" ;;
    esac
    printf 'done\n'
done
