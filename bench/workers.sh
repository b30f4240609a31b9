#!/usr/bin/env bash
# How much quicker the steps of a shoot are with several workers, and what sharing costs one that is alone.
#   bench/workers.sh SHOOT [COPIES [STEP ...]]      SHOOT: song.wav and footage/; COPIES (1) of its films, as if the day had been so much longer
# STEP: LISTEN (sync), LOOK (for the cut), PROXIES, RENDER; all of them when none is named.
# Workers are processes (java with C1 alone) on an embedded PostgreSQL and one home folder, with one processor each: three of them on two cores cannot be three times
# as fast. Told for each step: seconds from the job's beginning to its end, and CPU of all workers with their FFmpeg. "no worker" is the engine without jobs.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
shoot=$(realpath "${1:?a shoot}")
JAVA_OPTS=-XX:TieredStopAtLevel=1 exec "$here/from_tests.sh" app backbeat.app.wiring.MeasureWorkers "$shoot" "${2:-1}" "${@:3}"
