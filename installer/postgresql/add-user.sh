#!/bin/sh
# Lets a person work in the shared store: sh installer/postgresql/add-user.sh LOGIN UNIT ROLE [DATABASE]
# UNIT is the code of the unit that reports (296.TCKH), ROLE one of department, department-head, office, office-head. Asks for the password. May be run again.
set -eu
login=${1:?login} unit=${2:?code of the reporting unit} role=${3:?role} database=${4:-cchc}
case "$role" in
  department | department-head | office | office-head) ;;
  *) echo "role: department, department-head, office or office-head" >&2; exit 2 ;;
esac
as_postgres() {
  if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else sudo -u postgres "$@"; fi
}
as_postgres psql -q -d "$database" -v ON_ERROR_STOP=1 -v login="$login" -v unit="$unit" -v role="cchc_$(echo "$role" | tr - _)" <<'SQL'
SELECT format('CREATE ROLE %I LOGIN', :'login') WHERE NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = :'login') \gexec
SELECT format('GRANT %I TO %I', :'role', :'login') \gexec
INSERT INTO member (login, unit) VALUES (:'login', :'unit') ON CONFLICT (login) DO UPDATE SET unit = excluded.unit;
SQL
[ -n "${CCHC_NO_PASSWORD:-}" ] || as_postgres psql -q -d "$database" -c "\\password \"$login\""
