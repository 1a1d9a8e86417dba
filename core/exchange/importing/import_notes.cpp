#include "core/exchange/importing/import_notes.h"

#include <algorithm>
#include <utility>

#include "core/base/text.h"
#include "core/exchange/importing/sheet_names.h"
#include "core/exchange/importing/sheet_units.h"

namespace cchc::importing {
namespace {

using Kind = ColumnMeaning::Kind;

constexpr std::size_t mostShown = 200;  // bytes of a line that is left out

}  // namespace

std::string ImportNotes::columnName(std::size_t column) const {
  auto name = columnLetters(column);
  const auto heading = headingText(sheet_, mapping_, column);
  return heading.empty() ? name : name + " (" + heading + ")";
}

void ImportNotes::add(std::optional<std::size_t> row, std::optional<std::size_t> column, Error error, bool blocks,
                      const Label& label) {
  const auto file = sheet_.name.empty() ? std::string(file_) : std::string(file_) + "!" + sheet_.name;
  error.place = row ? cellPosition(sheet_, file, sheet_.rows[*row], column.value_or(0)) : file;
  if (row && sheet_.workbook && !column) error.place = file + "!" + std::to_string(sheet_.rows[*row].number);
  error.kind = ErrorKind::refusal;
  run_.findings.push_back({row ? sheet_.rows[*row].number : 0, column ? columnName(*column) : std::string(),
                           std::move(error), blocks, label});
}

void ImportNotes::refuse(std::size_t row, std::optional<std::size_t> column, Error error, const Label& label) {
  add(row, column, std::move(error), true, label);
}
void ImportNotes::refuseFile(std::string_view code, std::vector<Parameter> parameters) {
  add({}, {}, {std::string(code), "", std::move(parameters)}, true, {});
  ++run_.wrong;
}
void ImportNotes::say(std::size_t row, std::optional<std::size_t> column, Error error) {
  add(row, column, std::move(error), false, {});
}
void ImportNotes::sayFile(std::string_view code, std::vector<Parameter> parameters) {
  add({}, {}, {std::string(code), "", std::move(parameters)}, false, {});
}

void ImportNotes::leaveOut(std::size_t row, std::string_view code) {
  std::string given;
  for (const auto& cell : sheet_.rows[row].cells) {
    if (!isBlank(cell) && given.size() < mostShown)
      given += (given.empty() ? "" : " · ") + foldSpace(shortened(cell.text));
  }
  say(row, {}, {std::string(code), "", {{"given", shortened(given)}}});
}

void ImportNotes::noteAbove() {
  const auto end = mapping_.heading ? *mapping_.heading - (mapping_.twoLines ? 1 : 0) : 0;
  for (std::size_t r = 0; r < end; ++r) {
    const bool filled = std::any_of(sheet_.rows[r].cells.begin(), sheet_.rows[r].cells.end(),
                                    [](const SheetCell& cell) { return !isBlank(cell); });
    if (filled) leaveOut(r, "import.above-heading");
  }
}

bool ImportNotes::standsBeside(std::size_t row) const {
  const auto& cells = sheet_.rows[row].cells;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!isBlank(cells[i]) && headingText(sheet_, mapping_, i).empty()) return true;
  }
  return false;
}

void ImportNotes::noteColumns(const std::set<std::size_t>& computed, bool own) {
  for (std::size_t i = 0; i < mapping_.columns.size(); ++i) {
    if (mapping_.columns[i].kind != Kind::ignored || (own && !headingText(sheet_, mapping_, i).empty())) continue;
    std::size_t cells = 0;
    for (auto r = mapping_.heading ? *mapping_.heading + 1 : 0; r < sheet_.rows.size(); ++r)
      cells += isBlank(sheet_.at(r, i)) ? 0 : 1;
    if (cells == 0) continue;
    const bool hidden = !mapping_.withHidden && isHiddenColumn(sheet_, i);
    sayFile(computed.contains(i) ? "import.column-computed"
            : hidden             ? "import.column-hidden"
                                 : "import.column-left-out",
            {{"column", columnName(i)}, {"count", std::to_string(cells)}});
    run_.findings.back().column = columnName(i);
  }
}

void ImportNotes::noteCovered(std::size_t row, std::size_t column) {
  const auto& cell = sheet_.at(row, column);
  if (!cell.merged || isBlank(cell)) return;
  say(row, column, {"import.merged-value", "", {{"given", shortened(cell.text)}}});
}

void ImportNotes::differs(std::size_t row, std::size_t column, bool section, std::vector<Parameter> parameters) {
  Error error{section ? "import.section-differs" : "import.total-differs", "", std::move(parameters)};
  add(row, column, std::move(error), section, {});
}

std::string columnLabels(const TableDefinition& table, Language language) {
  std::string labels;
  for (const auto& column : table.columns) labels += (labels.empty() ? "" : "; ") + column.label.in(language);
  return labels;
}

std::set<std::size_t> computedColumns(const TableDefinition& table, const Sheet& sheet, const SheetMapping& mapping) {
  std::set<std::size_t> computed;
  if (!mapping.heading) return computed;
  const ColumnNames names(table);
  for (std::size_t i = 0; i < mapping.columns.size(); ++i) {
    const auto named = names.find(headingText(sheet, mapping, i));
    if (named && !table.columns[named->column].enterable()) computed.insert(i);
  }
  return computed;
}

void endRows(const TableDefinition& table, const RowMatcher& matcher, const RowChoices& choices, DryRun& run) {
  const auto unmatched = matcher.unmatched();
  if (unmatched.empty()) return;
  std::vector<RowEdit> removed;
  for (const auto* row : unmatched) removed.push_back({table.id, row->id, true});
  if (choices.replace) run.values.rows.insert(run.values.rows.begin(), removed.begin(), removed.end());
  run.findings.push_back({0,
                          "",
                          {choices.replace ? "import.rows-removed" : "import.rows-kept",
                           "",
                           {{"count", std::to_string(unmatched.size())},
                            {"table", table.title.vi},
                            {"table_en", table.title.in(Language::en)}}},
                          false});
}

}  // namespace cchc::importing
