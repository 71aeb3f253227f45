#!/usr/bin/env bash
# Runs every test, after installing what the tests need where it is missing: ./test.sh [arguments of dotnet test]
#
#   -p:OfficialSdks=true  builds and tests the adapters that use the packages of Twilio, SendGrid and Hangfire
#
#   TEST_POSTGRES  Npgsql connection string of a server on which databases may be created (default: a throw-away server)
#   CHROMIUM_PATH  the browser of the browser tests (default: the installed Chromium, or one is installed)
#   CADDY_PATH     the proxy of the tests of docker-compose.yml (default: the installed Caddy, or one is fetched)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
# Where su keeps the caller's PATH, root lacks the folders that runuser and the installation of packages need.
export PATH=$PATH:/usr/sbin:/sbin
source scripts/lib/packages.sh
source scripts/lib/postgres.sh
source scripts/lib/chromium.sh
source scripts/lib/caddy.sh

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# No build node outlives this script holding the caller's pipe open, and the output looks alike on a terminal and in a log.
export MSBUILDDISABLENODEREUSE=1 MSBUILDTERMINALLOGGER=off

command -v dotnet >/dev/null || fail "the .NET SDK is missing: https://dotnet.microsoft.com/download"
command -v npm >/dev/null || fail "Node.js with npm is missing: https://nodejs.org"

trap stop_postgres EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# The configuration is Debug, so that a developer's build is used again.
properties=()
for argument in "$@"; do
    [[ $argument != -p:* ]] || properties+=("$argument")
done
dotnet build --nologo --verbosity quiet "${properties[@]}"
find_chromium
find_caddy
start_postgres

# One test project after the other: they share the processors and the database server.
dotnet test --no-build --nologo -maxcpucount:1 "$@"
