#include "core/exchange/setup/setup_tables.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "core/base/reading/date.h"
#include "core/base/text.h"
#include "core/exchange/sheets/sheet_file.h"
#include "core/exchange/values/value_check.h"
#include "core/exchange/xml/tokens.h"

namespace cchc {
namespace {

// The lines of a table, by the names of its columns.
class Lines {
 public:
  // The first `needed` columns of `names` must be present.
  static Result<Lines> of(std::string_view tsv, std::string_view file, const std::vector<std::string_view>& names,
                          std::size_t needed) {
    Lines lines;
    lines.file_ = file;
    CCHC_TRY(auto read, readSheetFile(tsv, file));
    lines.sheet_ = std::move(read.sheets[read.firstVisible()]);
    std::string columns;
    for (const auto name : names) columns += (columns.empty() ? "" : ", ") + std::string(name);
    const auto wrong = [&] { return fail("table.no-header", std::string(file) + ":1", {{"columns", columns}}); };
    if (lines.sheet_.rows.empty()) return wrong();
    const auto& header = lines.sheet_.rows.front().cells;
    for (std::size_t i = 0; i < header.size(); ++i) {
      const auto name = trim(header[i].text);
      if (std::find(names.begin(), names.end(), name) == names.end() || !lines.columns_.emplace(name, i).second)
        return wrong();
    }
    for (std::size_t i = 0; i < needed; ++i) {
      if (!lines.columns_.contains(std::string(names[i]))) return wrong();
    }
    // A comma inside a name would shift the cells after it.
    for (std::size_t i = 1; i < lines.sheet_.rows.size(); ++i) {
      const auto beyond = firstBeyondHeadings(lines.sheet_, 0, i);
      if (beyond < lines.sheet_.rows[i].cells.size()) return fail("values.too-many-cells", lines.position(i - 1));
    }
    return lines;
  }

  std::size_t size() const { return sheet_.rows.size() - 1; }
  std::string position(std::size_t line) const { return file_ + ":" + std::to_string(sheet_.rows[line + 1].number); }

  std::string_view given(std::size_t line, std::string_view column) const {
    const auto* cell = cellOf(line, column);
    return cell == nullptr ? std::string_view() : trim(cell->text);
  }
  tl::unexpected<Error> wrong(std::size_t line, std::string_view column) const {
    return fail("table.wrong", position(line),
                {{"column", std::string(column)}, {"given", shortened(given(line, column))}});
  }
  tl::unexpected<Error> missing(std::size_t line, std::string_view column) const {
    return fail("table.missing", position(line), {{"column", std::string(column)}});
  }
  tl::unexpected<Error> twice(std::size_t line, std::string id) const {
    return fail("table.duplicate", position(line), {{"id", std::move(id)}});
  }

  Result<std::string> code(std::size_t line, std::string_view column) const {
    const auto* cell = cellOf(line, column);
    std::string text(given(line, column));
    // Zeros at the start are part of a code, and marks of thousands are not.
    if (cell != nullptr && cell->kind == SheetCell::Kind::number &&
        text.find_first_not_of("0123456789") != std::string::npos)
      text = cell->number.normalised().toText();
    if (text.empty()) return missing(line, column);
    if (!isToken(text) || text.find('/') != std::string::npos) return wrong(line, column);
    return text;
  }
  Result<std::string> words(std::size_t line, std::string_view column, bool needed) const {
    std::string text;
    const auto* cell = cellOf(line, column);
    const bool known = cell == nullptr ||
                       (cell->kind != SheetCell::Kind::error && cell->kind != SheetCell::Kind::formulaWithoutResult);
    if (!known || !assignLine(given(line, column), text)) return wrong(line, column);
    if (needed && text.empty()) return missing(line, column);
    return text;
  }
  Result<std::optional<Date>> date(std::size_t line, std::string_view column) const {
    const auto text = given(line, column);
    if (text.empty()) return std::optional<Date>();
    if (const auto* cell = cellOf(line, column); cell->kind == SheetCell::Kind::date) return cell->date;
    const auto reading = reading::readDate(text, {});
    const auto* const date = std::get_if<Date>(&reading);
    if (date == nullptr || !date->hasDay()) return wrong(line, column);
    return *date;
  }
  Status inOrder(std::size_t line, std::string_view earlier, const std::optional<Date>& a, std::string_view later,
                 const std::optional<Date>& b) const {
    if (!a || !b || !(*b < *a)) return {};
    return fail("table.order", position(line), {{"earlier", std::string(earlier)}, {"later", std::string(later)}});
  }

 private:
  // The cell, or the one that covers it; nullptr: there is no such column.
  const SheetCell* cellOf(std::size_t line, std::string_view column) const {
    const auto found = columns_.find(std::string(column));
    return found == columns_.end() ? nullptr : &sheet_.covering(line + 1, found->second);
  }

  std::string file_;
  Sheet sheet_;
  std::map<std::string, std::size_t> columns_;
};

// Refuses a unit that is above itself, since a walk up the tree would never end. A parent that is not in this file may
// already be in the store.
Status checkTree(const Lines& lines, const std::vector<OrgUnit>& units) {
  std::unordered_map<OrgUnitId, const OrgUnit*> byId;
  for (const auto& unit : units) byId[unit.id] = &unit;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const auto* at = &units[i];
    for (std::size_t steps = 0; at->parent; ++steps) {
      const auto above = byId.find(*at->parent);
      if (above == byId.end()) break;
      at = above->second;
      if (at == &units[i] || steps > 100) return fail("table.cycle", lines.position(i), {{"id", units[i].id.value}});
    }
  }
  return {};
}

}  // namespace

Result<std::vector<OrgUnit>> readUnits(std::string_view tsv, std::string_view file) {
  CCHC_TRY(const auto lines, Lines::of(tsv, file, {"code", "kind", "name", "parent", "from", "to", "identifier"}, 3));
  std::vector<OrgUnit> units;
  std::set<std::string> seen;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    OrgUnit unit;
    CCHC_TRY(unit.id.value, lines.code(i, "code"));
    if (!seen.insert(unit.id.value).second) return lines.twice(i, unit.id.value);
    CCHC_TRY(unit.kind, lines.code(i, "kind"));
    CCHC_TRY(unit.name, lines.words(i, "name", true));
    if (!lines.given(i, "parent").empty()) {
      CCHC_TRY(auto parent, lines.code(i, "parent"));
      unit.parent = OrgUnitId(std::move(parent));
    }
    CCHC_TRY(unit.from, lines.date(i, "from"));
    CCHC_TRY(unit.to, lines.date(i, "to"));
    CCHC_CHECK(lines.inOrder(i, "from", unit.from, "to", unit.to));
    CCHC_TRY(unit.identifier, lines.words(i, "identifier", false));
    // Electronic identifiers of bodies: at most 35 characters of 0-9, A-Z and dots.
    if (unit.identifier.size() > 35 ||
        unit.identifier.find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ.") != std::string::npos)
      return lines.wrong(i, "identifier");
    units.push_back(std::move(unit));
  }
  CCHC_CHECK(checkTree(lines, units));
  return units;
}

Result<std::vector<Period>> readPeriods(std::string_view tsv, std::string_view file) {
  CCHC_TRY(const auto lines, Lines::of(tsv, file,
                                       {"id", "name", "start", "end", "closing", "deadline", "comparison", "last_year",
                                        "next_name", "closed"},
                                       4));
  std::vector<Period> periods;
  std::set<std::string> seen;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Period period;
    CCHC_TRY(period.id.value, lines.code(i, "id"));
    if (!seen.insert(period.id.value).second) return lines.twice(i, period.id.value);
    CCHC_TRY(period.name, lines.words(i, "name", true));
    CCHC_TRY(const auto start, lines.date(i, "start"));
    CCHC_TRY(const auto end, lines.date(i, "end"));
    if (!start) return lines.missing(i, "start");
    if (!end) return lines.missing(i, "end");
    period.start = *start;
    period.end = *end;
    CCHC_TRY(period.closing, lines.date(i, "closing"));
    CCHC_TRY(period.deadline, lines.date(i, "deadline"));
    CCHC_CHECK(lines.inOrder(i, "start", start, "end", end));
    CCHC_CHECK(lines.inOrder(i, "closing", period.closing, "deadline", period.deadline));
    for (const auto& [column, target] :
         {std::pair("comparison", &period.comparison), std::pair("last_year", &period.lastYear)}) {
      if (lines.given(i, column).empty()) continue;
      CCHC_TRY(auto other, lines.code(i, column));
      *target = PeriodId(std::move(other));
    }
    CCHC_TRY(period.nextName, lines.words(i, "next_name", false));
    const auto closed = lines.given(i, "closed");
    if (!closed.empty() && closed != "yes" && closed != "no") return lines.wrong(i, "closed");
    period.closed = closed == "yes";
    periods.push_back(std::move(period));
  }
  return periods;
}

Result<std::vector<Assignment>> readAssignments(std::string_view tsv, std::string_view file) {
  CCHC_TRY(const auto lines, Lines::of(tsv, file, {"definition", "subject", "reporter", "period", "deadline"}, 4));
  std::vector<Assignment> assignments;
  std::set<std::string> seen;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Assignment assignment;
    CCHC_TRY(assignment.definition.value, lines.code(i, "definition"));
    CCHC_TRY(assignment.subject.value, lines.code(i, "subject"));
    CCHC_TRY(assignment.reporter.value, lines.code(i, "reporter"));
    CCHC_TRY(assignment.period.value, lines.code(i, "period"));
    CCHC_TRY(assignment.deadline, lines.date(i, "deadline"));
    auto key = assignment.definition.value + "/" + assignment.subject.value + "/" + assignment.period.value;
    if (!seen.insert(key).second) return lines.twice(i, std::move(key));
    assignments.push_back(std::move(assignment));
  }
  return assignments;
}

}  // namespace cchc
