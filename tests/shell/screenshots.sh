#!/bin/sh
# screenshots.sh PICTURES [BUILD]: a PNG of each view and dialogue, at each size, scale and language, of a department, of the office and of desks; each run on a copy of
# the sample of its own and on a screen of its own (Xvfb). Says how many pictures it wrote; exit status 1 when a run failed. BUILD: build/dev where it is built.
set -u
here=$(cd "$(dirname "$0")/../.." && pwd)
pictures=${1:?screenshots.sh PICTURES [BUILD]}
build=${2:-$here/build/dev}
[ -x "$build/bin/screenshots" ] || build=$here/build
build=$(cd "$build" && pwd)
mkdir -p "$pictures" && pictures=$(cd "$pictures" && pwd)
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
"$build/bin/cchc" demo "$work/sample" >"$work/demo.txt" 2>&1 || { cat "$work/demo.txt"; exit 1; }
export GTK_IM_MODULE=gtk-im-context-simple NO_AT_BRIDGE=1
failed=0
for size in 1366x768 1920x1080; do
  for scale in 100 125 200; do
    for language in vi en; do
      for role in department office desks; do
        # GTK makes its text larger at 125 %. At 200 % everything is, on a screen with as many more dots (a 4K screen at 200 % is laid out as 1920x1080).
        dpi=1 whole=1
        [ $scale = 125 ] && dpi=1.25
        [ $scale = 200 ] && whole=2
        dots=$((${size%x*} * whole))x$((${size#*x} * whole))
        cp -r "$work/sample" "$work/demo"
        # Run where the pictures lie: one of the screen is left there (failed.png) when something did not come.
        (cd "$pictures" && GDK_SCALE=$whole GDK_DPI_SCALE=$dpi xvfb-run -a -s "-screen 0 ${dots}x24" \
          "$build/bin/screenshots" "$work/demo" "$pictures/$size-$scale" $role $language >"$work/run.txt" 2>&1) \
          || { echo "failed: $size $scale % $language $role"; grep -v '^$\|Gtk-' "$work/run.txt"; failed=1; }
        rm -rf "$work/demo"
      done
    done
    echo "$size at $scale %: $(ls "$pictures/$size-$scale" | grep -c '\.png$') pictures"
  done
done
echo "$(find "$pictures" -mindepth 2 -name '*.png' | wc -l) pictures in $pictures"
exit $failed
