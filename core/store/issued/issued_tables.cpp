#include "core/store/issued/issued_tables.h"

#include "core/store/package_text.h"
#include "core/store/units/unit_tables.h"

namespace cchc::store {

using soci::into;
using soci::use;

namespace {

// The store keeps definitions by digest anyway.
bool isDefinition(soci::session& sql, const IssuedFile& file) {
  int count = 0;
  sql << "SELECT count(*) FROM definition WHERE digest = :digest AND xml = :xml", use(file.digest), use(*file.content),
      into(count);
  return count > 0;
}

}  // namespace

void writeIssuedReport(Store::Session& session, const IssuedReport& report) {
  auto& sql = session.sql;
  int revision = 0;
  sql << "SELECT coalesce(max(revision), 0) + 1 FROM issued_report WHERE period = :p AND unit = :u",
      use(report.period.value), use(report.unit.value), into(revision);
  const auto at = timeText(report.at);
  sql << "INSERT INTO issued_report (period, unit, revision, at, who, login, station, program, reopened_at) VALUES "
         "(:p, "
         ":u, :r, :at, :who, :login, :station, :program, '')",
      use(report.period.value), use(report.unit.value), use(revision), use(at), use(report.by.name),
      use(report.by.login), use(report.by.station), use(report.program);
  for (const auto& file : report.files) {
    sql << "INSERT INTO issued_file (period, unit, revision, name, digest) VALUES (:p, :u, :r, :name, :digest)",
        use(report.period.value), use(report.unit.value), use(revision), use(file.name), use(file.digest);
    if (!file.content || isDefinition(sql, file)) continue;
    // PostgreSQL compresses by itself, and compares the text with the digest (installer/postgresql/roles.sql).
    const auto content = session.postgres ? *file.content : packed(*file.content);
    sql << "INSERT INTO kept_file (digest, content) VALUES (:digest, :content) ON CONFLICT DO NOTHING",
        use(file.digest), use(content);
  }
}

std::vector<IssuedReport> readIssuedReports(soci::session& sql, const OrgUnitId& unit, const PeriodId& period) {
  std::vector<IssuedReport> all;
  {
    IssuedReport one;
    one.unit = unit, one.period = period;
    std::string at, reopened;
    soci::statement statement =
        (sql.prepare << "SELECT revision, at, who, login, station, program, reopened_at FROM issued_report "
                        "WHERE period = :p AND unit = :u ORDER BY revision DESC",
         use(period.value), use(unit.value), into(one.revision), into(at), into(one.by.name), into(one.by.login),
         into(one.by.station), into(one.program), into(reopened));
    statement.execute();
    while (statement.fetch()) {
      one.at = parseTime(at).value_or(Time{});
      one.reopenedAt = parseTime(reopened);
      all.push_back(one);
    }
  }
  for (auto& report : all) {
    IssuedFile file;
    soci::statement statement =
        (sql.prepare << "SELECT name, digest FROM issued_file WHERE period = :p AND unit = :u AND revision = "
                        ":r ORDER BY name",
         use(period.value), use(unit.value), use(report.revision), into(file.name), into(file.digest));
    statement.execute();
    while (statement.fetch()) report.files.push_back(file);
  }
  return all;
}

void noteReopened(Store::Session& session, const SectionKey& key) {
  std::vector<std::string> heads;
  std::string unit;
  {
    soci::statement statement = (session.sql.prepare << "SELECT DISTINCT unit FROM issued_report WHERE period = :p AND "
                                                        "reopened_at = '' ORDER BY unit",
                                 use(key.period.value), into(unit));
    statement.execute();
    while (statement.fetch()) heads.push_back(unit);
  }
  if (heads.empty()) return;
  std::string end;
  session.sql << "SELECT end_date FROM period WHERE id = :p", use(key.period.value), into(end);
  const auto day = Date::parse(end).value_or(Date{});
  const auto units = readUnits(session.sql);
  const auto now = timeText(session.clock->now());
  for (const auto& head : heads) {
    auto above = std::optional(key.unit);
    // A wrong list of units may have a circle.
    for (std::size_t steps = 0; above && above->value != head && steps < units.states().size(); ++steps) {
      const auto known = units.asOn(*above, day);
      above = known ? known->parent : std::nullopt;
    }
    if (!above || above->value != head) continue;
    session.sql << "UPDATE issued_report SET reopened_at = :now WHERE period = :p AND unit = :u AND reopened_at = ''",
        use(now), use(key.period.value), use(head);
  }
}

}  // namespace cchc::store
