#!/bin/sh
# Installed by setup.sh as /etc/cron.daily/cchc-@DATABASE@: one copy a day, the last 14 kept. What fails is mailed to root by cron.
set -eu
folder=/var/backups/cchc
file="$folder/@DATABASE@-$(date +%F).dump"
runuser -u postgres -- pg_dump --format=custom --file="$file.part" "@DATABASE@"
mv "$file.part" "$file"
ls -1 "$folder"/@DATABASE@-????-??-??.dump | head -n -14 | xargs -r rm --
