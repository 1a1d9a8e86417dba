#!/bin/sh
# Sets up a store that several workstations share, on this machine: sh installer/postgresql/setup.sh [DATABASE]
# Installs PostgreSQL, makes the database with its tables, the roles with what each may do (roles.sql), and a daily copy. May be run again: after an update of the
# program it copies the database and moves the tables forward. Run as root or with sudo; `cchc` must be built (quickstart.sh) or installed.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../dependencies.sh"
database=${1:-cchc}
install_packages postgresql libsoci-postgresql4.0 cron
cchc=$(command -v cchc || echo "$here/../../build/bin/cchc")
[ -x "$cchc" ] || { echo "cchc was not found: run sh installer/quickstart.sh first" >&2; exit 1; }

as_postgres() {
  if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else sudo -u postgres "$@"; fi
}
as_postgres sh -c 'pg_isready -q' || { echo "==> Starting PostgreSQL"; service postgresql start >/dev/null 2>&1 || systemctl start postgresql; sleep 2; }
as_postgres psql -qtAc "SELECT 1 FROM pg_database WHERE datname = '$database'" | grep -q 1 ||
  as_postgres createdb --encoding=UTF8 --locale=C.UTF-8 --template=template0 "$database"
folder=/var/backups/cchc
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
as_root install -d -o postgres -g postgres -m 700 "$folder"
if as_postgres psql -qtAc "SELECT 1 FROM store_version" -d "$database" 2>/dev/null | grep -q 1; then
  echo "==> A copy before the tables move forward"
  as_postgres pg_dump --format=custom --file="$folder/$database-before-$(date +%Y%m%d-%H%M%S).dump" "$database"
fi
echo "==> One copy a day for 14 days: $folder"
as_root sed "s/@DATABASE@/$database/g" "$here/daily-copy.sh" | as_root tee "/etc/cron.daily/cchc-$database" >/dev/null
as_root chmod 755 "/etc/cron.daily/cchc-$database"
echo "==> Tables"
as_postgres "$cchc" --store "postgresql:///$database" journal verify >/dev/null
echo "==> Roles"
as_postgres psql -q -d "$database" -f "$here/roles.sql"
echo "The store:   postgresql://LOGIN@$(hostname)/$database"
echo "Next:        sh $here/add-user.sh LOGIN UNIT ROLE $database   (ROLE: department, department-head, office, office-head)"
