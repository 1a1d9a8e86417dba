#!/bin/sh
# Builds the sixth department against the installed plugin kit, in folders that see no header of the tree, and uses it.
# usage: run.sh BUILD COMPILER C_COMPILER     exit status 4: the compiler is not installed
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=$1
command -v "$2" >/dev/null && command -v "$3" >/dev/null || { echo "skipped: $2 or $3 is not installed"; exit 4; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_DATA_HOME="$work/data" XDG_CONFIG_DIRS="$work/config" HOME="$work"
fail() { echo "failed: $*" >&2; exit 1; }

# The kit alone, in an empty folder: its headers name nothing of the suite's own.
cmake --install "$build" --component plugin-dev --prefix "$work/kit" >/dev/null
[ -f "$work/kit/include/cchc/plugin.h" ] || fail "no header is installed"
! grep -rn '#include "core/' "$work/kit" || fail "a header of the kit includes one of the tree"
[ ! -e "$work/kit/bin" ] || fail "more than the kit is installed"

cp -r "$here/sixth_department" "$work/labour"
cp -r "$work/kit/share/cchc/plugin-template" "$work/template"
for department in labour template; do
  cmake -S "$work/$department" -B "$work/$department/out" -DCMAKE_PREFIX_PATH="$work/kit" -DCMAKE_CXX_COMPILER="$2" \
    -DCMAKE_C_COMPILER="$3" -DCMAKE_BUILD_TYPE=Release >"$work/log" 2>&1 || { cat "$work/log"; fail "configure $department"; }
  cmake --build "$work/$department/out" >"$work/log" 2>&1 || { cat "$work/log"; fail "build $department"; }
done
# A plugin in plain C, in a project without C++; and sources that would be left out are refused.
mkdir "$work/plain"
cat >"$work/plain/plugin.c" <<'END'
#include <cchc/plugin.h>
static const cchc_plugin_information information = {sizeof information, CCHC_PLUGIN_API, CCHC_PLUGIN_API_MINIMUM, 0,
                                                    {"plain", 5}, {"1.0", 3}, {"C", 1}, {"C", 1}};
const cchc_plugin_information* cchc_plugin_info(void) { return &information; }
int32_t cchc_plugin_register(const cchc_registrar* registrar) { return registrar->host != 0; }
END
configure_plain() {
  printf 'cmake_minimum_required(VERSION 3.25)\nproject(plain LANGUAGES %s)\nfind_package(cchc-plugin REQUIRED)\ncchc_add_plugin(NAME plain)\n' "$1" >"$work/plain/CMakeLists.txt"
  rm -rf "$work/plain/out"
  CC="$3" CXX="$2" cmake -S "$work/plain" -B "$work/plain/out" -DCMAKE_PREFIX_PATH="$work/kit" >"$work/log" 2>&1
}
configure_plain C "$2" "$3" || { cat "$work/log"; fail "configure plain C"; }
cmake --build "$work/plain/out" >"$work/log" 2>&1 || { cat "$work/log"; fail "build plain C"; }
"$build/bin/cchc" --plugins "$work/plain/out" plugins | grep -q 'plain 1.0' || fail "the plugin in plain C does not load"
! configure_plain CXX "$2" "$3" && grep -q 'add C to the LANGUAGES' "$work/log" || fail "plain C is left out without a word"
mv "$work/plain/plugin.c" "$work/plain/check.c"
! configure_plain C "$2" "$3" && grep -q 'no plugin.cpp or plugin.c' "$work/log" || fail "sources without plugin.c are left out"
[ -f "$work/kit/share/doc/cchc-plugin/DEFINITION.md" ] || fail "the kit has no documents"
# Only the two functions are exported, and what the compiler makes of templates.
[ "$(nm -D --defined-only "$work/labour/out/labour/labour.so" | grep -c ' T ')" = 2 ] || fail "more than two functions are exported"

cchc="$build/bin/cchc --lang en --store $work/suite.sqlite --plugins $work/labour/out"
"$build/bin/cchc" --plugins "$work/template/out" plugins | grep -q 'labour 1.0' || fail "the template does not load"
$cchc plugins >"$work/plugins" || fail "plugins"
grep -q 'labour 1.0  Labour and Social Affairs' "$work/plugins" || fail "the department is not listed"
grep -q 'importer benefits' "$work/plugins" || fail "the importer is not listed"
$cchc definitions labour.policy >/dev/null || fail "definitions"

printf 'code\tkind\tname\tparent\n1\tdistrict\thuyện Mẫu\t\n' >"$work/units.tsv"
printf 'definition\tsubject\treporter\tperiod\nlabour.policy\t1\t1\tk\n' >"$work/assignments.tsv"
$cchc units import "$work/units.tsv" >/dev/null
$cchc periods add k --name "tám tháng" --start 2023-01-01 --end 2023-08-28 >/dev/null
$cchc assign "$work/assignments.tsv" >/dev/null
printf 'field,value\npeople,50\n' >"$work/values.csv"
$cchc fill labour.policy -u 1 -p k "$work/values.csv" >/dev/null || fail "fill"
printf 'DANH SÁCH CHI TRẢ\nChế độ;Số người;Số tiền\nThất nghiệp;45;1 tỷ 200 triệu đồng\nThương binh;3;\nĐào tạo;1,5;5 USD\nTổng cộng;48;1 tỷ 200 triệu đồng\n' >"$work/list.csv"
status=0
$cchc import labour.policy -u 1 -p k benefits "$work/list.csv" >"$work/out" 2>"$work/err" || status=$?
[ $status = 1 ] || { cat "$work/out" "$work/err"; fail "import gave $status"; }
grep -q 'list.csv:5' "$work/err" || { cat "$work/err"; fail "the wrong line is not named"; }
grep -q 'The amount “5 USD” cannot be read' "$work/err" || fail "the plugin's own text is not used"
# Nothing was taken, because a line was wrong; the others are taken on request.
$cchc import labour.policy -u 1 -p k benefits "$work/list.csv" --skip-bad >"$work/out" 2>"$work/err" || status=$?
[ $status = 1 ] || { cat "$work/out" "$work/err"; fail "import of the other lines gave $status"; }
status=0
$cchc check labour.policy -u 1 -p k >"$work/out" 2>&1 || status=$?
grep -q 'labour.benefit.*Thương binh' "$work/out" || { cat "$work/out"; fail "the check in C++ found nothing"; }
$cchc show labour.policy -u 1 -p k >"$work/shown"
grep -q '>1200000000<' "$work/shown" || { cat "$work/shown"; fail "the amount was not imported"; }
# Without the line whose figure was refused the sum is known: 48 people, and 50 are stated.
printf '<values xmlns="urn:cchc:values:1"><table id="benefits" replace="yes"><row id="a"><cell id="name">X</cell><cell id="people">48</cell></row></table></values>' >"$work/rows.xml"
$cchc fill labour.policy -u 1 -p k "$work/rows.xml" >/dev/null || fail "fill of rows"
$cchc check labour.policy -u 1 -p k >"$work/out" 2>&1 || true
grep -q 'labour.people.*add up to 48' "$work/out" || { cat "$work/out"; fail "the check in C found nothing"; }
echo "the sixth department works, built by $2"
