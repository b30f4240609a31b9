#!/usr/bin/env bash
# What looking at clips costs, and how right it is.
#   bench/looks.sh CLIP [SHOOT ...]
# CLIP: a recording of a minute or so, best 1080p. Tells CPU seconds (all processes) for a second of clip: FFmpeg's bare decoding, every frame, key frames alone.
# What starting the program and taking in the folder cost is measured by a second run, which finds everything kept, and taken off. Load of other programs adds to it.
# SHOOT: folders of the sample shoot generator, with truth.json; their passages are compared with what is told (check_looks.py).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
backbeat=${BACKBEAT:-$here/../backbeat}
clip=$(realpath "${1:?which clip?}")
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export BACKBEAT_HOME=$work/home
TIMEFORMAT='%U %S'
mkdir "$work/footage"
ln -s "$clip" "$work/footage/"
"$backbeat" doctor >/dev/null 2>&1 || true
seconds=$("$backbeat" probe "$clip" | awk '$1 == "length" {print $2}')

cpu() { { time "$@" >"$work/out" 2>"$work/err"; } 2>&1 | awk '{print $1 + $2}'; }
share() { awk -v cpu="$1" -v kept="$2" -v clip="$seconds" 'BEGIN {printf "%.3f", (cpu - kept) / clip}'; }

ffmpeg=$(find "$BACKBEAT_HOME" -name ffmpeg -type f | head -n 1)
echo "decoding    $(share "$(cpu "$ffmpeg" -v error -threads 1 -i "$clip" -map 0:v:0 -f null -)" 0) of real time"
for depth in "" --quick; do
    "$backbeat" looks "$work/footage" $depth >/dev/null 2>&1
    kept=$(cpu "$backbeat" looks "$work/footage" $depth)
    find "$BACKBEAT_HOME/vault" -name 'looks-*' -delete
    first=$(cpu "$backbeat" looks "$work/footage" $depth)
    echo "looks ${depth:-full}  $(share "$first" "$kept") of real time"
done

pairs=()
for shoot in "$@"; do
    "$backbeat" looks "$shoot/footage" --json >"$work/$(basename "$shoot").json" 2>/dev/null
    pairs+=("$shoot/truth.json" "$work/$(basename "$shoot").json")
done
[ ${#pairs[@]} -eq 0 ] || python3 "$here/check_looks.py" "${pairs[@]}"
