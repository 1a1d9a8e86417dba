// Writes the tables that set up a store.
#include <initializer_list>
#include <optional>
#include <string>

#include "core/exchange/setup/setup_tables.h"

namespace cchc {
namespace {

// The values have neither tabs nor line breaks: readers and stores only take texts of one line.
void addLine(std::string& table, std::initializer_list<std::string> cells) {
  const char* separator = "";
  for (const auto& cell : cells) {
    table += separator + cell;
    separator = "\t";
  }
  table += '\n';
}

std::string dayText(const std::optional<Date>& day) { return day ? day->toText() : std::string(); }
std::string idText(const std::optional<PeriodId>& id) { return id ? id->value : std::string(); }

// What the state was made of, and by which document. `first`: it is the first state of its unit.
struct Origin {
  std::string before, basis;
};
Origin originOf(const UnitHistory& units, const UnitState& state, bool first) {
  Origin origin;
  for (const auto& line : units.lineage()) {
    if (line.after != state.unit || line.day != state.from) continue;
    origin.before += (origin.before.empty() ? "" : " ") + codeOf(line.before) + (line.whole ? "" : "*");
    origin.basis = line.basis;
  }
  // The same unit with another kind, name or parent.
  if (!first && origin.before.empty() && !state.originUnstated) origin.before = state.code;
  return origin;
}

}  // namespace

std::string writeUnits(const UnitHistory& units) {
  std::string table;
  addLine(table, {"code", "kind", "form", "name", "parent", "from", "to", "identifier", "before", "basis"});
  OrgUnitId last;
  for (const auto& state : units.states()) {
    const auto origin = originOf(units, state, state.unit != last);
    last = state.unit;
    addLine(table, {state.code, state.kind, state.form, state.name, state.parent, dayText(state.from),
                    dayText(state.until), state.identifier, origin.before, origin.basis});
  }
  return table;
}

std::string writePeriods(const std::vector<Period>& periods) {
  std::string table;
  addLine(table, {"id", "name", "start", "end", "closing", "deadline", "comparison", "last_year", "next_name", "closed",
                  "span"});
  for (const auto& period : periods)
    addLine(table, {period.id.value, period.name, period.start.toText(), period.end.toText(), dayText(period.closing),
                    dayText(period.deadline), idText(period.comparison), idText(period.lastYear), period.nextName,
                    period.closed ? "1" : "", std::string(periodSpanName(period.span))});
  return table;
}

std::string writeAssignments(const std::vector<Assignment>& assignments) {
  std::string table;
  addLine(table, {"definition", "subject", "reporter", "period", "deadline"});
  for (const auto& each : assignments)
    addLine(table, {each.definition.value, codeOf(each.subject), codeOf(each.reporter), each.period.value,
                    dayText(each.deadline)});
  return table;
}

}  // namespace cchc
