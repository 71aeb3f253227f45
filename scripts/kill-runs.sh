#!/usr/bin/env bash
# Kills nodes with kill -9 at random moments while people call, and prints what became of their messages; then half as many rounds of
# 100 calls at once on a quota of 10: scripts/kill-runs.sh [kills]
# The default, 2,000, takes hours on two processors. The same code runs with 50 kills in the tests; here the program is compiled ahead of
# time, so that a node starts in a fraction of the time.
#
#   FAULT_SEED     repeats the choices of an earlier run
#   TEST_POSTGRES  as in test.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export PATH=$PATH:/usr/sbin:/sbin
source scripts/lib/packages.sh
source scripts/lib/postgres.sh

kills=${1:-2000}
[[ $kills =~ ^[1-9][0-9]*$ ]] || fail "usage: scripts/kill-runs.sh [kills]"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1 MSBUILDTERMINALLOGGER=off

work=$(mktemp -d)
finish() {
    stop_postgres
    rm -rf "$work"
}
trap finish EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# All that is built goes to a folder of its own, the lock file of this kind of build included.
dotnet publish src/Web --configuration Release --use-current-runtime --no-self-contained -p:PublishReadyToRun=true \
    -p:NuGetLockFilePath=obj/ahead-of-time.lock.json --artifacts-path "$work/build" --output "$work/program" --verbosity quiet
dotnet build tests/Fault.Tests --configuration Release --verbosity quiet
start_postgres

export TEST_PROGRAM=$work/program/MaskedVoicemail.Web.dll FAULT_FIGURES=$work/figures
export FAULT_KILLS=$kills FAULT_KILLS_SQLITE=$(((kills + 19) / 20)) FAULT_ROUNDS=$(((kills + 1) / 2))
outcome=0
dotnet tests/Fault.Tests/bin/Release/net10.0/MaskedVoicemail.Fault.Tests.dll -diagnostics -noColor \
    -method 'MaskedVoicemail.Fault.Tests.KillingNodesTests.*' -method '*_on_a_quota_of_ten_*' || outcome=$?
printf '\n'
cat "$work/figures"
exit "$outcome"
