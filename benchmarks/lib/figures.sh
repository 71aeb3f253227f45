# shellcheck shell=bash
# To be sourced: measurements in turns, their medians, and the goals.

# The columns of a measurement; the first is its name.
declare -A column=([taken]=2 [rate]=2 [median]=3 [slowest]=4 [server]=5 [database]=6 [memory]=7)

# Each run has calls of its own; a report on recordings belongs to the calls of the run before.
run=$((RANDOM * 32768 + RANDOM))

# load NAME SERVER KIND ...: one measurement of a server, "service:numbers" for example, as one line. The variables seconds, requests and numbers
# change what it is otherwise: as long as asked for, with all the numbers of the database. What the generator takes of the machine is taken from what it
# measures: it goes on with an answer on the thread that received it.
load() {
    local name=$1 server_name=$2 kind=$3 figures
    shift 3
    [[ $kind == recording ]] || run=$((run + 1))
    figures=$(DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS=1 dotnet "$programs/load/MaskedVoicemail.Load.dll" measure "$kind" \
        --server "${address[$server_name]}" --process "${process[$server_name]}" \
        --postgres "$(head -1 "$postgres_directory/data/postmaster.pid")" --public-url "$public" --token "$token" \
        --seconds "${seconds:-$time}" --requests "${requests:-$((${seconds:-$time} * 15000))}" --numbers "${numbers:-$(numbers_in "${server_name#*:}")}" \
        --run "$run" "$@")
    printf '%s %s\n' "$name" "$figures"
}

# in_turns FILE COMMAND ...: each prints its measurement, one after the other, so that whatever else the machine does meets all of them alike.
in_turns() {
    local file=$1 round command
    shift
    warm_up "$@"
    : >"$file"
    for ((round = 0; round < rounds; round++)); do
        for command in "$@"; do
            "$command" >"$work/last"
            tee -a "$file" <"$work/last"
        done
    done
}

# warm_up COMMAND ...: each until a request has cost no less processor time six times. A program that has just started compiles for as long as it meets code
# that it has not run often, and a page of the portal runs much of it. A rate says less: it rises and falls with what else the machine does.
warm_up() {
    local command least now patience
    for command in "$@"; do
        least=0 patience=6
        for _ in {1..25}; do
            "$command" >"$work/last"
            now=$(cut -d ' ' -f "${column[server]}" "$work/last")
            # What starts anew for each measurement stays cold, and tells how long it took and nothing else.
            [[ -n $now ]] || break
            if ((least == 0 || now * 20 < least * 19)); then
                least=$now patience=6
            elif ((--patience == 0)); then
                break
            fi
        done
    done
}

# figure FILE NAME COLUMN: the median of the rounds. best FILE NAME COLUMN: their least.
figure() {
    figures_of "$@" | awk '{ values[NR] = $1 } END { print values[int((NR + 1) / 2)] }'
}

best() {
    figures_of "$@" | head -1
}

figures_of() {
    awk -v name="$2" -v column="${column[$3]}" '$1 == name { print $column }' "$1" | sort --general-numeric-sort
}

# calculate EXPRESSION: with two digits.
calculate() {
    awk "BEGIN { printf \"%.2f\", $1 }"
}

# compare TITLE FILE: the service beside the yardstick.
compare() {
    printf '\n%s\n%-24s %12s %12s %8s\n' "$1" '' service yardstick ratio
    compare_line 'a second' "$(figure "$2" service rate)" "$(figure "$2" reference rate)"
    compare_line 'median ms' "$(figure "$2" service median)" "$(figure "$2" reference median)"
    compare_line '99 % ms' "$(figure "$2" service slowest)" "$(figure "$2" reference slowest)"
    compare_line '99 % ms, best round' "$(best "$2" service slowest)" "$(best "$2" reference slowest)"
    compare_line 'server microseconds' "$(figure "$2" service server)" "$(figure "$2" reference server)"
    compare_line 'PostgreSQL microseconds' "$(figure "$2" service database)" "$(figure "$2" reference database)"
    compare_line 'both microseconds' "$(spent "$2" service)" "$(spent "$2" reference)"
    compare_line 'peak MiB' "$(figure "$2" service memory)" "$(figure "$2" reference memory)"
    printf '\n'
}

compare_line() {
    printf '%-24s %12s %12s %8s\n' "$1" "$2" "$3" "$(calculate "$3 ? $2 / $3 : 0")"
}

# Processor time of server and PostgreSQL together.
spent() {
    calculate "$(figure "$1" "$2" server) + $(figure "$1" "$2" database)"
}

# ratio FILE COLUMN [OVER UNDER]: of two names' medians; the service's to the yardstick's.
ratio() {
    calculate "$(figure "$1" "${3:-service}" "$2") / $(figure "$1" "${4:-reference}" "$2")"
}

goals=()

# goal WHAT MEASURED RELATION LIMIT
goal() {
    goals+=("$(printf '%s\t%s\t%s\t%s' "$@")")
}

print_goals() {
    printf '\n%-80s %10s %12s\n' '' measured goal
    printf '%s\n' "${goals[@]}" | awk -F '\t' '{
        met = $3 == ">=" ? $2 + 0 >= $4 + 0 : $2 + 0 <= $4 + 0
        printf "%-80s %10s %12s  %s\n", $1, $2, $3 " " $4, met ? "met" : "missed"
    }'
}
