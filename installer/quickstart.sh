#!/bin/sh
# From a fresh clone to a finished report: installs what is needed, builds, and runs the demonstration.
set -eu
cd "$(dirname "$0")/.."
. installer/dependencies.sh

# shellcheck disable=SC2086
install_packages $build_packages
echo "==> Configuring"
cmake --preset release -DCCHC_TESTS=OFF >build-configure.log 2>&1 || { cat build-configure.log; rm -f build-configure.log; exit 1; }
rm -f build-configure.log
echo "==> Building (the first time takes a few minutes)"
cmake --build --preset release
echo "==> Running: cchc demo build/demo"
build/bin/cchc demo build/demo
echo
echo "The report:   build/demo/report.html   (open it in a browser)"
echo "Its data:     build/demo/report.xml"
echo "The program:  build/bin/cchc --help"
