#!/usr/bin/env bash
# The tests that run short in CI, whole: fifty people with two hundred edits each, an upgrade killed before every statement,
# every byte of a release's ZIP, and on PostgreSQL every refusal in every state and every field by itself. Takes about a quarter of an hour; says last how
# it went, as tests/run.sh does.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
PARINDEX_TEST_LONG=true exec tests/run.sh --filter "FullyQualifiedName~ManyHandsTests|FullyQualifiedName~SqliteUpgradeTests|FullyQualifiedName~PostMatrixOnPostgresTests|FullyQualifiedName~Hostile|FullyQualifiedName~BundleTests" "$@"
