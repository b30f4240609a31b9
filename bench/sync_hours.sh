#!/usr/bin/env bash
# What an hour of footage costs `backbeat sync`, when there are hours of it: CPU, wall time and memory, and those of a second run.
#   bench/sync_hours.sh SONGFOLDER HOURS...     SONGFOLDER: one song of a measuring set (song.*, clips/)
# The clips are cut anew again and again, each time a little later, until there are so many hours of them: no two sound alike to the vault. Needs ffmpeg.
set -euo pipefail
backbeat="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/backbeat"
folder="${1:?a song of a measuring set}"
shift
song="$(find "$folder" -maxdepth 1 -name 'song.*' | head -n 1)"
"$backbeat" doctor >/dev/null # builds it, and unpacks what it brings
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT

seconds_of() { ffprobe -v error -show_entries format=duration -of csv=p=0 "$1"; }

fill() { # fill FOLDER HOURS
    local have=0 round=0 wanted
    wanted=$(awk "BEGIN{print $2 * 3600}")
    mkdir -p "$1"
    while awk "BEGIN{exit !($have < $wanted)}"; do
        for clip in "$folder"/clips/*; do
            local cut="$1/$round-$(basename "${clip%.*}").mov"
            ffmpeg -nostdin -v error -y -ss "$(awk "BEGIN{print 0.013 * $round}")" -i "$clip" -c:v copy -c:a pcm_s16le "$cut"
            have=$(awk "BEGIN{print $have + $(seconds_of "$cut")}")
            awk "BEGIN{exit !($have < $wanted)}" || return 0
        done
        round=$((round + 1))
    done
}

run() { # run HOURS WHICH
    python3 - "$1" "$2" "$backbeat" sync --song "$song" --footage "$scratch/hours" --work "$scratch/work" --out "$scratch/sync.json" <<'PY'
import resource, subprocess, sys, time
hours, which, *command = sys.argv[1:]
start = time.time()
subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
cpu = used.ru_utime + used.ru_stime
print("%s h, %s run: %.1f CPU s, %.2f CPU min an hour, %.1f s wall, %d MB resident" % (
    hours, which, cpu, cpu / 60 / float(hours), time.time() - start, used.ru_maxrss // 1024))
PY
}

for hours in "$@"; do
    rm -rf "$scratch/hours" "$scratch/work"
    fill "$scratch/hours" "$hours"
    run "$hours" first
    run "$hours" second
done
