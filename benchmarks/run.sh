#!/usr/bin/env bash
# Measures the service beside the yardstick, in turns, and prints medians and ratios: benchmarks/run.sh [rounds]
#
#   NUMBERS   how many numbers are stored (default 10,000)
#   TIME  how long one measurement takes (default 6)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export PATH=$PATH:/usr/sbin:/sbin
source scripts/lib/packages.sh
source scripts/lib/postgres.sh

rounds=${1:-5} numbers=${NUMBERS:-10000} time=${TIME:-6}
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1 MSBUILDTERMINALLOGGER=off
public=https://voicemail.example.com token=benchmark-token

work=$(mktemp -d)
finish() {
    kill "${processes[@]}" 2>/dev/null || true
    stop_postgres
    rm -rf "$work"
}
processes=()
trap finish EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

publish() {
    dotnet publish "$1" --configuration Release --use-current-runtime --no-self-contained -p:PublishReadyToRun=true \
        -p:NuGetLockFilePath=obj/ahead-of-time.lock.json --artifacts-path "$work/build" --output "$work/$2" --verbosity quiet
}
publish src/Web service
publish benchmarks/Reference reference
publish benchmarks/Load load

durable_postgres=1 start_postgres
database="$TEST_POSTGRES"
export Database__Provider=PostgreSql ConnectionStrings__Default="$database" PublicBaseUrl=$public Recordings__Path=$work/recordings Seed__Allowed=true
export Twilio__AccountSid=AC00000000000000000000000000000000 Twilio__AuthToken=$token Twilio__ApiBaseUrl=http://127.0.0.1:9 SendGrid__ApiKey=none
export SendGrid__ApiBaseUrl=http://127.0.0.1:9 Email__From=voicemail@example.com ASPNETCORE_ENVIRONMENT=Production
service="dotnet $work/service/MaskedVoicemail.Web.dll"
$service migrate
$service seed --numbers "$numbers"

start() {
    local name=$1 url=$2
    shift 2
    "$@" >"$work/$name.log" 2>&1 &
    processes+=($!)
    until curl --silent --fail --output /dev/null "$url"; do
        kill -0 $! || { cat "$work/$name.log" >&2; fail "$name did not start"; }
        sleep 0.1
    done
}
ASPNETCORE_URLS=http://127.0.0.1:5201 start service http://127.0.0.1:5201/readyz $service
REFERENCE_URL=http://127.0.0.1:5202 REFERENCE_DATABASE=$database REFERENCE_PUBLIC_URL=$public REFERENCE_TOKEN=$token REFERENCE_AUDIO=/dev/null \
    start reference http://127.0.0.1:5202/ dotnet "$work/reference/MaskedVoicemail.Reference.dll"
postmaster=$(head -1 "$postgres_directory/data/postmaster.pid")

run=$((RANDOM * 32768 + RANDOM))
load() {
    local server=$1 port=$2 process=$3
    shift 3
    run=$((run + 1))
    printf '%s %s\n' "$server" "$(dotnet "$work/load/MaskedVoicemail.Load.dll" "$@" --server 127.0.0.1:$port --process "$process" --postgres "$postmaster" \
        --public-url $public --token $token --numbers "$numbers" --seconds "$time" --run $run)"
}

# Medians of the rounds, and the service's share of the yardstick's.
compare() {
    printf '\n%s\n' "$1"
    awk '
        { for (column = 2; column <= NF; column++) values[$1, column, ++count[$1, column]] = $column }
        function median(name, column,    size, i, j, swap) {
            size = count[name, column]
            for (i = 1; i <= size; i++) for (j = i + 1; j <= size; j++) if (values[name, column, j] < values[name, column, i]) {
                swap = values[name, column, i]; values[name, column, i] = values[name, column, j]; values[name, column, j] = swap
            }
            return values[name, column, int((size + 1) / 2)]
        }
        END {
            split("a second|median ms|99 % ms|server µs|PostgreSQL µs|peak MiB", titles, "|")
            printf "%-16s %12s %12s %8s\n", "", "service", "yardstick", "ratio"
            for (column = 2; column <= 7; column++) {
                service = median("service", column); reference = median("reference", column)
                printf "%-16s %12s %12s %8.2f\n", titles[column - 1], service, reference, service / reference
            }
        }' "$2"
}

for connections in 32 256; do
    : >"$work/voice"
    for ((round = 0; round <= rounds; round++)); do
        load service 5201 "${processes[0]}" voice --connections $connections >"$work/last"
        load reference 5202 "${processes[1]}" voice --connections $connections >>"$work/last"
        ((round == 0)) || cat "$work/last" | tee -a "$work/voice"
    done
    compare "Voice webhook, $connections connections" "$work/voice"
done
