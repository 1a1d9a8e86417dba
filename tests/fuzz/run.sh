#!/bin/sh
# Builds the fuzzers with clang and runs each of them, as many at once as there are cores: sh tests/fuzz/run.sh SECONDS [TARGET...]
# What they find stays in build/fuzz/found; new inputs in build/fuzz/corpora.
set -eu
cd "$(dirname "$0")/../.."
. installer/dependencies.sh
seconds=${1:?seconds for each target}
shift
targets=${*:-package signature return receipt definition report expression sheet workbook citations figures boundary library}
# shellcheck disable=SC2086
install_packages $build_packages catch2 clang libclang-rt-14-dev
cmake --preset fuzz >/dev/null
cmake --build --preset fuzz
mkdir -p build/fuzz/found

# shellcheck disable=SC2086,SC2016
printf '%s\n' $targets | xargs -P "$(nproc)" -I TARGET sh -c '
  mkdir -p build/fuzz/corpora/TARGET
  if UBSAN_OPTIONS=print_stacktrace=1 build/fuzz/bin/fuzz_TARGET -max_total_time="$1" -max_len=65536 -timeout=20 -rss_limit_mb=2048 -print_final_stats=1 \
    -artifact_prefix=build/fuzz/found/TARGET- build/fuzz/corpora/TARGET tests/fuzz/corpora/TARGET 2>build/fuzz/TARGET.log
  then
    echo "TARGET: clean, $(sed -n "s/stat::number_of_executed_units: *//p" build/fuzz/TARGET.log) executions in $1 s"
  else
    tail -40 build/fuzz/TARGET.log
    echo "TARGET: found something, see build/fuzz/found"
    exit 1
  fi' - "$seconds"
