#include "core/store/units/unit_tables.h"

#include <string>
#include <utility>
#include <vector>

namespace cchc::store {
namespace {

using soci::into;
using soci::use;

// Days as stored: "" for an open end.
std::string dayText(const std::optional<Date>& day) { return day ? day->toText() : std::string(); }

}  // namespace

long long unitsVersion(soci::session& sql) {
  long long version = 0;
  sql << "SELECT version FROM unit_list", into(version);
  return version;
}

UnitHistory readUnits(soci::session& sql) {
  std::vector<UnitState> states;
  long long count = 0;
  sql << "SELECT count(*) FROM unit_state", into(count);
  states.reserve(static_cast<std::size_t>(count));
  {
    UnitState row;
    std::string from, until;
    int unstated = 0;
    soci::statement statement =
        (sql.prepare << "SELECT unit, from_day, until_day, code, kind, form, name, parent, identifier, origin_unstated "
                        "FROM unit_state ORDER BY unit, from_day",
         into(row.unit.value), into(from), into(until), into(row.code), into(row.kind), into(row.form), into(row.name),
         into(row.parent), into(row.identifier), into(unstated));
    statement.execute();
    while (statement.fetch()) {
      states.push_back(row);
      states.back().from = Date::parse(from), states.back().until = Date::parse(until);
      states.back().originUnstated = unstated != 0;
    }
  }
  std::vector<UnitLineage> lineage;
  UnitLineage row;
  std::string day, share;
  soci::statement statement = (sql.prepare << "SELECT after_unit, before_unit, day, share, basis FROM unit_lineage",
                               into(row.after.value), into(row.before.value), into(day), into(share), into(row.basis));
  statement.execute();
  while (statement.fetch()) {
    row.day = Date::parse(day).value_or(Date{});
    row.whole = share == "whole";
    lineage.push_back(row);
  }
  return {std::move(states), std::move(lineage)};
}

void writeUnits(soci::session& sql, const UnitHistory& units) {
  sql << "DELETE FROM unit_state";
  sql << "DELETE FROM unit_lineage";
  {
    UnitState row;
    std::string from, until;
    int unstated = 0;
    soci::statement statement =
        (sql.prepare << "INSERT INTO unit_state (unit, from_day, until_day, code, kind, form, name, parent, "
                        "identifier, origin_unstated) VALUES (:unit, :from, :until, :code, :kind, :form, :name, "
                        ":parent, :identifier, :unstated)",
         use(row.unit.value), use(from), use(until), use(row.code), use(row.kind), use(row.form), use(row.name),
         use(row.parent), use(row.identifier), use(unstated));
    for (const auto& state : units.states()) {
      row = state;
      from = dayText(state.from), until = dayText(state.until);
      unstated = state.originUnstated ? 1 : 0;
      statement.execute(true);
    }
  }
  UnitLineage row;
  std::string day, share;
  soci::statement statement =
      (sql.prepare << "INSERT INTO unit_lineage (after_unit, before_unit, day, share, basis) VALUES (:after, :before, "
                      ":day, :share, :basis)",
       use(row.after.value), use(row.before.value), use(day), use(share), use(row.basis));
  for (const auto& line : units.lineage()) {
    row = line;
    day = line.day.toText(), share = line.whole ? "whole" : "part";
    statement.execute(true);
  }
}

}  // namespace cchc::store
