// Desks, definitions, units, periods, assignments.
#include <algorithm>

#include "core/store/section_row.h"
#include "core/store/session.h"
#include "core/store/units/assignment_tables.h"
#include "core/store/units/unit_tables.h"

namespace cchc {

using soci::into;
using soci::use;

namespace {

// Optional values as stored in text columns: "" for none.
std::string textOf(const std::optional<Date>& date) { return date ? date->toText() : std::string(); }
std::optional<Date> dateOf(const std::string& text) { return Date::parse(text); }
template <class IdType>
std::string textOf(const std::optional<IdType>& id) {
  return id ? id->value : std::string();
}
template <class IdType>
std::optional<IdType> idOf(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(IdType(text));
}

}  // namespace

Result<Desk> Store::grantedDesk() {
  if (!session_->postgres) return Desk{};
  return store::guarded(session_->address, [&]() -> Result<Desk> {
    std::string name;
    int member = 0;
    Desk desk{std::nullopt, 0};
    bool any = false;
    {
      soci::statement statement =
          (session_->sql.prepare
               << "SELECT rolname, CASE WHEN pg_has_role(session_user, oid, 'member') THEN 1 ELSE 0 END FROM pg_roles "
                  "WHERE rolname IN ('cchc_department', 'cchc_department_head', 'cchc_office', 'cchc_office_head')",
           into(name), into(member));
      statement.execute();
      while (statement.fetch()) {
        any = true;
        std::replace(name.begin(), name.end(), '_', '-');
        const auto role = roleOf(name.substr(5));
        if (role && member != 0) desk.roles |= static_cast<Roles>(*role);
      }
    }
    if (!any) return Desk{};
    int defined = 0;
    session_->sql << "SELECT CASE WHEN to_regprocedure('cchc_member_unit()') IS NULL THEN 0 ELSE 1 END", into(defined);
    if (defined == 0) return desk;
    std::string unit;
    session_->sql << "SELECT cchc_member_unit()", into(unit);
    desk.unit = idOf<OrgUnitId>(unit);
    // Whoever is no member of a unit reports no section: only the store's keeper is a desk of any unit.
    int keeps = 0;
    session_->sql << "SELECT CASE WHEN cchc_keeps_store() THEN 1 ELSE 0 END", into(keeps);
    if (!desk.unit && keeps == 0) desk.roles &= officeRoles;
    return desk;
  });
}

Result<std::optional<Desk>> Store::desk() {
  if (session_->postgres) return std::optional<Desk>();
  return store::guarded(session_->address, [&]() -> Result<std::optional<Desk>> {
    std::vector<std::pair<std::string, std::string>> rows;
    std::string unit, roles;
    soci::statement statement =
        (session_->sql.prepare << "SELECT unit, CAST(roles AS TEXT) FROM desk", into(unit), into(roles));
    statement.execute();
    while (statement.fetch()) rows.emplace_back(unit, roles);
    if (rows.empty()) return std::optional<Desk>();
    for (Roles known = 1; known <= allRoles && rows.size() == 1; ++known) {
      if (rows.front().second == std::to_string(known))
        return std::optional(Desk{idOf<OrgUnitId>(rows.front().first), known});
    }
    return fail("desk.altered", session_->address, {{"unit", rows.front().first}, {"roles", rows.front().second}});
  });
}

Status Store::saveDesk(const std::optional<Desk>& desk) {
  if (session_->postgres) return fail("desk.shared", session_->address);
  return store::written(*session_, [&]() -> Status {
    session_->sql << "DELETE FROM desk";
    if (!desk) return {};
    const auto unit = textOf(desk->unit);
    const int roles = static_cast<int>(desk->roles);
    session_->sql << "INSERT INTO desk (unit, roles) VALUES (:unit, :roles)", use(unit), use(roles);
    return {};
  });
}

Result<std::string> Store::login() {
  if (!session_->postgres) return std::string();
  return store::guarded(session_->address, [&]() -> Result<std::string> {
    std::string login;
    session_->sql << "SELECT session_user", into(login);
    return login;
  });
}

Status Store::saveDefinition(const SectionDefinition& definition) {
  // One that is there is not written again: it would wait for whoever writes the same.
  CCHC_TRY(const auto known, definitionXml(definition.digest));
  if (known) return {};
  return store::written(*session_, [&]() -> Status {
    session_->sql << "INSERT INTO definition (digest, id, version, xml) VALUES (:digest, :id, :version, :xml) ON "
                     "CONFLICT DO NOTHING",
        use(definition.digest), use(definition.id.value), use(definition.version), use(definition.xml);
    return {};
  });
}

Result<std::optional<std::string>> Store::definitionXml(const std::string& digest) {
  return store::foundText(*session_, "SELECT xml FROM definition WHERE digest = :digest", digest);
}

Result<std::vector<Store::KeptDefinition>> Store::definitions() {
  return store::guarded(session_->address, [&]() -> Result<std::vector<KeptDefinition>> {
    std::vector<KeptDefinition> all;
    KeptDefinition one;
    long long version = 0;
    soci::statement statement =
        (session_->sql.prepare << "SELECT id, version, digest FROM definition ORDER BY id, version, digest",
         into(one.id.value), into(version), into(one.digest));
    statement.execute();
    while (statement.fetch()) {
      one.version = store::bounded(version);
      if (one.version >= 0) all.push_back(one);
    }
    return all;
  });
}

Result<int> Store::acceptedWith(const std::string& digest) {
  return store::guarded(session_->address, [&]() -> Result<int> {
    const int accepted = static_cast<int>(SubmissionState::accepted);
    int count = 0;
    session_->sql << "SELECT count(*) FROM submission WHERE definition_digest = :digest AND state = :state",
        use(digest), use(accepted), into(count);
    return count;
  });
}

Result<std::shared_ptr<const UnitHistory>> Store::units() {
  return store::guarded(session_->address, [&]() -> Result<std::shared_ptr<const UnitHistory>> {
    const auto version = store::unitsVersion(session_->sql);
    if (!session_->units || version != session_->unitsVersion) {
      session_->units = std::make_shared<const UnitHistory>(store::readUnits(session_->sql));
      session_->unitsVersion = version;
    }
    return session_->units;
  });
}

Status Store::saveUnits(const UnitHistory& units, const std::shared_ptr<const UnitHistory>& basedOn) {
  return store::written(*session_, [&]() -> Status {
    // A transaction that writes holds off other writers from here on.
    session_->sql << "UPDATE unit_list SET version = version + 1";
    const auto version = store::unitsVersion(session_->sql);
    if (basedOn != session_->units || version != session_->unitsVersion + 1) return fail("unit.changed-meanwhile");
    store::writeUnits(session_->sql, units);
    return {};
  });
}

Status Store::savePeriods(std::span<const Period> periods, std::span<const PeriodChange> changes, const Actor& who) {
  return store::written(*session_, [&]() -> Status {
    for (const auto& period : periods) {
      const auto start = period.start.toText(), end = period.end.toText(), closing = textOf(period.closing),
                 deadline = textOf(period.deadline);
      const auto comparison = textOf(period.comparison), lastYear = textOf(period.lastYear);
      const int closed = period.closed ? 1 : 0;
      const std::string span(periodSpanName(period.span));
      session_->sql
          << "INSERT INTO period (id, name, next_name, start_date, end_date, closing, deadline, comparison, "
             "last_year, closed, span) VALUES (:id, :name, "
             ":next, :start, :end, :closing, :deadline, :comparison, :lastyear, :closed, :span) ON CONFLICT (id) DO "
             "UPDATE SET name = excluded.name, "
             "next_name = excluded.next_name, start_date = excluded.start_date, end_date = "
             "excluded.end_date, closing = excluded.closing, "
             "deadline = excluded.deadline, comparison = excluded.comparison, last_year = "
             "excluded.last_year, closed = excluded.closed, span = excluded.span",
          use(period.id.value), use(period.name), use(period.nextName), use(start), use(end), use(closing),
          use(deadline), use(comparison), use(lastYear), use(closed), use(span);
    }
    for (const auto& change : changes) {
      store::journalOfSection(*session_, change.section, change.differences,
                              {SubmissionEvent::Kind::periodChanged, change.reason}, who);
    }
    return {};
  });
}

Result<std::vector<Period>> Store::periods() {
  return store::guarded(session_->address, [&]() -> Result<std::vector<Period>> {
    std::vector<Period> periods;
    std::string id, name, next, start, end, closing, deadline, comparison, lastYear, span;
    int closed = 0;
    soci::statement statement = (session_->sql.prepare << "SELECT id, name, next_name, start_date, end_date, closing, "
                                                          "deadline, comparison, last_year, closed, span "
                                                          "FROM period ORDER BY start_date, end_date, id",
                                 into(id), into(name), into(next), into(start), into(end), into(closing),
                                 into(deadline), into(comparison), into(lastYear), into(closed), into(span));
    statement.execute();
    while (statement.fetch()) {
      periods.push_back({PeriodId(id), name, next, dateOf(start).value_or(Date{}), dateOf(end).value_or(Date{}),
                         dateOf(closing), dateOf(deadline), idOf<PeriodId>(comparison), idOf<PeriodId>(lastYear),
                         closed == 1, periodSpanOf(span).value_or(PeriodSpan::cumulative)});
    }
    return periods;
  });
}

Status Store::saveAssignments(std::span<const Assignment> assignments, const Actor& who, const std::string& reason) {
  return store::written(*session_, [&] { return store::writeAssignments(*session_, assignments, who, reason); });
}

Status Store::replaceAssignments(std::span<const Assignment> before, std::span<const Assignment> after) {
  return store::written(*session_, [&]() -> Status {
    CCHC_CHECK(store::removeAssignments(*session_, before));
    return store::writeAssignments(*session_, after, {}, {});
  });
}

Result<std::vector<Store::Reassignment>> Store::reassignments(std::span<const Assignment> assignments) {
  return store::guarded(session_->address, [&]() -> Result<std::vector<Reassignment>> {
    return store::reassignmentsIn(*session_, assignments);
  });
}

Result<std::vector<Assignment>> Store::assignments(const PeriodId& period) {
  std::vector<Assignment> assignments;
  CCHC_TRY(const auto count, store::guarded(session_->address, [&]() -> Result<std::size_t> {
             int rows = 0;
             session_->sql << "SELECT count(*) FROM assignment WHERE period = :period", use(period.value), into(rows);
             return static_cast<std::size_t>(rows);
           }));
  assignments.reserve(count);
  CCHC_CHECK(forEachAssignment(period, [&](const Assignment& assignment) { assignments.push_back(assignment); }));
  return assignments;
}

Result<OrgUnitId> Store::reporter(const SectionKey& key) {
  return store::guarded(session_->address,
                        [&]() -> Result<OrgUnitId> { return store::reporterOf(session_->sql, key); });
}

Status Store::forEachAssignment(const PeriodId& period, const std::function<void(const Assignment&)>& visit) {
  return store::guarded(session_->address, [&]() -> Status {
    std::string definition, subject, reporter, deadline;
    soci::statement statement =
        (session_->sql.prepare
             << "SELECT definition, subject, reporter, deadline FROM assignment WHERE period = :period "
                "ORDER BY definition, subject",
         use(period.value), into(definition), into(subject), into(reporter), into(deadline));
    statement.execute();
    while (statement.fetch())
      visit({DefinitionId(definition), OrgUnitId(subject), OrgUnitId(reporter), period, dateOf(deadline)});
    return {};
  });
}

}  // namespace cchc
