#!/bin/sh
# Lets a person work in the shared store: sh installer/postgresql/add-user.sh LOGIN UNIT ROLE [DATABASE [DAY]]
# UNIT is the code of the unit that reports (296.TCKH), and means whoever has it on DAY (2025-07-01; today if it is not given). ROLE is one of department, department-head, office, office-head. Asks for the password. May be run again.
set -eu
login=${1:?login} unit=${2:?code of the reporting unit} role=${3:?role} database=${4:-cchc} day=${5:-$(date +%Y-%m-%d)}
case "$role" in
  department | department-head | office | office-head) ;;
  *) echo "role: department, department-head, office or office-head" >&2; exit 2 ;;
esac
as_postgres() {
  if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else sudo -u postgres "$@"; fi
}
as_postgres psql -q -d "$database" -v ON_ERROR_STOP=1 -v login="$login" -v unit="$unit" -v day="$day" -v role="cchc_$(echo "$role" | tr - _)" <<'SQL'
SELECT format('CREATE ROLE %I LOGIN', :'login') WHERE NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = :'login') \gexec
SELECT format('GRANT %I TO %I', :'role', :'login') \gexec
INSERT INTO member (login, unit) VALUES (:'login', coalesce((SELECT s.unit FROM unit_state s WHERE s.code = :'unit' AND s.from_day <= :'day'
    AND (s.until_day = '' OR s.until_day >= :'day')), :'unit')) ON CONFLICT (login) DO UPDATE SET unit = excluded.unit;
SQL
[ -n "${CCHC_NO_PASSWORD:-}" ] || as_postgres psql -q -d "$database" -c "\\password \"$login\""
