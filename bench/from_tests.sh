#!/usr/bin/env bash
# Runs a measuring program that lives among the tests, with their class path, after building it.
#   bench/from_tests.sh MODULE CLASS [ARGUMENT ...]      MODULE: engine, studio or app. JAVA_OPTS go to its Java.
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
module=$1 class=$2
shift 2
JAVA_HOME=$("$home/backbeat" doctor | sed -n 's/^ok  *java .* in //p') # found as the launcher finds it
export JAVA_HOME
mvn -B -o -q -f "$home/pom.xml" test-compile dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile=target/test-classpath >&2 ||
    mvn -B -q -f "$home/pom.xml" test-compile dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile=target/test-classpath >&2
target=$home/$module/target
# shellcheck disable=SC2086
exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx500m --enable-native-access=ALL-UNNAMED ${JAVA_OPTS:-} \
    -cp "$target/test-classes:$target/classes:$(cat "$target/test-classpath")" "$class" "$@"
