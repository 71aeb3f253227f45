#!/usr/bin/env bash
# Prints the tables of docs/scaling.md anew. A table stands below the line that names its command: Printed by `...`
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
dotnet build benchmarks/Scaling --configuration Release --verbosity quiet --nologo

document=docs/scaling.md
trap 'rm -f "$document.new"' EXIT
awk '
    /^Printed by `/ {
        if (is_old && !has_table) print ""
        print $0 "\n"
        fflush()
        split($0, parts, "`")
        sub(/ -- /, " --no-build -- ", parts[2])
        if (system(parts[2]) != 0) exit 1
        is_old = 1
        has_table = 0
        next
    }
    is_old && /^\|/ { has_table = 1; next }
    is_old && /^$/ && !has_table { next }
    is_old { is_old = 0; if (!has_table) print "" }
    { print }
' "$document" >"$document.new"
mv "$document.new" "$document"
