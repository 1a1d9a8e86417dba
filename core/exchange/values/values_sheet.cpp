#include "core/exchange/values/values_sheet.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/base/reading/money.h"
#include "core/base/text.h"
#include "core/definition/located_place.h"
#include "core/exchange/values/cell_value.h"
#include "core/exchange/values/sheet_context.h"
#include "core/exchange/values/sheet_headings.h"
#include "core/exchange/values/sheet_value.h"
#include "core/exchange/values/value_errors.h"
#include "core/exchange/xml/tokens.h"

namespace cchc {
namespace {

// Headings are searched for only in the first rows; the sheets of offices have a title above them.
constexpr std::size_t searchedRows = 20;

template <std::size_t count>
bool isOne(const std::array<std::string_view, count>& names, std::string_view heading) {
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) { return sameWords(name, heading); });
}

// The column whose heading in this row is one of `names`; the first name that is found counts.
template <std::size_t count>
std::optional<std::size_t> columnNamed(const SheetRow& row, const std::array<std::string_view, count>& names) {
  for (const auto name : names) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (sameWords(row.cells[i].text, name)) return i;
    }
  }
  return std::nullopt;
}

bool isBlank(const SheetCell& cell) { return cell.kind == SheetCell::Kind::blank; }

std::string columnLabels(const TableDefinition& table, Language language) {
  std::string labels;
  for (const auto& column : table.columns) labels += (labels.empty() ? "" : "; ") + column.label.in(language);
  return labels;
}

class SheetValues {
 public:
  SheetValues(const Sheet& sheet, std::string_view file, const SectionDefinition& definition, std::size_t headings,
              int year)
      : sheet_(sheet), file_(file), definition_(definition), headings_(headings), year_(year) {}

  Result<ValuesFile> fields() &&;
  Result<ValuesFile> rows(const TableDefinition& table) &&;

 private:
  // The meaning of a heading in a table's sheet.
  struct Heading {
    enum class Kind : unsigned char { ignored, row, column, documentPart } kind = Kind::ignored;
    std::size_t column = 0;
    std::string_view part;
  };

  // The columns of a sheet of fields.
  struct FieldColumns {
    std::size_t field = 0, value = 0;
    std::optional<std::size_t> qualifier, unit;
  };

  Status field(const SheetRow& row, const FieldColumns& columns);
  Result<Qualifier> qualifier(std::string_view word, const FieldDefinition& field, const Value& value) const;
  const FieldDefinition* fieldNamed(std::string_view text, Place& place) const;
  Result<std::vector<Heading>> headings(const TableDefinition& table, const SheetRow& row) const;
  std::optional<Heading> heading(const TableDefinition& table, std::string_view text) const;
  void noteRowIds(const std::vector<Heading>& headings, std::vector<SheetRow>::const_iterator from);
  Status row(const TableDefinition& table, const std::vector<Heading>& headings, const SheetRow& row);
  Result<std::string> rowId(const TableDefinition& table, const std::vector<Heading>& headings, const SheetRow& row);
  Status cells(const TableDefinition& table, const std::vector<Heading>& headings, const SheetRow& row,
               const std::string& id);

  tl::unexpected<Error> wrongValue(const Error& reason, const SheetRow& row, std::size_t column, const Place& place,
                                   const Label& label) const {
    return fail(wrongValueError(reason, cellPosition(sheet_, file_, row, column), placeText(place), label));
  }
  tl::unexpected<Error> duplicate(std::string position, std::string_view place) const {
    const auto label = placeLabel(definition_, place);
    return fail("values.duplicate", std::move(position), {{"label", label.vi}, {"label_en", label.in(Language::en)}});
  }

  // A reference to one of the sheet's rows as its index.
  std::size_t indexOf(const SheetRow& row) const { return static_cast<std::size_t>(&row - sheet_.rows.data()); }

  const Sheet& sheet_;
  std::string_view file_;
  const SectionDefinition& definition_;
  std::size_t headings_ = 0;  // the number of the row with the headings; 0: unknown
  int year_ = 0;
  reading::Context context_;
  std::set<std::string> seen_, given_;
  std::size_t numbered_ = 0;
  ValuesFile values_;
};

Result<ValuesFile> SheetValues::fields() && {
  const auto isHeading = [](const SheetRow& row) {
    return columnNamed(row, sheet_headings::fields) && columnNamed(row, sheet_headings::values);
  };
  const auto end = sheet_.rows.begin() + static_cast<std::ptrdiff_t>(std::min(searchedRows, sheet_.rows.size()));
  const auto heading = std::find_if(sheet_.rows.begin(), end, isHeading);
  if (heading == end) {
    const auto columns = std::string(sheet_headings::fieldId) + "; " + std::string(sheet_headings::values[1]) + "; " +
                         std::string(sheet_headings::qualifiers[1]);
    return fail("values.no-header", file_, {{"columns", columns}, {"columns_en", "field; value; qualifier"}});
  }
  FieldColumns columns{*columnNamed(*heading, sheet_headings::fields),
                       *columnNamed(*heading, sheet_headings::values),
                       columnNamed(*heading, sheet_headings::qualifiers),
                       {}};
  for (std::size_t i = 0; i < heading->cells.size(); ++i) {
    if (!columns.unit && i != columns.field && reading::isUnitHeading(heading->cells[i].text)) columns.unit = i;
  }
  for (auto i = columns.value + 1; i < heading->cells.size(); ++i) {
    if (sameWords(heading->cells[i].text, heading->cells[columns.value].text))
      return fail("values.duplicate-column", cellPosition(sheet_, file_, *heading, i),
                  {{"column", heading->cells[i].text}});
  }
  context_ = sheetContext(sheet_, indexOf(*heading), std::array{columns.value}, year_);
  for (auto row = heading + 1; row != sheet_.rows.end(); ++row) {
    const auto beyond = firstBeyondHeadings(sheet_, indexOf(*heading), indexOf(*row));
    if (beyond < row->cells.size()) return fail("values.too-many-cells", cellPosition(sheet_, file_, *row, beyond));
    const bool named = columns.field < row->cells.size() && !isBlank(row->cells[columns.field]);
    if (named) CCHC_CHECK(field(*row, columns));
    // Below the fields there may be a place, a date and names, but a figure belongs to some field.
    if (!named && isFigure(sheet_.at(indexOf(*row), columns.value)))
      return fail("values.unnamed-figure", cellPosition(sheet_, file_, *row, columns.value),
                  {{"given", shortened(sheet_.at(indexOf(*row), columns.value).text)}});
  }
  return std::move(values_);
}

// Finds a field by its id, its indicator code or its label (if no other field has it), or as the cell of a fixed row.
const FieldDefinition* SheetValues::fieldNamed(std::string_view text, Place& place) const {
  const FieldDefinition* found = nullptr;
  if (const auto index = definition_.fieldIndex(text)) found = &definition_.fields[*index];
  for (const auto& field : definition_.fields) {
    if (found == nullptr && !field.code.empty() && field.code == text) found = &field;
  }
  if (found == nullptr) {
    std::size_t same = 0;
    for (const auto& field : definition_.fields) {
      if (!sameWords(field.label.vi, text) && !(!field.label.en.empty() && sameWords(field.label.en, text))) continue;
      found = &field;
      ++same;
    }
    if (same > 1) found = nullptr;
  }
  if (found != nullptr) return place = Place::ofField(found->id), found;
  const auto cell = locate(definition_, text);
  if (!cell || !cell->column || !definition_.tables[*cell->table].fixed) return nullptr;
  const auto& rows = definition_.tables[*cell->table].fixedRows;
  if (std::none_of(rows.begin(), rows.end(), [&](const FixedRow& row) { return row.id == cell->row; })) return nullptr;
  return place = text, cell->value;
}

Status SheetValues::field(const SheetRow& row, const FieldColumns& columns) {
  const auto cellOf = [&](std::size_t column) -> const SheetCell& { return sheet_.at(indexOf(row), column); };
  const auto name = std::string(trim(row.cells[columns.field].text));
  Place place;
  const auto* field = fieldNamed(name, place);
  if (field == nullptr)
    return fail("values.unknown-field", cellPosition(sheet_, file_, row, columns.field), {{"id", name}});
  if (!seen_.insert(placeText(place)).second)
    return duplicate(cellPosition(sheet_, file_, row, columns.field), placeText(place));
  auto context = context_;
  if (columns.unit) {
    const auto power =
        unitPower(sheet_.covering(indexOf(row), *columns.unit), cellOf(columns.value), *field, context.power);
    if (!power) return wrongValue(power.error(), row, *columns.unit, place, field->label);
    context.power = *power;
  }
  auto value = sheetValue(sheet_, indexOf(row), columns.value, *field, context);
  if (!value) return wrongValue(value.error(), row, columns.value, place, field->label);
  if (columns.qualifier && !isBlank(cellOf(*columns.qualifier))) {
    const auto named = qualifier(trim(cellOf(*columns.qualifier).text), *field, *value);
    if (!named) return wrongValue(named.error(), row, *columns.qualifier, place, field->label);
    value->qualifier = *named;
  }
  values_.values.push_back({std::move(place), std::move(*value)});
  return {};
}

// The qualifier that a separate cell names, by its word or as in files. The cell of the value may have none or the
// same.
Result<Qualifier> SheetValues::qualifier(std::string_view word, const FieldDefinition& field,
                                         const Value& value) const {
  auto rest = word;
  auto named = qualifierOf(word);
  if (!named) named = reading::takeQualifier(rest);
  const bool known = named && (rest.empty() || rest == word);
  const bool allowed =
      known && (*named == Qualifier::exact || (isNumeric(field.type) && field.allows(*named) && !value.blank()));
  const bool other = value.qualifier != Qualifier::exact && named != value.qualifier;
  if (allowed && !other) return *named;
  return fail("value.qualifier-not-allowed", {}, {{"given", std::string(word)}});
}

std::optional<SheetValues::Heading> SheetValues::heading(const TableDefinition& table, std::string_view text) const {
  text = trim(text);
  if (text.empty() || isOne(sheet_headings::counts, text)) return Heading{};
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const auto& column = table.columns[i];
    if (column.id == text) return Heading{Heading::Kind::column, i, {}};
    if (column.type != FieldType::document || text.substr(0, column.id.size()) != column.id) continue;
    for (const auto part : sheet_headings::documentParts) {
      if (text.substr(column.id.size()) == "." + std::string(part))
        return Heading{Heading::Kind::documentPart, i, part};
    }
  }
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const auto& label = table.columns[i].label;
    if (sameWords(label.vi, text) || (!label.en.empty() && sameWords(label.en, text)))
      return Heading{Heading::Kind::column, i, {}};
  }
  if (isOne(sheet_headings::rows, text)) return Heading{Heading::Kind::row, 0, {}};
  return std::nullopt;
}

Result<std::vector<SheetValues::Heading>> SheetValues::headings(const TableDefinition& table,
                                                                const SheetRow& row) const {
  std::vector<Heading> headings;
  std::set<std::string> seen;
  bool named = false;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const auto found = heading(table, row.cells[i].text);
    named = named || (found && found->kind == Heading::Kind::row);
    if (found && found->kind != Heading::Kind::ignored) {
      const auto key = std::to_string(static_cast<int>(found->kind)) + " " + std::to_string(found->column) +
                       std::string(found->part);
      if (!seen.insert(key).second)
        return fail("values.duplicate-column", cellPosition(sheet_, file_, row, i), {{"column", row.cells[i].text}});
    }
    if (found) {
      headings.push_back(*found);
    } else if (table.fixed && !named) {
      // The column with the names of fixed rows may have any heading, such as "Nguồn vốn".
      named = true;
      headings.push_back({Heading::Kind::row, 0, {}});
    } else {
      return fail("values.unknown-column", cellPosition(sheet_, file_, row, i),
                  {{"column", row.cells[i].text},
                   {"columns", columnLabels(table, Language::vi)},
                   {"columns_en", columnLabels(table, Language::en)}});
    }
  }
  return headings;
}

Result<ValuesFile> SheetValues::rows(const TableDefinition& table) && {
  // The headings are the first row that names at least two columns, or that names one and has little else.
  const auto known = [&](const SheetRow& row) {
    if (headings_ != 0) return row.number == headings_;
    std::size_t columns = 0, filled = 0;
    for (const auto& cell : row.cells) {
      const auto found = heading(table, cell.text);
      columns += found && found->kind != Heading::Kind::ignored ? 1 : 0;
      filled += isBlank(cell) ? 0 : 1;
    }
    return columns >= 2 || (columns == 1 && filled <= 2);
  };
  const auto end = sheet_.rows.begin() + static_cast<std::ptrdiff_t>(std::min(searchedRows, sheet_.rows.size()));
  const auto heading = std::find_if(sheet_.rows.begin(), end, known);
  if (heading == end) {
    return fail("values.no-header", file_,
                {{"columns", std::string(sheet_headings::rowId) + "; " + columnLabels(table, Language::vi)},
                 {"columns_en", "row; " + columnLabels(table, Language::en)}});
  }
  CCHC_TRY(const auto headings, this->headings(table, *heading));
  const bool named = std::any_of(headings.begin(), headings.end(),
                                 [](const Heading& each) { return each.kind == Heading::Kind::row; });
  // A sheet without a column for the rows' names replaces the whole table.
  values_.tables.push_back({table.id, !named && !table.fixed, std::nullopt});
  noteRowIds(headings, heading + 1);
  std::vector<std::size_t> figures;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    if (headings[i].kind == Heading::Kind::column && isNumeric(table.columns[headings[i].column].type))
      figures.push_back(i);
  }
  context_ = sheetContext(sheet_, indexOf(*heading), figures, year_);
  // The column of the rows' names may have the unit of all: "Nguồn vốn (triệu đồng)".
  for (std::size_t i = 0; i < headings.size(); ++i) {
    if (headings[i].kind == Heading::Kind::row)
      context_.power = reading::namedPower(heading->cells[i].text).value_or(context_.power);
  }
  if (headings_ != 0) context_.power = 0;  // a section's own workbook has đồng, whatever units its hints name
  for (auto row = heading + 1; row != sheet_.rows.end(); ++row) CCHC_CHECK(this->row(table, headings, *row));
  return std::move(values_);
}

// Collects the row ids of the sheet, so that new ids for rows without one differ from them.
void SheetValues::noteRowIds(const std::vector<Heading>& headings, std::vector<SheetRow>::const_iterator from) {
  const auto column = std::find_if(headings.begin(), headings.end(),
                                   [](const Heading& each) { return each.kind == Heading::Kind::row; });
  const auto index = static_cast<std::size_t>(column - headings.begin());
  for (auto row = from; column != headings.end() && row != sheet_.rows.end(); ++row) {
    if (index < row->cells.size()) given_.insert(std::string(trim(row->cells[index].text)));
  }
}

Status SheetValues::row(const TableDefinition& table, const std::vector<Heading>& headings, const SheetRow& row) {
  bool content = false;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (isBlank(row.cells[i])) continue;
    if (i >= headings.size()) return fail("values.too-many-cells", cellPosition(sheet_, file_, row, i));
    content = content || headings[i].kind != Heading::Kind::ignored;
  }
  if (!content) return {};
  CCHC_TRY(const auto id, rowId(table, headings, row));
  if (values_.rows.size() == table.maxRows) {
    return fail("package.too-many-rows", cellPosition(sheet_, file_, row, 0),
                {{"table", table.title.vi},
                 {"table_en", table.title.in(Language::en)},
                 {"limit", std::to_string(table.maxRows)}});
  }
  values_.rows.push_back({table.id, id, false});
  return cells(table, headings, row, id);
}

Result<std::string> SheetValues::rowId(const TableDefinition& table, const std::vector<Heading>& headings,
                                       const SheetRow& row) {
  const auto column = std::find_if(headings.begin(), headings.end(),
                                   [](const Heading& each) { return each.kind == Heading::Kind::row; });
  const auto index = static_cast<std::size_t>(column - headings.begin());
  auto id = index < row.cells.size() ? std::string(trim(row.cells[index].text)) : std::string();
  // A row without an id is a new row if the sheet has no column for ids, or belongs to a section's own workbook; in any
  // other sheet it is a mistake.
  if (id.empty() && !table.fixed && (column == headings.end() || headings_ != 0)) {
    do id = std::to_string(++numbered_);
    while (given_.contains(id));
  }
  const auto position = [&] { return cellPosition(sheet_, file_, row, index < row.cells.size() ? index : 0); };
  if (table.fixed) {
    const auto& rows = table.fixedRows;
    auto found = std::find_if(rows.begin(), rows.end(), [&](const FixedRow& each) { return each.id == id; });
    if (found == rows.end()) {
      found = std::find_if(rows.begin(), rows.end(), [&](const FixedRow& each) {
        return sameWords(each.label.vi, id) || (!each.label.en.empty() && sameWords(each.label.en, id));
      });
    }
    if (found == rows.end()) return fail("values.unknown-row", position(), {{"row", id}});
    id = found->id;
  } else if (!isRowId(id)) {
    return fail("values.unknown-row", position(), {{"row", id}});
  }
  if (!seen_.insert(id).second) return duplicate(position(), placeText(Place::ofCell(table.id, id, {})));
  return id;
}

Status SheetValues::cells(const TableDefinition& table, const std::vector<Heading>& headings, const SheetRow& row,
                          const std::string& id) {
  for (std::size_t i = 0; i < headings.size(); ++i) {
    if (headings[i].kind != Heading::Kind::column) continue;
    const auto& column = table.columns[headings[i].column];
    // Computed columns of an exported sheet are not read back.
    if (!column.enterable()) continue;
    auto place = Place::ofCell(table.id, id, column.id);
    auto value = sheetValue(sheet_, indexOf(row), i, column, context_);
    if (!value) return wrongValue(value.error(), row, i, place, column.label);
    for (std::size_t part = 0; part < headings.size(); ++part) {
      if (headings[part].kind != Heading::Kind::documentPart || headings[part].column != headings[i].column) continue;
      const auto meant = meantCell(sheet_, indexOf(row), part, false);
      if (!meant) return wrongValue(meant.error(), row, part, place, column.label);
      if (isBlank(**meant)) continue;
      if (value->blank()) value->content = Documents(1);
      auto& document = std::get<Documents>(value->content).front();
      if (auto set = setDocumentPart(headings[part].part, **meant, document); !set)
        return wrongValue(set.error(), row, part, place, column.label);
    }
    values_.values.push_back({std::move(place), std::move(*value)});
  }
  return {};
}

}  // namespace

Result<ValuesFile> readSheetValues(const Sheet& sheet, std::string_view file, const SectionDefinition& definition,
                                   std::string_view table, int year, std::size_t headings) {
  SheetValues values(sheet, file, definition, headings, year);
  if (table.empty()) return std::move(values).fields();
  const auto index = definition.tableIndex(table);
  if (!index) return fail("values.unknown-field", file, {{"id", std::string(table)}});
  return std::move(values).rows(definition.tables[*index]);
}

}  // namespace cchc
