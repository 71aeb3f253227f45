#!/usr/bin/env bash
# Adds a migration for both databases: scripts/add-migration.sh NAME
# With --check instead of a name: fails if the model has changed since the last migration of either database.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if [[ $# -ne 1 || -z $1 ]]; then
    echo "usage: scripts/add-migration.sh NAME | --check" >&2
    exit 2
fi
if [[ $1 != --check && ! $1 =~ ^[A-Z][A-Za-z0-9]*$ ]]; then
    echo "add-migration: the name must be a C# identifier in PascalCase, for example AddBlockedCallers" >&2
    exit 2
fi

ef() {
    dotnet ef "$@" --no-build --project src/Infrastructure --startup-project tools/Migrations
}

dotnet tool restore >/dev/null
dotnet build tools/Migrations --nologo -v quiet

for provider in Sqlite:SqliteAppDbContext PostgreSql:PostgresAppDbContext; do
    folder=${provider%%:*}
    context=${provider#*:}
    echo "$context:"
    if [[ $1 == --check ]]; then
        ef migrations has-pending-model-changes --context "$context"
    else
        # The namespace follows from the folder. Naming it too would put the first snapshot into a folder of its own.
        ef migrations add "$1" --context "$context" --output-dir "Persistence/Migrations/$folder"
    fi
done
