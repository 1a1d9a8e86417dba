#!/bin/sh
# accessibility.py in a folder of its own, with the accessibility bus on.
# usage: accessibility.sh CCHC_SUITE CCHC
set -u
/usr/bin/python3 -c 'import gi; gi.require_version("Atspi", "2.0")' 2>/dev/null || { echo "skipped: gir1.2-atspi-2.0 is not installed"; exit 0; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
unset NO_AT_BRIDGE
/usr/bin/python3 -W ignore "$(dirname "$0")/accessibility.py" "$1" "$2" "$folder"
