#!/usr/bin/env bash
# Measures the whole job on a shoot: CPU against plain FFmpeg, the second run, and --help.
#   bench/whole_job.sh [SHOOT [FFMPEG]]
# SHOOT holds song.wav and footage/; without it the sample shoot is made where its maker is. FFMPEG: default the one Backbeat unpacked.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
backbeat=$here/../backbeat
maker=${SHOOT_MAKER:-$here/../../shared/bench/media/make_shoot.py}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# seconds NAME COMMAND...: runs the command, leaves CPU and wall seconds in NAME_cpu and NAME_wall
seconds() {
    local name=$1
    shift
    local TIMEFORMAT='%U %S %R' figures
    figures=$({ time "$@" >"$work/$name.log" 2>&1; } 2>&1) || { tail -n 5 "$work/$name.log" >&2; exit 1; }
    read -r user system wall <<<"$figures"
    printf -v "${name}_cpu" '%s' "$(awk "BEGIN{print $user + $system}")"
    printf -v "${name}_wall" '%s' "$wall"
}

export BACKBEAT_HOME=$work/home
"$backbeat" doctor >/dev/null # builds, unpacks FFmpeg, records the start cache
ffmpeg=${2:-$(find "$work/home/ffmpeg" -type f -name ffmpeg | head -n 1)}

shoot=${1:-}
if [ -z "$shoot" ]; then
    [ -f "$maker" ] || { echo "whole_job: skipped: no shoot given, and $maker is not there."; exit 0; }
    shoot=$work/shoot
    python3 "$maker" "$shoot" --seed 1 --quick >"$work/make.log" 2>&1 ||
        { echo "whole_job: skipped: the sample shoot could not be made:"; tail -n 3 "$work/make.log"; exit 0; }
fi

decode_all() {
    find "$shoot/footage" -type f \( -iname '*.mp4' -o -iname '*.mov' -o -iname '*.mts' -o -iname '*.mxf' -o -iname '*.mkv' \) -print0 |
        while IFS= read -r -d '' clip; do "$ffmpeg" -v error -nostdin -i "$clip" -f null - || true; done
}

seconds first "$backbeat" cut --song "$shoot/song.wav" --footage "$shoot/footage" --out "$work/out"
seconds second "$backbeat" cut --song "$shoot/song.wav" --footage "$shoot/footage" --out "$work/out"
seconds decode decode_all
seconds encode "$ffmpeg" -v error -nostdin -y -i "$work/out/rough-cut.mp4" -c:v libx264 -preset veryfast -crf 18 -c:a aac "$work/plain.mp4"
# The encode run also decodes the output, which plain encoding would not: taken off.
seconds again "$ffmpeg" -v error -nostdin -i "$work/out/rough-cut.mp4" -f null -
seconds help "$backbeat" --help

plain=$(awk "BEGIN{print $decode_cpu + $encode_cpu - $again_cpu}")
printf '%-34s %8.1f s CPU, %.1f s wall\n' "whole job" "$first_cpu" "$first_wall"
printf '%-34s %8.1f s CPU\n' "plain FFmpeg: decode + encode" "$plain"
printf '%-34s %8.2f (goal: below 2)\n' "ratio" "$(awk "BEGIN{print $first_cpu / $plain}")"
printf '%-34s %8.2f s wall (goal: below 3)\n' "second run" "$second_wall"
printf '%-34s %8.2f s wall (goal: below 0.5)\n' "--help" "$help_wall"
