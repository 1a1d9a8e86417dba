#!/bin/sh
# Installs what is needed, builds, and runs all tests; ends with ctest's summary.
# usage: sh installer/test.sh [PRESET [slow]]     PRESET: dev (default), asan, release; tsan: only the tests tagged [threads]
# slow: also the tests of the configuration `slow`, which take long: thousands of generated cases with a new seed.
set -eu
cd "$(dirname "$0")/.."
. installer/dependencies.sh
preset=${1:-dev}
configuration=
case ${2:-} in
  "") ;;
  slow)
    configuration="-C slow"
    test_packages="$test_packages $slow_packages"
    ;;
  *)
    echo "usage: sh installer/test.sh [PRESET [slow]]" >&2
    exit 2
    ;;
esac

# shellcheck disable=SC2086
install_packages $build_packages $test_packages
echo "==> Configuring ($preset)"
cmake --preset "$preset" -DCCHC_TESTS=ON
echo "==> Building ($preset)"
cmake --build --preset "$preset"
echo "==> Testing ($preset)"
# shellcheck disable=SC2086
exec ctest --preset "$preset" $configuration -j "$(nproc)"
