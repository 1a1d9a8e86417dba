#!/bin/sh
# Installs what is needed, builds, and runs all tests; ends with ctest's summary.
# usage: sh installer/test.sh [PRESET]     PRESET: dev (default), asan, release; tsan: only the tests tagged [threads]
set -eu
cd "$(dirname "$0")/.."
. installer/dependencies.sh
preset=${1:-dev}

# shellcheck disable=SC2086
install_packages $build_packages $test_packages
echo "==> Configuring ($preset)"
cmake --preset "$preset" -DCCHC_TESTS=ON
echo "==> Building ($preset)"
cmake --build --preset "$preset"
echo "==> Testing ($preset)"
exec ctest --preset "$preset" -j "$(nproc)"
