#!/usr/bin/env bash
# Lets the disk fill up before and during the job, in a small file system in memory, and looks at what is said and what is left.
#   sudo bench/full_disk.sh SHOOT
# Needs the right to mount. SHOOT holds song.wav and footage/. Ends with 0 when every case gave exit status 2, the right words and no half film, and the job went
# on to the same film once there was room.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
backbeat=$here/../backbeat
shoot=${1:?which shoot? It must hold song.wav and footage/}
work=$(mktemp -d)
small=$work/small
mkdir "$small"
trap 'umount "$small" 2>/dev/null || true; rm -rf "$work"' EXIT
export BACKBEAT_HOME=$work/home
failures=0

disk() { # disk SIZE: an empty one
    umount "$small" 2>/dev/null || true
    mount -t tmpfs -o size="$1" tmpfs "$small" || { echo "full_disk: skipped: no right to mount here."; exit 0; }
}

job() { # job OUT: exit status in $status, last line in $said
    status=0
    "$backbeat" cut --song "$shoot/song.wav" --footage "$shoot/footage" --out "$1" >"$work/log" 2>&1 || status=$?
    said=$(grep -a 'backbeat:' "$work/log" | tail -n 1 || true)
}

film() { # film OUT: the same for a timeline rendered by itself
    status=0
    mkdir -p "$1"
    "$backbeat" render "$work/cut.otio" --song "$shoot/song.wav" --footage "$shoot/footage" --out "$1/film.mp4" >"$work/log" 2>&1 || status=$?
    said=$(grep -a 'backbeat:' "$work/log" | tail -n 1 || true)
}

fill_when_rendering() { # fills the small disk as soon as the first piece of film is being written
    until [ -n "$(find "$BACKBEAT_HOME/vault/scratch" -name 'chunk*' 2>/dev/null | head -n 1)" ]; do sleep 0.05; done
    dd if=/dev/zero of="$small/fill" bs=64k 2>/dev/null || true
}

expect() { # expect CASE CODE OUT
    local ok=right half
    half=$(find "$3" -name '*.mp4*' 2>/dev/null || true)
    if [ "$status" -ne 2 ] || [[ $said != *"[$2]"* ]] || [ -n "$half" ]; then
        ok=WRONG
        failures=$((failures + 1))
    fi
    printf '%-5s %-46s status %d: %s %s\n' "$ok" "$1" "$status" "${said#backbeat: }" "$half"
}

forget_pieces() { find "$BACKBEAT_HOME/vault/kept" -name 'chunk-*' -delete; }

job "$work/out"
[ "$status" -eq 0 ] || { cat "$work/log"; exit 1; }
wanted=$(sha256sum <"$work/out/rough-cut.mp4")
cp "$work/out/rough-cut.otio" "$work/cut.otio"
film "$work"
wanted_film=$(sha256sum <"$work/film.mp4")
rm "$work/film.mp4"

disk 1m
job "$small/out"
expect "no room for the film" derive/disk-full "$small/out"
film "$small"
expect "no room for the film of a timeline" derive/disk-full "$small"

disk "$(($(stat -c %s "$work/out/rough-cut.mp4") * 4 / 1024 + 4096))k"
forget_pieces
fill_when_rendering & job "$small/out"
wait
expect "results fill up during the render" derive/disk-filled-up "$small/out"

disk "$(($(stat -c %s "$work/out/rough-cut.mp4") * 4 / 1024 + 4096))k"
forget_pieces
fill_when_rendering & film "$small"
wait
expect "a timeline's film fills up during the render" derive/disk-filled-up "$small"

disk 1g
cp -a "$work/home" "$small/home"
export BACKBEAT_HOME=$small/home
forget_pieces
rm -rf "$work/out"
fill_when_rendering & job "$work/out"
wait
expect "work folder fills up during the render" derive/disk-filled-up "$work/out"

rm "$small/fill"
forget_pieces
fill_when_rendering & film "$work/films"
wait
expect "work folder fills up during a timeline's render" derive/disk-filled-up "$work/films"

rm "$small/fill"
film "$work/films"
if [ "$status" -ne 0 ] || [ "$(sha256sum <"$work/films/film.mp4")" != "$wanted_film" ]; then
    echo "WRONG with room again: status $status, $said"
    failures=$((failures + 1))
fi
job "$work/out"
if [ "$status" -eq 0 ] && [ "$(sha256sum <"$work/out/rough-cut.mp4")" = "$wanted" ]; then
    echo "right with room again: the same film"
else
    echo "WRONG with room again: status $status, $said"
    failures=$((failures + 1))
fi
[ "$failures" -eq 0 ]
