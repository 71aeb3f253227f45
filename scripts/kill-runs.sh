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
source scripts/lib/publish.sh

kills=${1:-2000}
[[ $kills =~ ^[1-9][0-9]*$ ]] || fail "usage: scripts/kill-runs.sh [kills]"

work=$(mktemp -d)
finish() {
    stop_postgres
    rm -rf "$work"
}
trap finish EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

publish src/Web "$work/program" "$work/build"
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
