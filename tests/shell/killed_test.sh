#!/bin/sh
# The window is killed right after a figure was typed and its field left; the figure must be in the store.
# usage: killed_test.sh SHELL_STORIES CCHC
set -u
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$1" killed "$folder"
status=$?
[ "$status" -gt 128 ] || { echo "the window was to be killed, and ended with $status"; exit 1; }
"$2" --store "$folder/phong.sqlite" show finance.budget -u 296 -p 2023-8T | grep -q 387425000000 || { echo "the figure is lost"; exit 1; }
