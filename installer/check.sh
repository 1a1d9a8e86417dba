#!/bin/sh
# Static checks: formatting, headers that compile alone, clang-tidy, and core/base by the Windows compiler.
# usage: sh installer/check.sh [format|headers|tidy|windows]...     without a name: all of them
# A check whose program is not installed says so; the others still run. Exit status 1 when one finds something.
set -eu
cd "$(dirname "$0")/.."
jobs=$(nproc)
failed=
report=$(mktemp)
trap 'rm -rf "$report" "$report.include"' EXIT

sources() { find core plugins tests -name '*.cpp' -o -name '*.h' -o -name '*.hpp' | sort; }
skipped() { echo "    skipped: $1 is not installed"; }

check_format() {
  command -v clang-format >/dev/null || { skipped clang-format; return 0; }
  sources | xargs -P "$jobs" -n 40 clang-format --dry-run --Werror
}

# Each header by itself and without precompiled ones, so that no header counts on what another includes.
check_headers() {
  command -v pkg-config >/dev/null && command -v wx-config >/dev/null || { skipped "pkg-config or wx-config"; return 0; }
  # shellcheck disable=SC2046
  sources | grep -E '^(core|plugins)/.*\.(h|hpp)$' |
    xargs -P "$jobs" -n 1 g++ -std=c++20 -fsyntax-only -w -I. -Icore/plugin/kit $(pkg-config --cflags libxml-2.0) $(wx-config --cxxflags) -x c++
}

# By clang, in a tree of its own that is only configured: clang does not know the precompiled headers of GCC.
check_tidy() {
  command -v clang-tidy >/dev/null && command -v clang++ >/dev/null || { skipped "clang-tidy or clang++"; return 0; }
  cmake --preset tidy >"$report" 2>&1 || { cat "$report"; return 1; }
  sources | grep -E '^(core|plugins)/.*\.cpp$' | grep -vE 'platform_windows|/kit/template/' |
    xargs -P "$jobs" -n 4 clang-tidy -p build/tidy --quiet 2>/dev/null >"$report" || { grep -vE '^$' "$report"; return 1; }
}

# What the Windows compiler says of core/base; libraries are not linked, so that none has to be there for Windows.
check_windows() {
  compiler=x86_64-w64-mingw32-g++-posix
  command -v "$compiler" >/dev/null || { skipped "$compiler"; return 0; }
  mkdir -p "$report.include/openssl"
  for header in /usr/include/fmt /usr/include/tl /usr/include/utf8proc.h; do ln -sf "$header" "$report.include/"; done
  for header in /usr/include/openssl/*.h /usr/include/*-linux-gnu/openssl/*.h; do ln -sf "$header" "$report.include/openssl/"; done
  sources | grep -E '^core/base/.*\.cpp$' | grep -v platform_posix |
    xargs -P "$jobs" -n 1 "$compiler" -std=c++20 -fsyntax-only -Wall -Wextra -Werror -D_WIN32_WINNT=0x0A00 -DCCHC_VERSION='"check"' -I. \
      -isystem "$report.include"
}

for name in ${*:-format headers tidy windows}; do
  echo "==> Checking: $name"
  "check_$name" || { echo "    failed: $name" >&2; failed=1; }
done
[ -z "$failed" ]
