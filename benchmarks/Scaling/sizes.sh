#!/usr/bin/env bash
# Measures what calls and messages take in tables, indexes and PostgreSQL's log: benchmarks/Scaling/sizes.sh [calls]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export PATH=$PATH:/usr/sbin:/sbin
source scripts/lib/packages.sh
source scripts/lib/postgres.sh

calls=${1:-200000}
work=$(mktemp -d)
finish() {
    stop_postgres
    rm -rf "$work"
}
trap finish EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

durable_postgres=1 start_postgres
export Database__Provider=PostgreSql ConnectionStrings__Default="$TEST_POSTGRES" PublicBaseUrl=https://voicemail.example.com Recordings__Path=$work
export Twilio__AccountSid=AC00000000000000000000000000000000 Twilio__AuthToken=none SendGrid__ApiKey=none Email__From=voicemail@example.com
export ASPNETCORE_ENVIRONMENT=Production Seed__Allowed=true DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
dotnet build src/Web --verbosity quiet --nologo
for command in migrate "seed --numbers 100000"; do
    dotnet run --project src/Web --no-build --no-launch-profile -- $command >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
done
psql --no-psqlrc --host="$postgres_directory" --username=postgres --set=ON_ERROR_STOP=1 --set=calls="$calls" --set=batch=32 --file=benchmarks/Scaling/sizes.sql
