#!/usr/bin/env bash
# Stops the whole job at random moments, runs it again, and compares every result byte for byte with an uninterrupted run.
#   bench/kill_anywhere.sh SHOOT [TIMES [SEED]]
# SHOOT holds song.wav and footage/. TIMES (default 12) kills with SIGKILL, then half as many Ctrl-C, each on a fresh BACKBEAT_HOME. After Ctrl-C nothing half
# made may lie in the results and no FFmpeg may run on. Ends with 0 when all came out right.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
backbeat=$here/../backbeat
shoot=${1:?which shoot? It must hold song.wav and footage/}
times=${2:-12}
RANDOM=${3:-1}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export BACKBEAT_HOME=$work/home
failures=0

"$backbeat" doctor >/dev/null # builds first, so that a kill never meets the build

# In the background of a script SIGINT is ignored, and what a shell found ignored it cannot give back to its children; env can.
job() { env --default-signal=INT "$backbeat" cut --song "$shoot/song.wav" --footage "$shoot/footage" --out "$work/out"; }

afresh() {
    rm -rf "$work/out" "$BACKBEAT_HOME/vault"
}

results() { # name and content of everything in the results, hidden files too
    (cd "$1" && find . -type f -print0 | sort -z | xargs -0 -r sha256sum)
}

now_ms() { date +%s%3N; }

# A process group of its own, as a terminal gives it: SIGINT reaches FFmpeg too.
set -m
interrupt() { # interrupt SIGNAL MILLISECONDS: leaves the exit status in $status
    job >"$work/first.log" 2>&1 &
    local pid=$!
    sleep "$(awk "BEGIN{print $2 / 1000}")"
    case $1 in
        KILL) kill -KILL "$(pgrep -g "$pid" -x java | head -n 1)" 2>/dev/null || kill -KILL "$pid" 2>/dev/null || true ;;
        INT) kill -INT -- -"$pid" 2>/dev/null || true ;;
    esac
    status=0
    wait "$pid" 2>/dev/null || status=$?
}

wrong() {
    printf '      WRONG: %s\n' "$*"
    failures=$((failures + 1))
}

check_stopped() { # after Ctrl-C
    local left
    left=$(find "$work/out" -name '.*' -type f 2>/dev/null || true)
    [ -z "$left" ] || wrong "left half made: $left"
    left=$(find "$BACKBEAT_HOME/vault/scratch" -type f 2>/dev/null || true)
    [ -z "$left" ] || wrong "left in scratch: $left"
    left=$(pgrep -f "$BACKBEAT_HOME/ffmpeg/" || true)
    [ -z "$left" ] || wrong "FFmpeg runs on: $left"
    [ "$status" -eq 130 ] || [ "$status" -eq 0 ] || wrong "exit status $status: $(tail -n 1 "$work/first.log")"
}

afresh
began=$(now_ms)
job >"$work/whole.log" 2>&1 || { cat "$work/whole.log" >&2; exit 1; }
length=$(($(now_ms) - began))
results "$work/out" >"$work/wanted"
printf 'uninterrupted: %d files in %d ms\n' "$(wc -l <"$work/wanted")" "$length"

round() { # round SIGNAL
    local at=$(((RANDOM * 32768 + RANDOM) % (length * 9 / 10))) had
    afresh
    interrupt "$1" "$at"
    [ "$1" = KILL ] || check_stopped
    mkdir -p "$work/out" # the kill may have come before it was made
    had=$(find "$work/out" -type f | wc -l)
    job >"$work/again.log" 2>&1 || wrong "the second run failed: $(tail -n 1 "$work/again.log")"
    results "$work/out" >"$work/got"
    if cmp -s "$work/wanted" "$work/got"; then
        printf 'same   SIG%-4s after %6d ms (status %3d, %2d files were there)\n' "$1" "$at" "$status" "$had"
    else
        printf 'DIFFER SIG%-4s after %6d ms (status %3d, %2d files were there)\n' "$1" "$at" "$status" "$had"
        diff "$work/wanted" "$work/got" | sed 's/^/      /' || true
        failures=$((failures + 1))
    fi
}

for _ in $(seq "$times"); do round KILL; done
for _ in $(seq $(((times + 1) / 2))); do round INT; done
[ "$failures" -eq 0 ] && echo "All came out the same." || { echo "$failures wrong."; exit 1; }
