#!/usr/bin/env bash
# The tests that run short in CI, whole: fifty people with two hundred edits each, and an upgrade killed before every
# statement. Takes about ten minutes; says last how it went, as tests/run.sh does.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
PARINDEX_TEST_LONG=true exec tests/run.sh --filter "FullyQualifiedName~ManyHandsTests|FullyQualifiedName~SqliteUpgradeTests" "$@"
