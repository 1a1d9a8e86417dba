#!/bin/sh
# Builds the fuzzers with clang and runs each of them: sh tests/fuzz/run.sh SECONDS [TARGET...]
# What they find stays in build/fuzz/found; new inputs in build/fuzz/corpora.
set -eu
cd "$(dirname "$0")/../.."
. installer/dependencies.sh
seconds=${1:?seconds for each target}
shift
targets=${*:-package signature return receipt definition report expression sheet workbook citations}
# shellcheck disable=SC2086
install_packages $build_packages catch2 clang libclang-rt-14-dev
cmake --preset fuzz >/dev/null
cmake --build --preset fuzz
mkdir -p build/fuzz/found
for target in $targets; do
  mkdir -p "build/fuzz/corpora/$target"
  echo "==> $target: $seconds s"
  UBSAN_OPTIONS=print_stacktrace=1 build/fuzz/bin/fuzz_$target -max_total_time="$seconds" -max_len=65536 -timeout=20 -rss_limit_mb=2048 -print_final_stats=1 \
    -artifact_prefix="build/fuzz/found/$target-" "build/fuzz/corpora/$target" "tests/fuzz/corpora/$target" 2>"build/fuzz/$target.log" ||
    { tail -40 "build/fuzz/$target.log"; echo "$target: found something, see build/fuzz/found"; exit 1; }
  grep -E 'stat::number_of_executed_units|stat::new_units_added' "build/fuzz/$target.log"
done
