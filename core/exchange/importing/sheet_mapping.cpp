#include "core/exchange/importing/sheet_mapping.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/base/reading/money.h"
#include "core/base/text.h"
#include "core/exchange/importing/sheet_names.h"
#include "core/exchange/importing/sheet_surroundings.h"
#include "core/exchange/importing/sheet_units.h"
#include "core/exchange/values/cell_value.h"

namespace cchc {
namespace {

using Kind = ColumnMeaning::Kind;
using importing::ColumnNames;
using importing::FieldNames;
using importing::FixedRowNames;
using importing::isBlank;

// The number of rows in which headings are searched for; the sheets of offices have a title above them.
constexpr std::size_t searched = 20;
// The number of rows from which the meaning of a column is guessed.
constexpr std::size_t sampled = 300;

std::size_t filledIn(const SheetRow& row) {
  return static_cast<std::size_t>(
      std::count_if(row.cells.begin(), row.cells.end(), [](const SheetCell& cell) { return !isBlank(cell); }));
}

// The heading of a column as it may be meant: of two lines, both together come before the lower one alone.
std::vector<std::string> headingsOf(const Sheet& sheet, std::size_t row, bool twoLines, std::size_t column) {
  const auto& lower = sheet.at(row, column).text;
  if (!twoLines) return {lower};
  if (trim(lower).empty()) return {sheet.at(row - 1, column).text};
  auto upper = sheet.covering(row - 1, column).text;
  // Without merged cells a heading of several columns stands in the first of them.
  for (auto i = column; !sheet.workbook && trim(upper).empty() && i > 0;) upper = sheet.at(row - 1, --i).text;
  if (trim(upper).empty()) return {lower};
  return {upper + " " + lower, lower};
}

// The heading of a sheet of fields: the row with the most filled cells above the first line of data; the lowest of
// several.
std::optional<std::size_t> fullestAbove(const Sheet& sheet, std::size_t first) {
  std::optional<std::size_t> found;
  std::size_t most = 1;
  for (std::size_t r = 0; r < first; ++r) {
    if (filledIn(sheet.rows[r]) >= most) most = filledIn(sheet.rows[r]), found = r;
  }
  return found;
}

void setOtherMeanings(const Sheet& sheet, SheetMapping& mapping) {
  if (!mapping.heading) return;
  bool unit = false;
  for (std::size_t i = 0; i < mapping.columns.size(); ++i) {
    auto& meaning = mapping.columns[i];
    if (meaning.kind != Kind::ignored) continue;
    const auto heading = headingText(sheet, mapping, i);
    if (importing::isCountHeading(heading)) meaning.kind = Kind::count;
    if (!unit && reading::isUnitHeading(heading)) meaning.kind = Kind::unit, unit = true;
    if (!mapping.table && importing::isQualifierHeading(heading)) meaning.kind = Kind::qualifier;
  }
}

// Nobody sees a hidden column, so it is left out unless a person has decided otherwise.
void leaveOutHidden(const Sheet& sheet, SheetMapping& mapping) {
  if (mapping.withHidden) return;
  for (std::size_t i = 0; i < mapping.columns.size(); ++i) {
    if (mapping.columns[i].kind != Kind::ignored && isHiddenColumn(sheet, i)) mapping.columns[i] = {};
  }
}

// --- tables

// The columns of the table that the cells of a heading name in full.
std::map<std::size_t, importing::NamedColumn> namedIn(const ColumnNames& names, const Sheet& sheet, std::size_t row,
                                                      bool twoLines) {
  std::map<std::size_t, importing::NamedColumn> found;
  const auto width = std::max(sheet.rows[row].cells.size(), twoLines ? sheet.rows[row - 1].cells.size() : 0);
  for (std::size_t i = 0; i < width; ++i) {
    for (const auto& text : headingsOf(sheet, row, twoLines, i)) {
      const auto column = names.find(text);
      if (!column) continue;
      found.emplace(i, *column);
      break;
    }
  }
  return found;
}

// Matches headings that are longer or shorter than the label, if each of the two fits no other.
void matchResembling(const TableDefinition& table, const Sheet& sheet, SheetMapping& mapping) {
  std::set<std::size_t> used;
  for (const auto& meaning : mapping.columns) {
    if (meaning.kind == Kind::column) used.insert(meaning.column);
  }
  std::map<std::size_t, std::vector<std::size_t>> headings;  // of the sheet, by column of the table
  for (std::size_t i = 0; i < mapping.columns.size(); ++i) {
    if (mapping.columns[i].kind != Kind::ignored) continue;
    const auto heading = headingText(sheet, mapping, i);
    std::vector<std::size_t> meant;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      if (!used.contains(c) && table.columns[c].enterable() && table.columns[c].type != FieldType::attachment &&
          importing::resembles(table.columns[c], heading))
        meant.push_back(c);
    }
    if (meant.size() == 1) headings[meant.front()].push_back(i);
  }
  for (const auto& [column, at] : headings) {
    if (at.size() == 1) mapping.columns[at.front()] = {Kind::column, column, 0};
  }
}

// The column whose cells name the table's fixed rows; else the first one that nothing else is known of.
void findRowNames(const TableDefinition& table, const Sheet& sheet, SheetMapping& mapping) {
  const FixedRowNames names(table);
  std::size_t best = 0, where = 0;
  const auto last = std::min(sampled, sheet.rows.size());
  for (std::size_t i = 0; i < mapping.columns.size(); ++i) {
    if (mapping.columns[i].kind != Kind::ignored) continue;
    std::size_t count = 0;
    for (std::size_t r = mapping.heading ? *mapping.heading + 1 : 0; r < last; ++r)
      count += names.find(sheet.at(r, i).text) ? 1 : 0;
    if (count > best) best = count, where = i;
  }
  if (best > 0) {
    mapping.columns[where] = {Kind::rowName, 0, 0};
    return;
  }
  for (std::size_t i = 0; i < mapping.columns.size(); ++i) {
    const auto heading = headingText(sheet, mapping, i);
    if (mapping.columns[i].kind != Kind::ignored || trim(heading).empty() || importing::isCountHeading(heading))
      continue;
    mapping.columns[i] = {Kind::rowName, 0, 0};
    return;
  }
}

// A heading has no figures.
bool isAllText(const SheetRow& row) {
  return std::all_of(row.cells.begin(), row.cells.end(), [](const SheetCell& cell) {
    return isBlank(cell) || (cell.kind == SheetCell::Kind::text && !importing::isFigure(cell));
  });
}

// Whether the row above a heading has headings of its own where the heading has none.
bool completes(const Sheet& sheet, std::size_t heading) {
  if (heading == 0 || importing::followsGap(sheet, heading)) return false;
  const auto& upper = sheet.rows[heading - 1];
  if (filledIn(upper) < 2 || !isAllText(upper)) return false;
  for (std::size_t i = 0; i < upper.cells.size(); ++i) {
    const auto& text = upper.cells[i].text;
    if (!isBlank(upper.cells[i]) && isBlank(sheet.at(heading, i)) && text.find(':') == std::string::npos) return true;
  }
  return false;
}

// The heading of a table with fixed rows whose columns no heading names: above the first row that is named.
std::optional<std::size_t> aboveFixedRows(const TableDefinition& table, const Sheet& sheet) {
  const FixedRowNames names(table);
  for (std::size_t r = 0; r < std::min(sampled, sheet.rows.size()); ++r) {
    const auto& cells = sheet.rows[r].cells;
    if (std::any_of(cells.begin(), cells.end(),
                    [&](const SheetCell& cell) { return names.find(cell.text).has_value(); }))
      return fullestAbove(sheet, r);
  }
  return std::nullopt;
}

SheetMapping guessTable(const SectionDefinition& definition, const Sheet& sheet, std::size_t index, bool withHidden) {
  const auto& table = definition.tables[index];
  const ColumnNames names(table);
  std::size_t best = 0, heading = 0;
  bool twoLines = false;
  for (std::size_t r = 0; r < std::min(searched, sheet.rows.size()); ++r) {
    for (const bool two : {false, true}) {
      if (two && (r == 0 || importing::followsGap(sheet, r))) continue;
      std::set<std::size_t> found;
      const auto named = namedIn(names, sheet, r, two);
      for (const auto& [at, column] : named) found.insert(column.column);
      const auto filled = filledIn(sheet.rows[r]);
      // One name alone may also stand in a title or in a line of data.
      const bool plausible =
          found.size() >= 2 || (found.size() == 1 && (filled <= 2 || table.fixed || isAllText(sheet.rows[r])));
      // The second line of a heading names a column itself; otherwise it is a line of data.
      const bool lower = !two || std::any_of(named.begin(), named.end(),
                                             [&](const auto& each) { return !isBlank(sheet.at(r, each.first)); });
      if (plausible && lower && found.size() > best) best = found.size(), heading = r, twoLines = two;
    }
  }
  if (best > 0 && !twoLines) twoLines = completes(sheet, heading);
  if (best > 0) return mapHeading(definition, sheet, index, heading, twoLines, withHidden);
  if (const auto above = table.fixed ? aboveFixedRows(table, sheet) : std::nullopt)
    return mapHeading(definition, sheet, index, *above, false, withHidden);
  SheetMapping mapping;
  mapping.table = index;
  mapping.withHidden = withHidden;
  mapping.columns.resize(sheet.columnCount());
  return mapping;
}

// --- fields

// Finds the column of the figures, which a heading says, or else is the only one with values. Several that fit equally
// well are all given the meaning, which is then a question.
void findFigures(const FieldNames& names, const Sheet& sheet, std::size_t nameColumn, SheetMapping& mapping) {
  std::map<int, std::vector<std::size_t>> byHeading;
  std::vector<std::size_t> byContent;
  const auto first = mapping.heading ? *mapping.heading + 1 : 0;
  const auto last = std::min(sampled, sheet.rows.size());
  for (std::size_t i = 0; i < mapping.columns.size(); ++i) {
    if (mapping.columns[i].kind != Kind::ignored || (!mapping.withHidden && isHiddenColumn(sheet, i))) continue;
    if (const int rank = mapping.heading ? importing::figureHeading(headingText(sheet, mapping, i)) : 0; rank > 0)
      byHeading[rank].push_back(i);
    for (auto r = first; r < last; ++r) {
      const auto& cell = sheet.at(r, i);
      const auto field = isBlank(cell) ? std::nullopt : names.find(sheet.at(r, nameColumn).text);
      if (!field || !isNumeric(field->field->type)) continue;
      if (cell.kind == SheetCell::Kind::text && !cellValue(*field->field, cell)) continue;
      byContent.push_back(i);
      break;
    }
  }
  const auto& figures = byHeading.empty() ? byContent : byHeading.rbegin()->second;
  if (byHeading.empty() && figures.size() > 1) return;
  for (const auto column : figures) mapping.columns[column] = {Kind::figure, 0, 0};
}

// `lines`: set to the number of lines that name a field.
SheetMapping guessFields(const SectionDefinition& definition, const Sheet& sheet, bool withHidden, std::size_t& lines) {
  SheetMapping mapping;
  mapping.withHidden = withHidden;
  mapping.columns.resize(sheet.columnCount());
  const FieldNames names(definition);
  const auto last = std::min(sampled, sheet.rows.size());
  std::optional<std::size_t> nameColumn;
  std::size_t firstLine = 0;
  lines = 0;
  std::size_t best = 0;
  for (std::size_t i = 0; i < mapping.columns.size(); ++i) {
    std::size_t count = 0, exact = 0, first = 0;
    for (std::size_t r = 0; r < last; ++r) {
      const auto& text = sheet.covering(r, i).text;
      if (!names.find(text)) continue;
      if (count++ == 0) first = r;
      // A title may be worded like a field, an id is nothing else.
      exact += names.isExact(text) ? 1 : 0;
    }
    if (count + exact > best) best = count + exact, lines = count, nameColumn = i, firstLine = first;
  }
  // Without a known name the headings alone say which column names the fields.
  const auto searchedRows = std::min(searched, sheet.rows.size());
  for (std::size_t r = 0; r < searchedRows && (!nameColumn || r < firstLine); ++r) {
    std::optional<std::size_t> name;
    bool figure = false;
    for (std::size_t i = 0; i < sheet.rows[r].cells.size(); ++i) {
      const auto& text = sheet.at(r, i).text;
      if (!name && importing::isFieldHeading(text)) name = i;
      figure = figure || importing::figureHeading(text) > 0;
    }
    if (!name || !figure) continue;
    mapping.heading = r;
    if (!nameColumn) nameColumn = name;
    break;
  }
  if (!nameColumn) return mapping;
  if (!mapping.heading) mapping.heading = fullestAbove(sheet, firstLine);
  mapping.columns[*nameColumn] = {Kind::fieldName, 0, 0};
  setOtherMeanings(sheet, mapping);
  findFigures(names, sheet, *nameColumn, mapping);
  return mapping;
}

std::size_t mapped(const SheetMapping& mapping) {
  return static_cast<std::size_t>(
      std::count_if(mapping.columns.begin(), mapping.columns.end(),
                    [](const ColumnMeaning& meaning) { return meaning.kind == Kind::column; }));
}

std::string sheetNames(const SheetFile& file, const std::vector<std::size_t>& which) {
  std::string names;
  for (const auto index : which) names += (names.empty() ? "" : "; ") + file.sheets[index].name;
  return names;
}

// Whether the sheet has something for the target.
bool fits(const SectionDefinition& definition, const Sheet& sheet, std::optional<std::optional<std::size_t>> target,
          bool withHidden) {
  const auto mapping =
      target ? guessMapping(definition, sheet, *target, withHidden) : guessImport(definition, sheet, withHidden);
  if (mapping.table) return mapped(mapping) >= 2 || (target && mapped(mapping) == 1);
  return std::any_of(mapping.columns.begin(), mapping.columns.end(),
                     [](const ColumnMeaning& meaning) { return meaning.kind == Kind::fieldName; });
}

}  // namespace

bool isHiddenColumn(const Sheet& sheet, std::size_t column) {
  if (sheet.hidden) return false;
  return std::any_of(sheet.rows.begin(), sheet.rows.end(), [&](const SheetRow& row) {
    return !row.hidden && column < row.cells.size() && row.cells[column].hidden;
  });
}

std::string headingText(const Sheet& sheet, const SheetMapping& mapping, std::size_t column) {
  if (!mapping.heading) return {};
  return foldSpace(headingsOf(sheet, *mapping.heading, mapping.twoLines, column).front());
}

SheetMapping mapHeading(const SectionDefinition& definition, const Sheet& sheet, std::size_t table, std::size_t heading,
                        bool twoLines, bool withHidden) {
  SheetMapping mapping;
  mapping.table = table;
  mapping.heading = heading;
  mapping.twoLines = twoLines;
  mapping.withHidden = withHidden;
  mapping.columns.resize(sheet.columnCount());
  const auto& form = definition.tables[table];
  for (const auto& [at, column] : namedIn(ColumnNames(form), sheet, heading, twoLines)) {
    const auto& field = form.columns[column.column];
    if (!field.enterable() || field.type == FieldType::attachment) continue;
    mapping.columns[at] = {column.part ? Kind::documentPart : Kind::column, column.column, column.part.value_or(0)};
  }
  for (std::size_t i = 0; i < mapping.columns.size(); ++i) {
    if (mapping.columns[i].kind == Kind::ignored && importing::isRowHeading(headingText(sheet, mapping, i)))
      mapping.columns[i] = {Kind::rowName, 0, 0};
  }
  const bool named = std::any_of(mapping.columns.begin(), mapping.columns.end(),
                                 [](const ColumnMeaning& meaning) { return meaning.kind == Kind::rowName; });
  if (form.fixed && !named) findRowNames(form, sheet, mapping);
  setOtherMeanings(sheet, mapping);
  matchResembling(form, sheet, mapping);
  leaveOutHidden(sheet, mapping);
  return mapping;
}

SheetMapping guessMapping(const SectionDefinition& definition, const Sheet& sheet, std::optional<std::size_t> table,
                          bool withHidden) {
  if (table) return guessTable(definition, sheet, *table, withHidden);
  std::size_t lines = 0;
  auto mapping = guessFields(definition, sheet, withHidden, lines);
  leaveOutHidden(sheet, mapping);
  return mapping;
}

SheetMapping guessImport(const SectionDefinition& definition, const Sheet& sheet, bool withHidden) {
  std::size_t score = 0;
  auto best = guessFields(definition, sheet, withHidden, score);
  leaveOutHidden(sheet, best);
  for (std::size_t i = 0; i < definition.tables.size(); ++i) {
    auto mapping = guessTable(definition, sheet, i, withHidden);
    const auto columns = mapped(mapping);
    if (columns > score) score = columns, best = std::move(mapping);
  }
  return best;
}

Result<std::size_t> chooseSheet(const SectionDefinition& definition, const SheetFile& file, std::string_view name,
                                std::optional<std::optional<std::size_t>> target, bool withHidden) {
  const auto& sheets = file.sheets;
  std::vector<std::size_t> all, fitting;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    if (!name.empty() && sameWords(sheets[i].name, name)) return i;
    all.push_back(i);
    if (sheets.size() > 1 && !sheets[i].hidden && !sheets[i].rows.empty() &&
        fits(definition, sheets[i], target, withHidden))
      fitting.push_back(i);
  }
  if (!name.empty())
    return fail("import.unknown-sheet", {}, {{"given", std::string(name)}, {"sheets", sheetNames(file, all)}});
  if (fitting.size() > 1) return fail("import.which-sheet", {}, {{"sheets", sheetNames(file, fitting)}});
  return fitting.empty() ? file.firstVisible() : fitting.front();
}

}  // namespace cchc
