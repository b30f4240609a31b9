#!/usr/bin/env bash
# Renders the same cut by plain FFmpeg as one graph and by Backbeat, and compares what they cost, in CPU seconds.
#   bench/render.sh [WORK]
# The cut: 20 shots of 3 sources at 1080p25, a table of colours, two dissolves, fades at both ends. TOTAL (400) is its length in frames, MAKER the script that makes
# sources and cut list, RECIPE ("h264") and LOOK ("yes") what is measured. WORK keeps the sources for the next time.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
backbeat=${BACKBEAT:-$here/../backbeat}
maker=${MAKER:-$here/../../shared/bench/media/render_peer.py}
[ -f "$maker" ] || { echo "render: skipped: $maker, which makes the sources, is not there."; exit 0; }
work=${1:-$(mktemp -d)}
mkdir -p "$work"
work=$(cd "$work" && pwd -P)
export TOTAL=${TOTAL:-400}
"$backbeat" doctor >/dev/null # builds, unpacks FFmpeg, records the start cache
cache=${BACKBEAT_HOME:-${XDG_CACHE_HOME:-$HOME/.cache}/backbeat}
FFMPEG=${FFMPEG:-$(find "$cache/ffmpeg" -type f -name ffmpeg | head -n 1)}
export FFMPEG FFPROBE=${FFPROBE:-$(dirname "$FFMPEG")/ffprobe}
[ -f "$work/C.mp4" ] || python3 "$maker" "$work" sources
rm -rf "$work"/home[0-9]* # what an earlier run kept
exec python3 "$here/render_compare.py" "$work" "$(dirname "$maker")" "$backbeat"
