#!/usr/bin/env bash
# How well and at which cost `backbeat sync` places the clips of measuring sets.
#   bench/sync_set.sh SCORER SET...     SCORER: score.py of the sync bench; SET: a folder made by its make_set.py (song1, song2 ...)
# Prints, for each set, the scorer's table and the CPU seconds of all runs with their share of the footage's length. Results are kept in a
# folder of their own, so that every run is a first one.
set -euo pipefail
backbeat="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/backbeat"
scorer="${1:?the scorer}"
shift
"$backbeat" --help >/dev/null # builds it when it is not built, which is no part of the cost
for set in "$@"; do
    scratch="$(mktemp -d)"
    pairs=()
    start="$(awk '{print $16 + $17}' "/proc/$$/stat")"
    for song in "$set"/song*/; do
        song="${song%/}"
        name="$(basename "$song")"
        file="$(find "$song" -maxdepth 1 -name 'song.*' | head -n 1)"
        "$backbeat" sync --song "$file" --footage "$song/clips" --work "$scratch/work" --out "$scratch/$name.json" >/dev/null 2>"$scratch/log" ||
            { cat "$scratch/log" >&2; exit 1; }
        pairs+=("$song/truth.json" "$scratch/$name.json")
    done
    end="$(awk '{print $16 + $17}' "/proc/$$/stat")"
    echo "== $set"
    python3 "$scorer" "${pairs[@]}"
    python3 - "$((end - start))" "$(getconf CLK_TCK)" "$scratch"/song*.json <<'PY'
import json, sys
cpu = int(sys.argv[1]) / int(sys.argv[2])
seconds = sum(clip["seconds"] or 0 for name in sys.argv[3:] for clip in json.load(open(name))["clips"])
print("cost: %.1f s CPU for %.1f min of footage: %.2f CPU min an hour" % (cpu, seconds / 60, cpu / seconds * 60))
PY
    rm -rf "$scratch"
done
