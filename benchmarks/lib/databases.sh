# shellcheck shell=bash
# To be sourced: databases of load-test data, each made when a section first asks for it.

declare -A contents=(
    [sqlite]='--numbers 10000'
    [numbers]='--numbers 10000'
    [million]='--numbers 1000000'
    [messages]='--numbers 10000 --forwarding-off'
    [mailbox_1000]='--numbers 5000 --forwarding-off --voicemails 1000'
    [mailbox_100000]='--numbers 5000 --forwarding-off --voicemails 100000'
)
declare -A made=()

run_sql() {
    "$postgres_binaries/psql" --no-psqlrc --quiet --tuples-only --no-align --set=ON_ERROR_STOP=1 \
        --host="$postgres_directory" --username=postgres "$@"
}

connection_to() {
    printf 'Host=%s;Username=postgres;Database=%s' "$postgres_directory" "$1"
}

# How many numbers a database holds: calls are spread over all of them.
numbers_in() {
    [[ ${contents[$1]} =~ --numbers\ ([0-9]+) ]]
    printf '%s' "${BASH_REMATCH[1]}"
}

need_database() {
    local name=$1
    [[ -z ${made[$name]:-} ]] || return 0
    if [[ -z ${made[empty]:-} ]]; then
        run_sql --dbname=postgres --command='CREATE DATABASE empty'
        service_on empty migrate >"$work/migrate.log"
        made[empty]=1
    fi
    run_sql --dbname=postgres --command="CREATE DATABASE $name TEMPLATE empty"
    # shellcheck disable=SC2086 # Several arguments.
    service_on "$name" seed ${contents[$name]}
    if [[ $name == mailbox_* ]]; then
        run_sql --dbname="$name" --file=benchmarks/lib/mailboxes.sql
    fi
    made[$name]=1
    settle "$name"
}

# need_calls DATABASE: those that its service has answered before. Without any, PostgreSQL plans for empty tables.
need_calls() {
    local answer='<Dial'
    [[ $1 != mailbox_* && -z ${made[calls in $1]:-} ]] || return 0
    [[ ${contents[$1]} != *--forwarding-off* ]] || answer='<Record'
    seconds=600 requests=20000 load calls "service:$1" voice --contains "$answer" >"$work/last"
    made[calls in $1]=1
    settle "$1"
}

# What writing so much has left to do is done before the measurement, not during it; and the plans know the tables as they are.
settle() {
    run_sql --dbname="$1" --command='VACUUM ANALYZE' --command='CHECKPOINT'
}
