// Reads the tables of a package.
#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/text.h"
#include "core/exchange/package/content_reader.h"
#include "core/exchange/values/value_check.h"
#include "core/exchange/values/value_element.h"
#include "core/exchange/xml/tokens.h"

namespace cchc {
namespace {

constexpr std::array<std::string_view, 4> cellAttributes = {"column", "base", "denominator", "qualifier"};

Place cellPlace(std::string_view table, std::string_view row, std::string_view column) {
  return Place::ofCell(std::string(table), std::string(row), std::string(column));
}

std::optional<std::size_t> columnOf(const TableDefinition& table, const char* id, std::size_t expected, bool older) {
  if (const auto found = findFrom(table.columns, id, expected)) return found;
  return table.columnIndex(id, older);
}

ValueMarks cellMarks(const std::array<const char*, 4>& values) { return {values[1], values[2], values[3]}; }

bool isElement(const pugi::xml_node& node, std::string_view name) { return isNamed(node.name(), name); }

// Whether an element that may only contain elements has text; white space is allowed.
bool hasText(const pugi::xml_node& node) { return *node.value() != 0 && !trim(node.value()).empty(); }

}  // namespace

Status ContentReader::table(const pugi::xml_node& node) {
  constexpr std::array<std::string_view, 2> names = {"id", "nothing"};
  std::array<const char*, 2> values;
  CCHC_CHECK(attributes(node, names, 1, values));
  const auto [id, nothing] = values;
  if (nothing != nullptr && std::string_view(nothing) != "yes") return wrongAttribute(node, id, "nothing", nothing);
  if (hasText(node)) return wrong("package.structure", node);
  auto index = findFrom(definition_->tables, id, nextTable_);
  if (!index) index = definition_->tableIndex(id, keeping_);
  if (!index) return keeping_ ? unknownTable(node, id, nothing != nullptr) : wrong("package.unknown-field", node, id);
  if (tableSeen_[*index])
    return keeping_ ? unknownTable(node, id, nothing != nullptr) : wrong("package.duplicate", node, id);
  tableSeen_[*index] = 1;
  nextTable_ = *index + 1;
  const auto& definition = definition_->tables[*index];
  auto& data = data_->tables[*index];
  data.nothing = nothing != nullptr;
  data.counted.reset();
  if (data.nothing && keeping_ && !definition.mayBeNothing) {
    data_->kept.push_back({Place(id), "nothing"});
    data.nothing = false;
  }
  if (nothing != nullptr && ((data.nothing && !definition.mayBeNothing) || node.first_child()))
    return wrong("package.nothing", node, id);
  CCHC_CHECK(rowIds(node, definition));
  resizeRows(data.rows, definition.fixed ? definition.fixedRows.size() : std::min(rowIds_.size(), definition.maxRows));
  rowSeen_.assign(definition.fixedRows.size(), 0);
  std::size_t next = 0;
  for (auto child = node.first_child(); child; child = child.next_sibling(), ++next) {
    const char* rowId = rowIds_[next].data();
    if (!definition.fixed && next >= data.rows.size()) {  // more rows than the table may have now
      CCHC_CHECK(unknownRow(child, id, rowId));
      continue;
    }
    CCHC_CHECK(definition.fixed ? fixedRow(child, definition, data, rowId)
                                : row(child, definition, data.rows[next], rowId));
  }
  for (std::size_t i = 0; i < rowSeen_.size(); ++i) {
    if (!rowSeen_[i]) data.rows[i] = {definition.fixedRows[i].id, std::vector<Value>(definition.columns.size())};
  }
  return {};
}

void ContentReader::resizeRows(std::vector<Row>& rows, std::size_t count) {
  constexpr std::size_t mostSpare = 1000;
  for (; rows.size() > count && spareRows_.size() < mostSpare; rows.pop_back())
    spareRows_.push_back(std::move(rows.back()));
  for (; rows.size() < count && !spareRows_.empty(); spareRows_.pop_back())
    rows.push_back(std::move(spareRows_.back()));
  rows.resize(count);
}

// Checks that all children are rows with different ids, and no more than the table may have. This is done before any
// row is read, so that a file with too many rows is refused at once.
Status ContentReader::rowIds(const pugi::xml_node& node, const TableDefinition& table) {
  rowIds_.clear();
  bool ascending = true;
  for (auto child = node.first_child(); child; child = child.next_sibling()) {
    if (!isElement(child, "row") || hasText(child))
      return wrong("package.structure", child.type() == pugi::node_element ? child : node, table.id);
    const auto first = child.first_attribute();
    if (!isNamed(first.name(), "id") || first.next_attribute()) {  // attributes() makes the error
      constexpr std::array<std::string_view, 1> names = {"id"};
      std::array<const char*, 1> values;
      CCHC_CHECK(attributes(child, names, 1, values));
    }
    const char* id = first.value();
    if (!isRowId(id)) return wrongAttribute(child, table.id, "id", id);
    if (rowIds_.size() == table.maxRows && !table.fixed && !keeping_) {
      return wrong("package.too-many-rows", child, table.id,
                   {{"table", table.title.vi},
                    {"table_en", table.title.in(Language::en)},
                    {"limit", std::to_string(table.maxRows)}});
    }
    ascending = ascending && (rowIds_.empty() || rowIds_.back() < id);
    rowIds_.emplace_back(id);
  }
  if (ascending) return {};
  auto sorted = rowIds_;
  std::sort(sorted.begin(), sorted.end());
  const auto twice = std::adjacent_find(sorted.begin(), sorted.end());
  if (twice == sorted.end()) return {};
  return wrong("package.duplicate", node, Place::ofRow(table.id, std::string(*twice)));
}

Status ContentReader::fixedRow(const pugi::xml_node& node, const TableDefinition& table, TableData& data,
                               const char* id) {
  const auto& rows = table.fixedRows;
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const FixedRow& row) { return row.id == id; });
  if (found == rows.end())
    return keeping_ ? unknownRow(node, table.id, id) : wrong("package.unknown-row", node, table.id, {{"row", id}});
  const auto index = static_cast<std::size_t>(found - rows.begin());
  rowSeen_[index] = 1;
  return row(node, table, data.rows[index], id);
}

Status ContentReader::row(const pugi::xml_node& node, const TableDefinition& table, Row& row, const char* id) {
  row.id = id;
  row.cells.resize(table.columns.size());
  cellSeen_.assign(table.columns.size(), 0);
  if (keeping_) CCHC_CHECK(distinct(node, "cell", "column"));
  std::size_t next = 0;
  for (auto child = node.first_child(); child; child = child.next_sibling()) {
    if (!plainCell(child, table, row, next)) CCHC_CHECK(cell(child, table, row, next));
  }
  for (std::size_t i = 0; i < cellSeen_.size(); ++i) {
    if (!cellSeen_[i]) row.cells[i] = Value{};
  }
  return {};
}

// Reads the common case: the only attribute is the column, the column is near the expected one, and the value is plain.
// Returns false for any other cell, which cell() then reads.
bool ContentReader::plainCell(const pugi::xml_node& node, const TableDefinition& table, Row& row, std::size_t& next) {
  if (!isElement(node, "cell") || node.first_child()) return false;
  const auto attribute = node.first_attribute();
  if (!isNamed(attribute.name(), "column") || attribute.next_attribute()) return false;
  const auto index = findFrom(table.columns, attribute.value(), next);
  if (!index || cellSeen_[*index] || !table.columns[*index].enterable()) return false;
  auto& value = row.cells[*index];
  if (!assignPlain(table.columns[*index], node.value(), value)) return false;
  value.clearMarks();
  cellSeen_[*index] = 1;
  next = *index + 1;
  return true;
}

// `next` is the index of the expected column.
Status ContentReader::cell(const pugi::xml_node& node, const TableDefinition& table, Row& row, std::size_t& next) {
  if (!isElement(node, "cell"))
    return wrong("package.structure", node.type() == pugi::node_element ? node : node.parent(), table.id);
  std::array<const char*, 4> values;
  CCHC_CHECK(attributes(node, cellAttributes, 1, values));
  const auto* column = values[0];
  const auto marks = cellMarks(values);
  const auto place = [&] { return cellPlace(table.id, row.id, column); };
  const auto index = columnOf(table, column, next, keeping_);
  if (!index) return keeping_ ? addKept(node, place(), marks) : wrong("package.unknown-field", node, place());
  if (cellSeen_[*index]) return keeping_ ? addKept(node, place(), marks) : wrong("package.duplicate", node, place());
  cellSeen_[*index] = 1;
  next = *index + 1;
  auto& value = row.cells[*index];
  if (auto read = readValueElement(table.columns[*index], node, marks, value); !read) {
    if (!keeping_) return wrongValue(read.error(), node, place());
    value = Value{};
    return addKept(node, place(), marks);
  }
  noteAttachment(value);
  return {};
}

Status ContentReader::unknownTable(const pugi::xml_node& node, std::string_view id, bool nothing) {
  if (nothing) data_->kept.push_back({Place(id), "nothing"});
  TableDefinition unknown;
  unknown.id = id;
  unknown.maxRows = std::size_t(-1);
  CCHC_CHECK(rowIds(node, unknown));
  for (auto child = node.first_child(); child; child = child.next_sibling())
    CCHC_CHECK(unknownRow(child, id, child.attribute("id").value()));
  return {};
}

Status ContentReader::unknownRow(const pugi::xml_node& node, std::string_view table, std::string_view row) {
  CCHC_CHECK(distinct(node, "cell", "column"));
  for (auto child = node.first_child(); child; child = child.next_sibling()) {
    if (!isElement(child, "cell")) return wrong("package.structure", node, table);
    std::array<const char*, 4> values;
    CCHC_CHECK(attributes(child, cellAttributes, 1, values));
    CCHC_CHECK(addKept(child, cellPlace(table, row, values[0]), cellMarks(values)));
  }
  return {};
}

}  // namespace cchc
