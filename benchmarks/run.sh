#!/usr/bin/env bash
# Measures the service beside a bare server that does the least such a program can do (benchmarks/Reference), in turns, and prints medians,
# ratios, and at the end each goal with what was measured: benchmarks/run.sh [-r ROUNDS] [SECTION ...]
# Without a section, all of them: voice steady recording inbox audio growth start sqlite
#
#   TIME      how many seconds one measurement takes (default 6)
#   PROGRAMS  a folder for the programs, which are built only if it is empty; without it they are built each time
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export PATH=$PATH:/usr/sbin:/sbin
source scripts/lib/packages.sh
source scripts/lib/postgres.sh
source scripts/lib/publish.sh
source benchmarks/lib/databases.sh
source benchmarks/lib/servers.sh
source benchmarks/lib/figures.sh
for section in benchmarks/sections/*.sh; do
    # shellcheck source=/dev/null
    source "$section"
done

all=(voice steady recording inbox audio growth start sqlite)
usage="usage: benchmarks/run.sh [-r ROUNDS] [${all[*]}]"
rounds=5 time=${TIME:-6}
while getopts r: option; do
    case $option in
        r) rounds=$OPTARG ;;
        *) fail "$usage" ;;
    esac
done
shift $((OPTIND - 1))
[[ $rounds =~ ^[1-9][0-9]*$ && $time =~ ^[1-9][0-9]*$ ]] || fail "$usage"
for section in "$@"; do
    [[ " ${all[*]} " == *" $section "* ]] || fail "$usage"
done

work=$(mktemp -d)
finish() {
    stop_servers
    stop_postgres
    rm -rf "$work"
}
trap finish EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

programs=${PROGRAMS:-$work/programs}
if [[ ! -d $programs/load ]]; then
    publish_with_runtime src/Web "$programs/service" "$work/build"
    publish benchmarks/Reference "$programs/reference" "$work/build"
    publish benchmarks/Load "$programs/load" "$work/build"
fi

# A server of its own with the default durability: what another one does beside would be measured, too.
unset TEST_POSTGRES
find_postgres || { install_package postgresql && find_postgres; } || fail "no PostgreSQL whose programs can be run here"
durable_postgres=1 start_postgres_cluster

for section in "${@:-${all[@]}}"; do
    "measure_$section"
    stop_servers
done
print_goals
