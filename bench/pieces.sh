#!/usr/bin/env bash
# What handing out and noting pieces of jobs costs when there is nothing to do in them: time and CPU of the engine of jobs itself, on both databases.
#   bench/pieces.sh [PIECES (10000)] [THREADS (2)]
# PostgreSQL is the embedded one of the tests; its own CPU is not in the figure.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
"$here/from_tests.sh" studio backbeat.studio.jobs.MeasurePieces "${1:-10000}" "${2:-2}"
JAVA_OPTS=-Dbackbeat.test.database=postgres "$here/from_tests.sh" studio backbeat.studio.jobs.MeasurePieces "${1:-10000}" "${2:-2}"
