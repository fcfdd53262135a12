#!/usr/bin/env bash
# The line as a person walks it, with the packaged application: each sample for each stack is unpacked, written, written
# again, checked with real tools, and undone.
set -euo pipefail
cd "$(dirname "$0")/.."
specimen=$PWD/target/specimen/bin/specimen
work=$(mktemp -d)
lint=$PWD/target/lint
npm install --silent --no-audit --no-fund --prefix "$lint" dockerfilelint@1.8.0
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

check() { # check WHAT COMMAND...
  local what=$1
  shift
  if "$@" >"$work/output" 2>&1; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED: $what"
    sed 's/^/    /' "$work/output"
  fi
}

# Everything in a folder but Specimen's own state, with digests.
state() {
  (cd "$1" && find . -path ./.specimen -prune -o -type f -print0 | sort -z | xargs -0 sha256sum)
}

same() { diff "$1" "$2"; }

has_files() {
  local folder=$1
  shift
  local file
  for file in "$@"; do
    [ -e "$folder/$file" ] || [ -e "$folder/$file.specimen" ] || { echo "no $file"; return 1; }
  done
}

lints() { # the linter reports, and its exit status is the number of issues
  "$lint/node_modules/.bin/dockerfilelint" "$1"
}

status_is() {
  local expected=$1
  shift
  local status=0
  "$@" || status=$?
  [ "$status" = "$expected" ] || { echo "status $status, not $expected"; return 1; }
}

declare -A files=(
  [venv]="requirements.in requirements.txt .python-version"
  [conda]="environment.yml"
  [docker]="requirements.in requirements.txt Dockerfile .dockerignore"
  [docker-conda]="environment.yml Dockerfile .dockerignore"
)

for sample in data-analysis map-analysis gpu-deep-learning text-analysis; do
  for stack in venv conda docker docker-conda; do
    name="$sample, $stack"
    project="$work/$sample $stack"
    check "$name: unpack" "$specimen" sample "$sample" "$project"
    state "$project" >"$work/before"
    check "$name: scan" "$specimen" scan "$project"
    "$specimen" scan "$project" --json >"$work/scan.json"
    check "$name: scan as JSON" python3 -m json.tool "$work/scan.json"
    "$specimen" advise "$project" --json >"$work/advice.json"
    check "$name: advice as JSON" python3 -m json.tool "$work/advice.json"
    check "$name: write" "$specimen" write "$project" --offline --stack "$stack"
    # shellcheck disable=SC2086
    check "$name: its files are there" has_files "$project" specimen.yml ENVIRONMENT.md ${files[$stack]}
    check "$name: real tools take its files" python3 .ci/accepted.py "$project"
    for dockerfile in "$project"/Dockerfile*; do
      [ -e "$dockerfile" ] || continue
      check "$name: a linter takes the Dockerfile" lints "$dockerfile"
    done
    state "$project" >"$work/first"
    check "$name: write again" "$specimen" write "$project" --offline
    state "$project" >"$work/second"
    check "$name: writing twice changes nothing" same "$work/first" "$work/second"
    check "$name: undo" "$specimen" undo "$project"
    state "$project" >"$work/after"
    check "$name: undone" same "$work/before" "$work/after"
  done
done

check "no folder" status_is 2 "$specimen" scan "$work/nowhere"
check "wrong usage" status_is 2 "$specimen" wirte
mkdir "$work/misspelt"
echo "scikit-lern" >"$work/misspelt/requirements.txt"
check "a package that does not exist" status_is 1 "$specimen" write "$work/misspelt"

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
