#!/usr/bin/env bash
# Adds one migration to both databases:  src/add-migration.sh AddSurveys
# It writes src/ParIndex.Application/Data/Migrations/{Sqlite,Postgres}; read both before you commit them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

name="${1:-}"
if [[ ! "$name" =~ ^[A-Z][A-Za-z0-9]+$ || $# -ne 1 ]]; then
  echo "Usage: src/add-migration.sh NameInPascalCase" >&2
  exit 2
fi

dotnet tool restore >/dev/null
dotnet build src/ParIndex.Web --nologo -v quiet -clp:ErrorsOnly

for database in Sqlite Postgres; do
  dotnet ef migrations add "$name" --no-build \
    --project src/ParIndex.Application --startup-project src/ParIndex.Web \
    --context "${database}ParIndexDb" \
    --namespace "ParIndex.Application.Data.Migrations.$database" \
    --output-dir "Data/Migrations/$database"
done

git status --short -- src/ParIndex.Application/Data/Migrations
