#!/bin/sh
# The window is killed (SIGKILL) at moments of chance while figures are typed into one field after the other, again and again on the same store. After each
# kill the store must be whole and hold every figure that was finished; the next start must come back to where one was, and show the last of them.
# usage: killed_test.sh SHELL_STORIES CCHC [KILLS [SEED]]
set -u
stories=$1 cchc=$2 kills=${3:-12} seed=${4:-$(date +%s)}
folder=$(mktemp -d)
child=
trap '[ -z "$child" ] || kill -9 "$child" 2>/dev/null; rm -rf "$folder"' EXIT
progress=$folder/progress
: > "$progress"
fail() { echo "kill $round of $kills, seed $seed: $1"; tail -n 3 "$progress"; cat "$folder/said"; exit 1; }

# The figure of a field that was being typed may be there or not; that of a finished one must be.
lost() {
  "$cchc" --store "$folder/look/phong.sqlite" show finance.budget -u 296 -p 2023-8T > "$folder/shown" || { echo "the section is not shown"; return; }
  sed -n 's/.*<field id="\([^"]*\)"[^>]*>\([^<]*\)<\/field>.*/\1 \2/p' "$folder/shown" | awk '
    FILENAME != "-" && $1 == "typing" { maybe[$2] = maybe[$2] " " $3 }
    FILENAME != "-" && $1 == "finished" { told[$2] = $3; delete maybe[$2] }
    FILENAME == "-" { there[$1] = $2 }
    END { for (field in told) if (there[field] != told[field] && !index(maybe[field] " ", " " there[field] " ")) print field, "is", there[field], "and was", told[field] }
  ' "$progress" -
}

round=0 inside=0
for moment in $(awk -v seed="$seed" -v kills="$kills" 'BEGIN { srand(seed); for (i = 0; i < kills; i++) printf "%.3f\n", rand() * 2.5 }'); do
  round=$((round + 1))
  before=$(grep -c '^finished' "$progress")
  "$stories" killed "$folder" > "$folder/said" 2>&1 &
  child=$!
  until [ "$(grep -c '^finished' "$progress")" -gt "$before" ]; do
    kill -0 "$child" 2>/dev/null || fail "the window did not come back, or nothing could be typed"
    sleep 0.02  # between two looks
  done
  sleep "$moment"  # the moment of chance itself
  kill -9 "$child" 2>/dev/null
  wait "$child" 2>/dev/null
  status=$?
  child=
  [ "$status" -eq 137 ] || fail "the window was to be killed, and ended with $status"
  case $(tail -n 1 "$progress") in typing*) inside=$((inside + 1)) ;; esac
  # What the kill left is looked at in a copy: the window, and not this, is the next to open it.
  rm -rf "$folder/look"
  mkdir "$folder/look"
  cp "$folder"/phong.sqlite "$folder/look"
  [ ! -e "$folder/phong.sqlite-wal" ] || cp "$folder/phong.sqlite-wal" "$folder/look"
  "$cchc" --store "$folder/look/phong.sqlite" journal verify > "$folder/verified" 2>&1 || fail "$(cat "$folder/verified")"
  missing=$(lost)
  [ -z "$missing" ] || fail "$missing"
done
"$stories" came-back "$folder" > "$folder/said" 2>&1 || fail "the window did not come back after the last kill"
echo "seed $seed: $kills kills, $inside of them inside a field, $(grep -c '^finished' "$progress") figures finished, none lost"
