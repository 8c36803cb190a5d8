#!/usr/bin/env bash
# Runs every test: installs what they need when it may, builds once, and says last how it went
# ("N passed, N failed, N skipped", counted from the results files). Works from any folder.
#
#   tests/run.sh                                    everything
#   tests/run.sh --filter FullyQualifiedName~Ratio  any argument of `dotnet test`
#   tests/run.sh --quick                            what a change is likely to break: rules, data on SQLite, pages
#
# What runs short here runs whole in tests/long.sh.
#
# CI=true                       what is absent is a failure, not a skip
# PARINDEX_TEST_POSTGRES=…      a server that may create databases, instead of a temporary one
# PARINDEX_TEST_WITHOUT=…       pretend that postgres, chromium or python are absent; installs none of them
set -uo pipefail
exec </dev/null
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en
# Short-lived processes compile much and are attacked by nobody.
export DOTNET_EnableWriteXorExecute=0 DOTNET_TieredPGO=0

quick=false
if [[ "${1:-}" == --quick ]]; then
  quick=true
  shift
  export CI=false PARINDEX_TEST_WITHOUT=postgres,chromium
fi

say() { printf '%s\n' "$*"; }
without() { [[ " ${PARINDEX_TEST_WITHOUT:-} " == *[\ ,]"$1"[\ ,]* ]]; }
in_ci() { [[ "${CI:-}" == true ]]; }

# What is left out of a project when there is little time; nothing for a project that is left out whole.
quick_filter() {
  case "$1" in
    ParIndex.Domain.Tests) echo "FullyQualifiedName~Domain" ;;
    ParIndex.Application.Tests) echo "FullyQualifiedName!~ManyHandsTests&FullyQualifiedName!~SqliteUpgradeTests&FullyQualifiedName!~Demo" ;;
    ParIndex.Web.Tests) echo "FullyQualifiedName~Web.Tests.Pages" ;;
  esac
}

has_postgres() {
  [[ -n "${PARINDEX_TEST_POSTGRES:-}" ]] || command -v initdb >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null
}

has_chromium() {
  command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null
}

has_python() { command -v python3 >/dev/null; }

has_package() { dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; }

install_what_is_missing() {
  command -v apt-get >/dev/null || return 0
  local packages=() font as_root=()
  without postgres || has_postgres || packages+=(postgresql)
  command -v openssl >/dev/null || packages+=(openssl)
  without python || has_python || packages+=(python3)
  if ! without chromium; then
    has_chromium || packages+=(chromium)
    for font in fonts-dejavu-core fonts-noto-core; do has_package "$font" || packages+=("$font"); done
  fi
  (( ${#packages[@]} )) || return 0
  if (( EUID != 0 )); then
    if ! sudo -n true 2>/dev/null; then
      say "Not installed (needs root): ${packages[*]}"
      return 0
    fi
    as_root=(sudo -n)
  fi
  say "Installing ${packages[*]}"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null ||
    say "apt-get could not install: ${packages[*]}"
}

say_what_is_absent() {
  local absent=()
  { without postgres || ! has_postgres; } && absent+=(PostgreSQL)
  { without chromium || ! has_chromium; } && absent+=(Chromium)
  { without python || ! has_python; } && absent+=(Python)
  (( ${#absent[@]} )) || return 0
  in_ci && say "Absent, and this is CI, so their tests fail: ${absent[*]}" || say "Absent, so their tests are skipped: ${absent[*]}"
}

# One line per result: outcome, test, first lines of its message, with tabs between.
read_results() {
  awk '
    function plain(text) {
      gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text); gsub(/&quot;/, "\"", text); gsub(/&apos;/, "\047", text)
      gsub(/&#xD;/, "", text); gsub(/&#xA;|&#x9;|[\r\n\t]/, " ", text); gsub(/&amp;/, "\\&", text)
      return text
    }
    function attribute(element, name,   found) {
      if (!match(element, " " name "=\"[^\"]*\"")) return ""
      found = substr(element, RSTART, RLENGTH); sub(/^[^"]*"/, "", found); sub(/"$/, "", found)
      return plain(found)
    }
    BEGIN { RS = "<UnitTestResult"; OFS = "\t" }
    NR > 1 {
      message = ""
      if (match($0, /<Message>[^<]*/)) message = substr($0, RSTART + 9, RLENGTH - 9)
      else if (match($0, /<StdOut>[^<]*/)) message = substr($0, RSTART + 8, RLENGTH - 8)
      print attribute($0, "outcome"), attribute($0, "testName"), substr(plain(message), 1, 600)
    }' "$1"
}

install_what_is_missing
say_what_is_absent

results="$(mktemp -d)"
trap 'rm -rf "$results"' EXIT
passed=0 failed=0 skipped=0

# A build that fails, a test process that dies, a project without a test and a results file that is not there
# each count as one failure.
if ! dotnet build ParIndex.sln --nologo -v quiet -clp:NoSummary; then
  say "FAILED  the build"
  say "0 passed, 1 failed, 0 skipped"
  exit 1
fi

# Databases of tests live for seconds: in memory, where there is room, no save waits for a disk.
if [[ -w /dev/shm ]] && (( $(df -Pk /dev/shm | awk 'NR == 2 { print $4 }') > 4000000 )); then
  export TMPDIR=/dev/shm
fi

# Runs a project, and leaves what it said and how it ended.
run() {
  local name="$1"
  shift
  dotnet test "tests/$name/$name.csproj" --no-build --nologo -v quiet --results-directory "$results" --logger "trx;LogFileName=$name.trx" \
    --blame-hang-timeout 10m --blame-hang-dump-type none "$@" >"$results/$name.said" 2>&1
  echo $? >"$results/$name.code"
}

# Counts what a project left. Its own filter, if there is one, may leave it without a test.
count() {
  local name="$1" code good absent broken
  say "── $name"
  cat "$results/$name.said"
  code=$(<"$results/$name.code")
  if [[ ! -f "$results/$name.trx" ]]; then
    failed=$((failed + 1))
    printf 'FAILED\t%s\tleft no results (exit code %s)\n' "$name" "$code" >>"$results/failures"
    return
  fi
  read_results "$results/$name.trx" >"$results/$name.tsv"
  good=$(grep -c $'^Passed\t' "$results/$name.tsv")
  absent=$(grep -c $'^NotExecuted\t' "$results/$name.tsv")
  broken=$(grep -vcE $'^(Passed|NotExecuted)\t' "$results/$name.tsv")
  grep -vE $'^(Passed|NotExecuted)\t' "$results/$name.tsv" >>"$results/failures"
  grep $'^NotExecuted\t' "$results/$name.tsv" >>"$results/skips"
  if (( code != 0 && broken == 0 )); then
    broken=1
    printf 'FAILED\t%s\tended with exit code %s; its last words are above\n' "$name" "$code" >>"$results/failures"
  elif (( good + absent + broken == 0 && filters == 0 )); then
    broken=1
    printf 'FAILED\t%s\tran no test\n' "$name" >>"$results/failures"
  fi
  passed=$((passed + good)) skipped=$((skipped + absent))
  failed=$((failed + broken))
}

# The browser waits half of its time, and so do the tests of pages: side by side they fill two cores. Never two browsers.
beside=ParIndex.Browser.Tests
filters=$#
$quick && filters=1
for project in tests/*.Tests/*.csproj; do
  name="$(basename "$project" .csproj)"
  chosen=("$@")
  if $quick; then
    [[ -n "$(quick_filter "$name")" ]] || continue
    chosen=(--filter "$(quick_filter "$name")" "$@")
  fi
  if [[ "$name" == "$beside" ]]; then
    run "$name" "${chosen[@]}" &
    continue
  fi
  run "$name" "${chosen[@]}"
  count "$name"
done
wait
[[ -f "$results/$beside.code" ]] && count "$beside"

say
[[ -s "$results/skips" ]] && awk -F '\t' '{ count[$3]++ } END { for (why in count) print "SKIPPED " count[why] " × " why }' "$results/skips"
[[ -s "$results/failures" ]] && awk -F '\t' '{ print "FAILED  " $2 "\n        " $3 }' "$results/failures"
(( passed + failed + skipped > 0 )) || say "FAILED  no test ran"
say "$passed passed, $failed failed, $skipped skipped"
(( failed == 0 && passed > 0 ))
