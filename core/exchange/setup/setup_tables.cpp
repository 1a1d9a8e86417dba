#include "core/exchange/setup/setup_tables.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "core/base/reading/date.h"
#include "core/base/text.h"
#include "core/exchange/values/value_check.h"
#include "core/exchange/xml/tokens.h"

namespace cchc {
namespace {

// The lines of a table, by the names of its columns.
class Lines {
 public:
  // The first `needed` columns of `names` must be present.
  static Result<Lines> of(std::string_view tsv, std::string_view file, OldTexts old,
                          const std::vector<std::string_view>& names, std::size_t needed) {
    Lines lines;
    lines.file_ = file;
    CCHC_TRY(auto read, readSheetFile(tsv, file, old));
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

  // A text, or a whole number without its marks of thousands; zeros at the start are part of it. "" if it is blank.
  Result<std::string> code(std::size_t line, std::string_view column) const {
    using Kind = SheetCell::Kind;
    std::string text(given(line, column));
    const auto* cell = cellOf(line, column);
    const auto kind = cell == nullptr ? Kind::blank : cell->kind;
    if (kind == Kind::number && text.find_first_not_of("0123456789") != std::string::npos)
      text = cell->number.normalised().toText();
    const bool whole = kind == Kind::number && text.find_first_not_of("0123456789") == std::string::npos;
    if (kind != Kind::blank && kind != Kind::text && !whole) return wrong(line, column);
    return text;
  }
  Result<std::string> token(std::size_t line, std::string_view column) const {
    CCHC_TRY(auto text, code(line, column));
    if (text.empty()) return missing(line, column);
    if (!isToken(text) || text.find('/') != std::string::npos) return wrong(line, column);
    return text;
  }
  Result<std::string> unitCode(std::size_t line, std::string_view column) const {
    CCHC_TRY(auto code, token(line, column));
    if (!isUnitCode(code)) return wrong(line, column);
    return code;
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
    const auto* cell = cellOf(line, column);
    const auto reading =
        cell->kind == SheetCell::Kind::date ? reading::Reading<Date>(cell->date) : reading::readDate(text, {});
    const auto* const date = std::get_if<Date>(&reading);
    if (date == nullptr || !date->hasDay() || !reading::hasPlausibleYear(*date)) return wrong(line, column);
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

// "90001 90002 90003*": codes of units; a star marks one of which only a part is meant.
Result<std::vector<UnitRow::Before>> readBefore(const Lines& lines, std::size_t i) {
  std::vector<UnitRow::Before> before;
  CCHC_TRY(const auto list, lines.words(i, "before", false));
  for (std::size_t from = 0; from < list.size();) {
    const auto to = std::min(list.find_first_of(" ,;", from), list.size());
    std::string code = list.substr(from, to - from);
    from = to + 1;
    if (code.empty()) continue;
    const bool whole = code.back() != '*';
    if (!whole) code.pop_back();
    const bool twice = std::any_of(before.begin(), before.end(), [&](const auto& each) { return each.code == code; });
    if (code.empty() || twice || code.find_first_of("*/@") != std::string::npos) return lines.wrong(i, "before");
    before.push_back({std::move(code), whole});
  }
  return before;
}

Result<UnitRow> readUnit(const Lines& lines, std::size_t i) {
  UnitRow unit;
  unit.position = lines.position(i);
  CCHC_TRY(unit.code, lines.unitCode(i, "code"));
  CCHC_TRY(unit.kind, lines.token(i, "kind"));
  CCHC_TRY(unit.form, lines.words(i, "form", false));
  CCHC_TRY(unit.name, lines.words(i, "name", true));
  if (!lines.given(i, "parent").empty()) {
    CCHC_TRY(unit.parent, lines.unitCode(i, "parent"));
  }
  CCHC_TRY(unit.from, lines.date(i, "from"));
  CCHC_TRY(unit.until, lines.date(i, "to"));
  CCHC_CHECK(lines.inOrder(i, "from", unit.from, "to", unit.until));
  CCHC_TRY(unit.identifier, lines.code(i, "identifier"));
  // Electronic identifiers of bodies: at most 35 characters of 0-9, A-Z and dots.
  if (unit.identifier.size() > 35 ||
      unit.identifier.find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ.") != std::string::npos)
    return lines.wrong(i, "identifier");
  if (!lines.given(i, "before").empty()) {
    CCHC_TRY(unit.before, readBefore(lines, i));
  }
  CCHC_TRY(unit.basis, lines.words(i, "basis", false));
  return unit;
}

Result<Period> readPeriod(const Lines& lines, std::size_t i) {
  Period period;
  CCHC_TRY(period.id.value, lines.token(i, "id"));
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
    CCHC_TRY(auto other, lines.token(i, column));
    *target = PeriodId(std::move(other));
  }
  CCHC_TRY(period.nextName, lines.words(i, "next_name", false));
  const auto closed = lines.given(i, "closed");
  if (!closed.empty() && closed != "yes" && closed != "no") return lines.wrong(i, "closed");
  period.closed = closed == "yes";
  if (const auto given = lines.given(i, "span"); !given.empty()) {
    const auto span = periodSpanOf(given);
    if (!span) return lines.wrong(i, "span");
    period.span = *span;
  }
  return period;
}

Result<Assignment> readAssignment(const Lines& lines, std::size_t i) {
  Assignment assignment;
  CCHC_TRY(assignment.definition.value, lines.token(i, "definition"));
  CCHC_TRY(assignment.subject.value, lines.unitCode(i, "subject"));
  CCHC_TRY(assignment.reporter.value, lines.unitCode(i, "reporter"));
  CCHC_TRY(assignment.period.value, lines.token(i, "period"));
  CCHC_TRY(assignment.deadline, lines.date(i, "deadline"));
  return assignment;
}

// Reads every line. `idOf` gives what only one entry may have.
template <class Entry, class IdOf>
Result<std::vector<Entry>> readAll(const Lines& lines, Result<Entry> (*read)(const Lines&, std::size_t),
                                   const IdOf& idOf) {
  std::vector<Entry> entries;
  std::set<std::string> seen;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    CCHC_TRY(auto entry, read(lines, i));
    if (auto id = idOf(entry); !seen.insert(id).second) return lines.twice(i, std::move(id));
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace

Result<std::vector<UnitRow>> readUnits(std::string_view tsv, std::string_view file, OldTexts old) {
  CCHC_TRY(const auto lines,
           Lines::of(tsv, file, old,
                     {"code", "kind", "name", "parent", "from", "to", "identifier", "form", "before", "basis"}, 3));
  // A code may have several lines, of different days.
  return readAll(lines, &readUnit, [](const UnitRow& unit) {
    return unit.code + (unit.from || unit.until ? " " + (unit.from ? unit.from->toText() : "") + " – " +
                                                      (unit.until ? unit.until->toText() : "")
                                                : "");
  });
}

Result<std::vector<Period>> readPeriods(std::string_view tsv, std::string_view file, OldTexts old) {
  CCHC_TRY(const auto lines, Lines::of(tsv, file, old,
                                       {"id", "name", "start", "end", "closing", "deadline", "comparison", "last_year",
                                        "next_name", "closed", "span"},
                                       4));
  return readAll(lines, &readPeriod, [](const Period& period) { return period.id.value; });
}

Result<std::vector<Assignment>> readAssignments(std::string_view tsv, std::string_view file, const UnitCodes& codes,
                                                OldTexts old, std::vector<std::string>* positions) {
  CCHC_TRY(const auto lines, Lines::of(tsv, file, old, {"definition", "subject", "reporter", "period", "deadline"}, 4));
  CCHC_TRY(auto assignments, readAll(lines, &readAssignment, [](const Assignment& each) {
             return each.definition.value + "/" + each.subject.value + "/" + each.period.value;
           }));
  if (positions != nullptr) {
    positions->clear();
    for (std::size_t i = 0; i < lines.size(); ++i) positions->push_back(lines.position(i));
  }
  for (auto& each : assignments) {
    each.subject = codes.unitOf(each.subject.value, each.period);
    each.reporter = codes.unitOf(each.reporter.value, each.period);
  }
  return assignments;
}

}  // namespace cchc
