#include "core/store/schema.h"

#include <filesystem>
#include <string_view>
#include <vector>

#include "core/store/session.h"
#include "core/store/sqlite_copy.h"

namespace cchc::store {
namespace {

using Steps = std::vector<std::vector<const char*>>;

// A statement that begins with one of these is for that database alone.
constexpr std::string_view onlyPostgres = "/* PostgreSQL */", onlySqlite = "/* SQLite */";

// schemaSteps()[n] moves a store from version n to n + 1. A released step is never changed. The same text serves SQLite
// and PostgreSQL: TEXT keys, BIGINT, times as ISO text, '' if nothing is known; no auto-increment, no BLOB.
const Steps& schemaSteps() {
  static const Steps steps = {
      {
          "CREATE TABLE definition (digest TEXT PRIMARY KEY, id TEXT NOT NULL, version BIGINT NOT NULL, xml TEXT NOT "
          "NULL)",
          "CREATE TABLE unit (id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, parent TEXT NOT NULL, "
          "from_date TEXT NOT NULL, "
          "to_date TEXT NOT NULL, identifier TEXT NOT NULL)",
          "CREATE TABLE period (id TEXT PRIMARY KEY, name TEXT NOT NULL, next_name TEXT NOT NULL, start_date TEXT NOT "
          "NULL, end_date TEXT NOT NULL, "
          "closing TEXT NOT NULL, deadline TEXT NOT NULL, comparison TEXT NOT NULL, last_year TEXT NOT NULL, closed "
          "BIGINT NOT NULL CHECK (closed IN (0, 1)))",
          "CREATE TABLE assignment (period TEXT NOT NULL, definition TEXT NOT NULL, subject TEXT NOT NULL, reporter "
          "TEXT NOT NULL, deadline TEXT NOT NULL, "
          "PRIMARY KEY (period, definition, subject))",
          "CREATE TABLE section (period TEXT NOT NULL, definition TEXT NOT NULL, unit TEXT NOT NULL, "
          "definition_version BIGINT NOT NULL, "
          "definition_digest TEXT NOT NULL, state BIGINT NOT NULL CHECK (state BETWEEN 0 AND 6), revision BIGINT NOT "
          "NULL, head_digest TEXT NOT NULL, "
          "reason TEXT NOT NULL, PRIMARY KEY (period, definition, unit))",
          "CREATE TABLE draft_row (period TEXT NOT NULL, definition TEXT NOT NULL, unit TEXT NOT NULL, tbl TEXT NOT "
          "NULL, row_id TEXT NOT NULL, "
          "position BIGINT NOT NULL, PRIMARY KEY (period, definition, unit, tbl, row_id))",
          "CREATE TABLE draft_value (period TEXT NOT NULL, definition TEXT NOT NULL, unit TEXT NOT NULL, place TEXT "
          "NOT NULL, value TEXT NOT NULL, "
          "change_id TEXT NOT NULL, PRIMARY KEY (period, definition, unit, place))",
          "CREATE TABLE change (period TEXT NOT NULL, definition TEXT NOT NULL, unit TEXT NOT NULL, seq BIGINT NOT "
          "NULL, id TEXT NOT NULL, place TEXT NOT NULL, "
          "old_value TEXT NOT NULL, new_value TEXT NOT NULL, who TEXT NOT NULL, login TEXT NOT NULL, station TEXT NOT "
          "NULL, at TEXT NOT NULL, "
          "previous_digest TEXT NOT NULL, digest TEXT NOT NULL, PRIMARY KEY (period, definition, unit, seq))",
          "CREATE UNIQUE INDEX change_id ON change (id)",
          // A received package costs one row and one entry in one index. The latest revision is the first of its key in
          // the index.
          "CREATE TABLE submission (period TEXT NOT NULL, definition TEXT NOT NULL, unit TEXT NOT NULL, revision "
          "BIGINT NOT NULL, digest TEXT NOT NULL, "
          "reporter TEXT NOT NULL, definition_version BIGINT NOT NULL, definition_digest TEXT NOT NULL, journal_head "
          "TEXT NOT NULL, submitted_at TEXT NOT NULL, "
          "who TEXT NOT NULL, login TEXT NOT NULL, station TEXT NOT NULL, signer TEXT NOT NULL, state BIGINT NOT NULL "
          "CHECK (state BETWEEN 0 AND 2), "
          "received_at TEXT NOT NULL, package TEXT NOT NULL)",
          "CREATE UNIQUE INDEX submission_key ON submission (period, definition, unit, revision DESC, digest)",
          "CREATE TABLE attachment (digest TEXT PRIMARY KEY, name TEXT NOT NULL, media_type TEXT NOT NULL, data TEXT "
          "NOT NULL)",
      },
      {
          // The contribution comes before the package, so that SQLite can read it without reading the package's pages.
          "DROP INDEX submission_key",
          "ALTER TABLE submission RENAME TO submission_1",
          "CREATE TABLE submission (period TEXT NOT NULL, definition TEXT NOT NULL, unit TEXT NOT NULL, revision "
          "BIGINT NOT NULL, digest TEXT NOT NULL, "
          "reporter TEXT NOT NULL, definition_version BIGINT NOT NULL, definition_digest TEXT NOT NULL, journal_head "
          "TEXT NOT NULL, submitted_at TEXT NOT NULL, "
          "who TEXT NOT NULL, login TEXT NOT NULL, station TEXT NOT NULL, signer TEXT NOT NULL, state BIGINT NOT NULL "
          "CHECK (state BETWEEN 0 AND 3), "
          "received_at TEXT NOT NULL, checked_by TEXT NOT NULL, contribution TEXT NOT NULL, findings TEXT NOT NULL, "
          "package TEXT NOT NULL)",
          // Of several packages of one revision, the first received counts.
          "INSERT INTO submission SELECT period, definition, unit, revision, digest, reporter, definition_version, "
          "definition_digest, journal_head, submitted_at, "
          "who, login, station, signer, CASE WHEN EXISTS (SELECT 1 FROM submission_1 b WHERE b.period = a.period AND "
          "b.definition = a.definition AND "
          "b.unit = a.unit AND b.revision = a.revision AND (b.received_at < a.received_at OR (b.received_at = "
          "a.received_at AND b.digest < a.digest))) "
          "THEN 3 ELSE state END, received_at, '', '', '', package FROM submission_1 a",
          "DROP TABLE submission_1",
          "CREATE UNIQUE INDEX submission_key ON submission (period, definition, unit, revision DESC, digest)",
      },
      // The column `package` may hold packed text (package_text.h): programs of version 2 would not read it.
      {},
      {
          "CREATE TABLE remark (period TEXT NOT NULL, definition TEXT NOT NULL, unit TEXT NOT NULL, revision BIGINT "
          "NOT NULL, place TEXT NOT NULL, text TEXT NOT NULL, "
          "PRIMARY KEY (period, definition, unit, revision, place))",
          "CREATE TABLE receipt (period TEXT NOT NULL, definition TEXT NOT NULL, unit TEXT NOT NULL, revision BIGINT "
          "NOT NULL, digest TEXT NOT NULL, result TEXT NOT NULL, "
          "at TEXT NOT NULL, who TEXT NOT NULL, signer TEXT NOT NULL, PRIMARY KEY (period, definition, unit, revision, "
          "digest))",
      },
      // checked_by distinguishes a submission that was made here, whose journal is here, from one that was received: it
      // is not empty for the latter.
      {
          "UPDATE submission SET checked_by = '-' WHERE checked_by = '' AND NOT EXISTS (SELECT 1 FROM change c WHERE "
          "c.period = submission.period AND "
          "c.definition = submission.definition AND c.unit = submission.unit AND c.digest = submission.journal_head)",
      },
      // A unit has states by days (model/units/unit_history.h). Those known so far keep their code as identity.
      {
          "CREATE TABLE unit_state (unit TEXT NOT NULL, from_day TEXT NOT NULL, until_day TEXT NOT NULL, code TEXT NOT "
          "NULL, kind TEXT NOT NULL, form TEXT NOT NULL, name TEXT NOT NULL, parent TEXT NOT NULL, identifier TEXT NOT "
          "NULL, origin_unstated BIGINT NOT NULL DEFAULT 0, PRIMARY KEY (unit, from_day))",
          "CREATE UNIQUE INDEX unit_state_code ON unit_state (code, from_day)",
          "CREATE TABLE unit_lineage (after_unit TEXT NOT NULL, before_unit TEXT NOT NULL, day TEXT NOT NULL, share "
          "TEXT NOT NULL CHECK (share IN ('whole', 'part')), basis TEXT NOT NULL, PRIMARY KEY (after_unit, "
          "before_unit))",
          // Counts how often the two were saved.
          "CREATE TABLE unit_list (version BIGINT NOT NULL)",
          "INSERT INTO unit_list (version) VALUES (0)",
          "INSERT INTO unit_state (unit, from_day, until_day, code, kind, form, name, parent, identifier) SELECT id, "
          "from_date, to_date, id, kind, '', name, parent, identifier FROM unit",
          "DROP TABLE unit",
          // Who could work with the units before (installer/postgresql/roles.sql) can go on.
          "/* PostgreSQL */ DO $$ BEGIN IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'cchc_office') THEN "
          "GRANT SELECT ON unit_state, unit_lineage, unit_list TO cchc_department, cchc_department_head, cchc_office, "
          "cchc_office_head; "
          "GRANT INSERT, UPDATE, DELETE ON unit_state, unit_lineage TO cchc_office, cchc_office_head; "
          "GRANT DELETE ON assignment TO cchc_office, cchc_office_head; "
          "GRANT UPDATE ON unit_list TO cchc_office, cchc_office_head; END IF; END $$",
      },
      // What shaped an issued report is kept by digest.
      {
          "CREATE TABLE kept_file (digest TEXT PRIMARY KEY, content TEXT NOT NULL)",
          "CREATE TABLE issued_report (period TEXT NOT NULL, unit TEXT NOT NULL, revision BIGINT NOT NULL, at TEXT NOT "
          "NULL, who TEXT NOT NULL, login TEXT NOT NULL, station TEXT NOT NULL, program TEXT NOT NULL, reopened_at "
          "TEXT "
          "NOT NULL, PRIMARY KEY (period, unit, revision))",
          "CREATE TABLE issued_file (period TEXT NOT NULL, unit TEXT NOT NULL, revision BIGINT NOT NULL, name TEXT NOT "
          "NULL, digest TEXT NOT NULL, PRIMARY KEY (period, unit, revision, name))",
          "/* PostgreSQL */ DO $$ BEGIN IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'cchc_office') THEN "
          "GRANT SELECT ON kept_file, issued_report, issued_file TO cchc_department, cchc_department_head, "
          "cchc_office, "
          "cchc_office_head; "
          "GRANT INSERT ON kept_file, issued_report, issued_file TO cchc_office_head; "
          "GRANT UPDATE (reopened_at) ON issued_report TO cchc_office_head; "
          "ALTER TABLE kept_file ENABLE ROW LEVEL SECURITY; "
          "CREATE POLICY department_reads ON kept_file FOR SELECT TO cchc_department, cchc_department_head USING (NOT "
          "EXISTS (SELECT 1 FROM issued_file f WHERE f.digest = kept_file.digest AND f.name = 'report.xml')); "
          "CREATE POLICY office_reads ON kept_file FOR SELECT TO cchc_office, cchc_office_head USING (true); "
          "CREATE POLICY office_adds ON kept_file FOR INSERT TO cchc_office_head WITH CHECK (true); END IF; END $$",
      },
      // Of what span the figures of a period are (model/org_unit.h, PeriodSpan).
      {
          "ALTER TABLE period ADD COLUMN span TEXT NOT NULL DEFAULT 'cumulative' CHECK (span IN ('cumulative', "
          "'period'))",
      },
      // A submission may be discarded (4) or withdrawn (5). The one row of desk is the desk of this PC, if it is set.
      {
          "CREATE TABLE desk (unit TEXT NOT NULL, roles BIGINT NOT NULL)",
          "/* SQLite */ DROP INDEX submission_key",
          "/* SQLite */ ALTER TABLE submission RENAME TO submission_8",
          "/* SQLite */ CREATE TABLE submission (period TEXT NOT NULL, definition TEXT NOT NULL, unit TEXT NOT NULL, "
          "revision BIGINT NOT NULL, digest TEXT NOT NULL, reporter TEXT NOT NULL, definition_version BIGINT NOT NULL, "
          "definition_digest TEXT NOT NULL, journal_head TEXT NOT NULL, submitted_at TEXT NOT NULL, who TEXT NOT NULL, "
          "login TEXT NOT NULL, station TEXT NOT NULL, signer TEXT NOT NULL, state BIGINT NOT NULL CHECK (state "
          "BETWEEN 0 AND 5), received_at TEXT NOT NULL, checked_by TEXT NOT NULL, contribution TEXT NOT NULL, findings "
          "TEXT NOT NULL, package TEXT NOT NULL)",
          "/* SQLite */ INSERT INTO submission SELECT period, definition, unit, revision, digest, reporter, "
          "definition_version, definition_digest, journal_head, submitted_at, who, login, station, signer, state, "
          "received_at, checked_by, contribution, findings, package FROM submission_8",
          "/* SQLite */ DROP TABLE submission_8",
          "/* SQLite */ CREATE UNIQUE INDEX submission_key ON submission (period, definition, unit, revision DESC, "
          "digest)",
          // The name of the constraint depends on the steps before. Policies and rights of the table stay.
          "/* PostgreSQL */ DO $$ DECLARE name TEXT; BEGIN FOR name IN SELECT conname FROM pg_constraint WHERE "
          "conrelid = to_regclass('submission') AND contype = 'c' LOOP EXECUTE format('ALTER TABLE submission DROP "
          "CONSTRAINT %I', name); END LOOP; END $$",
          "/* PostgreSQL */ ALTER TABLE submission ADD CHECK (state BETWEEN 0 AND 5)",
      },
      // That a person has a report issued although sections are missing.
      {
          "CREATE TABLE confirmed_missing (period TEXT NOT NULL, unit TEXT NOT NULL, number BIGINT NOT NULL, sections "
          "TEXT NOT NULL, sentence TEXT NOT NULL, confirmed_by TEXT NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL, "
          "login TEXT NOT NULL, station TEXT NOT NULL, PRIMARY KEY (period, unit, number))",
          "/* PostgreSQL */ DO $$ BEGIN IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'cchc_office') THEN "
          "GRANT SELECT ON confirmed_missing TO cchc_department, cchc_department_head, cchc_office, cchc_office_head; "
          "GRANT INSERT ON confirmed_missing TO cchc_office_head; "
          "ALTER TABLE confirmed_missing ENABLE ROW LEVEL SECURITY; "
          "CREATE POLICY all_read ON confirmed_missing FOR SELECT TO cchc_department, cchc_department_head, "
          "cchc_office, cchc_office_head USING (true); "
          "CREATE POLICY head_confirms ON confirmed_missing FOR INSERT TO cchc_office_head WITH CHECK (login = "
          "session_user); END IF; END $$",
      }};
  return steps;
}

bool hasTable(soci::session& sql, bool postgres, const std::string& name) {
  int count = 0;
  if (postgres) {
    sql << "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = "
           ":name",
        soci::use(name), soci::into(count);
  } else {
    sql << "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = :name", soci::use(name),
        soci::into(count);
  }
  return count > 0;
}

int tableCount(soci::session& sql, bool postgres) {
  int count = 0;
  if (postgres)
    sql << "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema()", soci::into(count);
  else
    sql << "SELECT count(*) FROM sqlite_master WHERE type = 'table'", soci::into(count);
  return count;
}

// PostgreSQL orders text by the locale unless it has a collation; the suite orders by code.
std::string forDatabase(std::string statement, bool postgres) {
  if (!postgres || !statement.starts_with("CREATE TABLE")) return statement;
  const std::string word = " TEXT", bytewise = " TEXT COLLATE \"C\"";
  for (auto at = statement.find(word); at != std::string::npos; at = statement.find(word, at + bytewise.size()))
    statement.replace(at, word.size(), bytewise);
  return statement;
}

// The store's version; 0 for an empty database. Outside a transaction store.not-a-store is not reliable, since another
// program may be creating the tables between two queries. Errors:
//   store.not-a-store
//   store.newer
Result<int> versionOf(soci::session& sql, bool postgres, const std::string& address) {
  int version = 0;
  if (hasTable(sql, postgres, "store_version")) {
    sql << "SELECT version FROM store_version", soci::into(version);
  } else if (tableCount(sql, postgres) > 0) {
    return fail("store.not-a-store", address, {}, ErrorKind::failure);
  }
  if (version > Store::schemaVersion) {
    return fail("store.newer", address,
                {{"version", std::to_string(version)}, {"known", std::to_string(Store::schemaVersion)}},
                ErrorKind::failure);
  }
  return version;
}

}  // namespace

Status migrateSchema(soci::session& sql, bool postgres, const std::string& address) {
  const auto present = versionOf(sql, postgres, address);
  if (!present && present.error().code != "store.not-a-store") return fail(present.error());
  if (present && *present == Store::schemaVersion) return {};
  // Several programs may find an older store at the same moment. One migrates it; the others wait and then find it
  // done.
  Transaction transaction(sql, postgres);
  int locked = 0;
  if (postgres) sql << "SELECT 1 FROM pg_advisory_xact_lock(20230828)", soci::into(locked);
  CCHC_TRY(auto version, versionOf(sql, postgres, address));
  if (version == Store::schemaVersion) return {};
  // The copy is suite.sqlite.before-version-2. An existing one may be overwritten: it is an older copy of this same
  // store, or comes from an attempt that did not finish. It needs a separate connection, because this one's transaction
  // has begun.
  if (version > 0 && !postgres)
    CCHC_CHECK(
        copyStore(std::filesystem::path(address), address + ".before-version-" + std::to_string(version + 1), address));
  if (version == 0) {
    sql << "CREATE TABLE store_version (version BIGINT NOT NULL)";
    sql << "INSERT INTO store_version (version) VALUES (0)";
  }
  for (; version < Store::schemaVersion; ++version) {
    for (const auto* statement : schemaSteps()[static_cast<std::size_t>(version)]) {
      const std::string_view text = statement;
      if (text.starts_with(postgres ? onlySqlite : onlyPostgres)) continue;
      sql << forDatabase(statement, postgres);
    }
  }
  sql << "UPDATE store_version SET version = :version", soci::use(version);
  transaction.commit();
  return {};
}

}  // namespace cchc::store
