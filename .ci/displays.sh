#!/usr/bin/env bash
# displays.sh COMMAND...: runs a command with three displays in memory, for three runs of windows side by side: on one
# display the windows would take the keyboard from each other. DISPLAYS is what the names of all begin with, as in :9
# for :91, :92 and :93.
set -euo pipefail

free() { [ ! -e "/tmp/.X$1-lock" ] && [ ! -e "/tmp/.X11-unix/X$1" ]; }
prefix=9
until free "${prefix}1" && free "${prefix}2" && free "${prefix}3"; do prefix=$((prefix + 1)); done

servers=()
trap 'kill "${servers[@]}" 2>/dev/null || true' EXIT
for number in 1 2 3; do
  # On a loaded machine a key stays down for long: -r keeps the display from repeating it.
  Xvfb ":$prefix$number" -screen 0 1920x1200x24 -r -nolisten tcp >/dev/null 2>&1 &
  servers+=($!)
done
for number in 1 2 3; do
  until [ -S "/tmp/.X11-unix/X$prefix$number" ]; do
    kill -0 "${servers[$((number - 1))]}" || { echo "The display :$prefix$number did not start." >&2; exit 1; }
    sleep 0.1
  done
done
DISPLAYS=":$prefix" "$@"
