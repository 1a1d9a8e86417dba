#!/bin/sh
# From a fresh clone to a finished report: installs what is needed, builds, and runs the demonstration.
# usage: sh installer/quickstart.sh [PRESET]     PRESET: release (default); dev and asan build the tests with it
set -eu
cd "$(dirname "$0")/.."
. installer/dependencies.sh
preset=${1:-release}
case $preset in
  release) bin=build/bin; tests=OFF; more= ;;
  *) bin=build/$preset/bin; tests=ON; more=$test_packages ;;
esac

# shellcheck disable=SC2086
install_packages $build_packages $more
echo "==> Configuring"
cmake --preset "$preset" -DCCHC_TESTS=$tests >build-configure.log 2>&1 || { cat build-configure.log; rm -f build-configure.log; exit 1; }
rm -f build-configure.log
echo "==> Building (the first time takes a few minutes)"
cmake --build --preset "$preset"
echo "==> Running: cchc demo build/demo"
$bin/cchc demo build/demo
echo
echo "The report:   build/demo/report.html   (open it in a browser)"
echo "Its data:     build/demo/report.xml"
echo "The desktop:  $bin/cchc-suite"
echo "The program:  $bin/cchc --help"
