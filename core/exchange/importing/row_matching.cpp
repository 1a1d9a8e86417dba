#include "core/exchange/importing/row_matching.h"

#include <algorithm>

#include "core/base/texts.h"
#include "core/exchange/values/cell_value.h"
#include "core/exchange/xml/tokens.h"

namespace cchc {
namespace {

// What tells rows apart where no key does: names, choices and documents, but no figures, dates or remarks.
bool describes(FieldType type) {
  return type == FieldType::text || type == FieldType::choice || type == FieldType::choices ||
         type == FieldType::document || type == FieldType::documents;
}

}  // namespace

bool saysTheSame(const FieldDefinition& field, const Value& present, const Value& given) {
  if (present.content.index() != given.content.index()) return false;
  if (const auto* number = present.number()) return *number == *given.number() && present.qualifier == given.qualifier;
  if (present.documents() == nullptr) return present.content == given.content;
  return present == given || cellText(field, present, Language::vi) == cellText(field, given, Language::vi);
}

Value withHiddenParts(const FieldDefinition& field, const Value& present, Value given) {
  if (given.number() != nullptr && field.type == FieldType::rate && given.base == RateBase::unspecified)
    given.base = present.base;
  return given;
}

RowMatcher::RowMatcher(const TableDefinition& table, const TableData& present, RowChoices choices, std::string idsFrom)
    : table_(table),
      present_(present),
      choices_(choices),
      idsFrom_(std::move(idsFrom)),
      key_(keyColumns(table)),
      count_(choices.replace ? 0 : present.rows.size()) {
  for (const auto& row : present.rows) ids_.insert(row.id);
}

// A key that is written with other capitals or spaces is the same key, and stays as it is.
bool RowMatcher::agrees(std::size_t column, const Value& present, const Value& given) const {
  if (saysTheSame(table_.columns[column], present, given)) return true;
  if (std::find(key_.begin(), key_.end(), column) == key_.end() || given.blank()) return false;
  return rowKey({0}, {present}) == rowKey({0}, {given});
}

std::string RowMatcher::shown(const IncomingRow& row, const KeyColumns& columns) const {
  std::string text;
  for (const auto& [column, value] : row.cells) {
    const bool wanted = std::find(columns.begin(), columns.end(), column) != columns.end();
    if (wanted && !value.blank())
      text += (text.empty() ? "" : "; ") + cellText(table_.columns[column], value, Language::vi);
  }
  return text;
}

RowMatcher::Match RowMatcher::found(const IncomingRow& row, const Row& present) {
  // Without replacing, the present rows are counted from the start.
  if (matched_.insert(present.id).second && choices_.replace) ++count_;
  const bool same = std::all_of(row.cells.begin(), row.cells.end(), [&](const auto& cell) {
    const auto& [column, value] = cell;
    return (value.blank() && !choices_.replace) || agrees(column, present.cells[column], value);
  });
  return {same ? Match::Kind::same : Match::Kind::updated, present.id, &present};
}

Result<RowMatcher::Match> RowMatcher::added(const IncomingRow& row) {
  if (count_ >= table_.maxRows) {
    return fail("package.too-many-rows", {},
                {{"table", table_.title.vi},
                 {"table_en", table_.title.in(Language::en)},
                 {"limit", std::to_string(table_.maxRows)}});
  }
  ++count_;
  auto id = row.id.empty() ? idsFrom_ + std::to_string(row.line) : row.id;
  while (!ids_.insert(id).second) id += "a";
  return Match{Match::Kind::added, std::move(id), nullptr};
}

bool RowMatcher::equal(const IncomingRow& row, const Row& present, bool onlyTexts) const {
  bool any = false;
  for (const auto& [column, value] : row.cells) {
    const auto& field = table_.columns[column];
    if (onlyTexts && !describes(field.type)) continue;
    if (!saysTheSame(field, present.cells[column], value)) return false;
    any = any || !value.blank();
  }
  return any;
}

Result<RowMatcher::Match> RowMatcher::match(const IncomingRow& row) {
  if (!row.id.empty()) return matchById(row);
  KeyColumns given;
  for (const auto column : key_) {
    const auto at =
        std::find_if(row.cells.begin(), row.cells.end(), [&](const auto& cell) { return cell.first == column; });
    if (at != row.cells.end()) given.push_back(column);
  }
  return given.empty() ? matchByContent(row) : matchByKey(row, given);
}

Result<RowMatcher::Match> RowMatcher::matchById(const IncomingRow& row) {
  if (!isRowId(row.id)) return fail("import.row-id", {}, {{"given", row.id}});
  const auto [first, isNew] = seen_.try_emplace("id " + row.id, row.line);
  if (!isNew) return fail("import.row-twice", {}, {{"given", row.id}, {"first", std::to_string(first->second)}});
  const auto at =
      std::find_if(present_.rows.begin(), present_.rows.end(), [&](const Row& one) { return one.id == row.id; });
  if (at != present_.rows.end()) return found(row, *at);
  return added(row);
}

Result<RowMatcher::Match> RowMatcher::matchByKey(const IncomingRow& row, const KeyColumns& given) {
  std::vector<Value> cells(table_.columns.size());
  for (const auto& [column, value] : row.cells) cells[column] = value;
  const auto key = rowKey(given, cells);
  if (key.empty()) return matchByContent(row);
  auto known = byKey_.find(given);
  if (known == byKey_.end()) {
    known = byKey_.emplace(given, std::multimap<std::string, const Row*>()).first;
    for (const auto& one : present_.rows) known->second.emplace(rowKey(given, one.cells), &one);
  }
  const auto [from, to] = known->second.equal_range(key);
  const bool whole = given.size() == key_.size();
  if (from != to && std::next(from) != to) {
    // The rows of the table have the same key already, or the file does not say which of them it means.
    std::string columns;
    for (const auto column : key_) columns += (columns.empty() ? "" : ", ") + table_.columns[column].label.vi;
    return fail("import.several-rows", {}, {{"key", shown(row, given)}, {"columns", columns}});
  }
  if (whole || from != to) {
    const auto [first, isNew] = seen_.try_emplace("key " + key, row.line);
    if (!isNew)
      return fail("import.row-twice", {}, {{"given", shown(row, given)}, {"first", std::to_string(first->second)}});
  }
  return from == to ? added(row) : Result<Match>(found(row, *from->second));
}

Result<RowMatcher::Match> RowMatcher::matchByContent(const IncomingRow& row) {
  const Row* similar = nullptr;
  std::size_t similarAt = 0;
  for (std::size_t i = 0; i < present_.rows.size(); ++i) {
    const auto& one = present_.rows[i];
    if (matched_.contains(one.id)) continue;
    if (equal(row, one, false)) return choices_.again ? added(row) : Result<Match>(found(row, one));
    if (similar == nullptr && equal(row, one, true)) similar = &one, similarAt = i;
  }
  if (similar == nullptr || choices_.again) return added(row);
  if (choices_.update || choices_.replace) return found(row, *similar);
  return fail("import.similar-row", {}, {{"row", std::to_string(similarAt + 1)}});
}

void RowMatcher::write(const IncomingRow& row, const Match& match, ValuesFile& values, std::size_t& blanks) const {
  if (match.kind == Match::Kind::added) values.rows.push_back({table_.id, match.row, false});
  for (const auto& [column, value] : row.cells) {
    const auto& field = table_.columns[column];
    if (match.present == nullptr) {
      if (!value.blank()) values.values.push_back({Place::ofCell(table_.id, match.row, field.id), value});
      continue;
    }
    const auto& present = match.present->cells[column];
    if (value.blank() && !choices_.replace) {
      blanks += present.blank() ? 0 : 1;
    } else if (!agrees(column, present, value)) {
      values.values.push_back({Place::ofCell(table_.id, match.row, field.id), withHiddenParts(field, present, value)});
    }
  }
}

std::vector<const Row*> RowMatcher::unmatched() const {
  std::vector<const Row*> rows;
  for (const auto& row : present_.rows) {
    if (!matched_.contains(row.id)) rows.push_back(&row);
  }
  return rows;
}

}  // namespace cchc
