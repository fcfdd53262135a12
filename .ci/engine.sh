#!/usr/bin/env bash
# Runs the tests that need a container engine (*EngineIT) with a real one: the one that answers, or else one of its own
# with a private socket and private data, which goes with it. No registry is needed: the base image is a Debian with
# Python, made from the package archive that this computer uses.
#
#   .ci/engine.sh              runs the tests
#   .ci/engine.sh COMMAND...   runs a command instead, with DOCKER_HOST set
#   .ci/engine.sh --install    installs what it needs, and no more
set -euo pipefail
cd "$(dirname "$0")/.."

if [ "$(id -u)" != 0 ]; then
  echo "The tests with an engine start one of their own, for which they must be root." >&2
  exit 1
fi

missing=()
command -v dockerd >/dev/null 2>&1 || missing+=(docker.io)
command -v docker >/dev/null 2>&1 || missing+=(docker.io)
command -v mmdebstrap >/dev/null 2>&1 || missing+=(mmdebstrap)
if [ ${#missing[@]} -gt 0 ]; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  # What the package starts by itself is not needed.
  service docker stop >/dev/null 2>&1 || true
fi
[ "${1:-}" != --install ] || exit 0

work=$(mktemp -d /tmp/specimen-engine.XXXXXX)
engine=
finish() {
  if [ -n "$engine" ]; then
    kill "$engine" 2>/dev/null || true
    wait "$engine" 2>/dev/null || true
  fi
  # An engine that ends may leave what it mounted (the network of the computer, as a file): in the way of removing.
  local mounted
  while read -r mounted; do
    umount -l "$mounted" 2>/dev/null || true
  done < <(awk -v below="$work/" 'index($5, below) == 1 { print $5 }' /proc/self/mountinfo | sort -r)
  # What the tests said counts, and not what could not be cleared away.
  rm -rf --one-file-system "$work" || echo "Left behind: $work" >&2
}
trap finish EXIT

start() { # starts an engine whose state is below $work
  dockerd --data-root "$work/data" --exec-root "$work/exec" --pidfile "$work/pid" \
    -H "unix://$work/docker.sock" >"$work/log" 2>&1 &
  engine=$!
  export DOCKER_HOST="unix://$work/docker.sock"
  local attempt
  for attempt in $(seq 1 120); do
    docker info >/dev/null 2>&1 && return 0
    kill -0 "$engine" 2>/dev/null || break
    read -r -t 0.5 <> <(:) || true
  done
  echo "The engine did not start (attempt $attempt):" >&2
  tail -20 "$work/log" >&2
  return 1
}

if [ -z "${DOCKER_HOST:-}" ]; then
  if docker info >/dev/null 2>&1; then
    export DOCKER_HOST=unix:///var/run/docker.sock
  else
    start
  fi
fi

# The base image: what official images of Python have and these tests need. Tests give it the names that Dockerfiles ask
# for.
base=specimen-test/python:3.11
if ! docker image inspect "$base" >/dev/null 2>&1; then
  # shellcheck disable=SC2016 # apt-get puts the fields in
  apt-get indextargets --format '$(ORIGIN)|deb $(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
    sed -n 's/^Debian|//p' | sort -u >"$work/sources.list"
  # shellcheck source=/dev/null
  suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
  # shellcheck disable=SC2016 # mmdebstrap sets $1
  mmdebstrap --quiet --variant=apt --include=python3,python3-venv,python3-pip \
    --customize-hook='ln -s python3 "$1/usr/bin/python"' \
    --customize-hook='rm -rf "$1"/usr/lib/python3*/EXTERNALLY-MANAGED "$1"/usr/share/doc/* "$1"/usr/share/man/*' \
    --customize-hook='rm -rf "$1"/var/lib/apt/lists/*' \
    "$suite" "$work/root.tar" - <"$work/sources.list"
  docker import "$work/root.tar" "$base" >/dev/null
  rm "$work/root.tar"
fi

if [ $# -gt 0 ]; then
  "$@"
else
  # With what was built before, by mvn verify.
  mvn -B -ntp -P engine -Dspecimen.engine="$DOCKER_HOST" failsafe:integration-test failsafe:verify
fi
