#include "core/app/section/edits.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "core/definition/not_in_force.h"

namespace cchc {
namespace {

auto rowNamed(TableData& table, const std::string& id) {
  return std::find_if(table.rows.begin(), table.rows.end(), [&](const Row& row) { return row.id == id; });
}

struct Applier {
  SectionData& data;

  std::optional<Edit> operator()(const FieldEdit& edit) const {
    FieldEdit inverse{edit.field, edit.value};
    std::swap(inverse.value, data.fields[edit.field]);
    return inverse;
  }
  std::optional<Edit> operator()(const CellEdit& edit) const {
    auto& table = data.tables[edit.table];
    const auto row = rowNamed(table, edit.row);
    if (row == table.rows.end()) return std::nullopt;
    CellEdit inverse = edit;
    std::swap(inverse.value, row->cells[edit.column]);
    return inverse;
  }
  std::optional<Edit> operator()(const RowInsert& edit) const {
    auto& table = data.tables[edit.table];
    if (rowNamed(table, edit.row.id) != table.rows.end()) return std::nullopt;
    const auto position = std::min(edit.position, table.rows.size());
    table.rows.insert(table.rows.begin() + static_cast<std::ptrdiff_t>(position), edit.row);
    return RowRemove{edit.table, edit.row.id};
  }
  std::optional<Edit> operator()(const RowRemove& edit) const {
    auto& table = data.tables[edit.table];
    const auto row = rowNamed(table, edit.row);
    if (row == table.rows.end()) return std::nullopt;
    RowInsert inverse{edit.table, static_cast<std::size_t>(row - table.rows.begin()), std::move(*row)};
    table.rows.erase(row);
    return inverse;
  }
  std::optional<Edit> operator()(const TableNothing& edit) const {
    const TableNothing inverse{edit.table, data.tables[edit.table].nothing};
    data.tables[edit.table].nothing = edit.nothing;
    return inverse;
  }
  std::optional<Edit> operator()(const GroupNothing& edit) const {
    const GroupNothing inverse{edit.group, data.groupNothing[edit.group]};
    data.groupNothing[edit.group] = edit.nothing;
    return inverse;
  }
  std::optional<Edit> operator()(const ParagraphEdit& edit) const {
    const auto empty = [](const ParagraphData& paragraph) { return !paragraph.text && !paragraph.confirmed; };
    auto before = replace(data.paragraphs, edit.paragraph, empty,
                          [&](const ParagraphData& other) { return other.id == edit.paragraph.id; });
    if (!before) before = ParagraphData{edit.paragraph.id, {}, {}, {}};
    return ParagraphEdit{std::move(*before)};
  }
  std::optional<Edit> operator()(const ExplanationEdit& edit) const {
    const auto& explanation = edit.explanation;
    const auto empty = [](const ExplanationData& other) { return other.text.empty(); };
    auto before = replace(data.explanations, explanation, empty, [&](const ExplanationData& other) {
      return other.code == explanation.code && other.place == explanation.place;
    });
    if (!before) before = ExplanationData{explanation.code, explanation.place, {}};
    return ExplanationEdit{std::move(*before)};
  }
  std::optional<Edit> operator()(const ImportNote& note) const {
    return ImportNote{note.digest, note.after, note.before};
  }

  template <class T, class Empty, class Same>
  static std::optional<T> replace(std::vector<T>& all, const T& item, const Empty& empty, const Same& same) {
    const auto found = std::find_if(all.begin(), all.end(), same);
    std::optional<T> before;
    if (found != all.end()) before = *found;
    if (empty(item)) {
      if (found != all.end()) all.erase(found);
    } else if (found != all.end()) {
      *found = item;
    } else {
      all.push_back(item);
    }
    return before;
  }
};

// What an edit would enter where it is not in force.
struct InForceCheck {
  const SectionDefinition& definition;
  const PartsInForce& parts;

  Status operator()(const FieldEdit& edit) const {
    return checkInForce(definition, parts, Place::ofField(definition.fields[edit.field].id), edit.value);
  }
  Status operator()(const CellEdit& edit) const {
    const auto& table = definition.tables[edit.table];
    return checkInForce(definition, parts, Place::ofCell(table.id, edit.row, table.columns[edit.column].id),
                        edit.value);
  }
  Status operator()(const RowInsert& edit) const {
    const auto& table = definition.tables[edit.table];
    CCHC_CHECK(whole(Place::ofTable(table.id)));
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      CCHC_CHECK(checkInForce(definition, parts, Place::ofCell(table.id, edit.row.id, table.columns[c].id),
                              edit.row.cells[c]));
    }
    return {};
  }
  Status operator()(const RowRemove&) const { return {}; }
  Status operator()(const TableNothing& edit) const {
    return edit.nothing ? whole(Place::ofTable(definition.tables[edit.table].id)) : Status();
  }
  Status operator()(const GroupNothing& edit) const {
    return edit.nothing ? whole(Place::ofGroup(definition.groups[edit.group].id)) : Status();
  }
  Status operator()(const ParagraphEdit& edit) const {
    const bool entered = edit.paragraph.text || edit.paragraph.confirmed;
    return entered ? whole(Place::ofParagraph(edit.paragraph.id)) : Status();
  }
  Status operator()(const ExplanationEdit&) const { return {}; }
  Status operator()(const ImportNote&) const { return {}; }

 private:
  Status whole(const Place& place) const {
    return parts.place(definition, place) ? Status() : Status(notInForce(definition, place));
  }
};

}  // namespace

Place placeOf(const SectionDefinition& definition, const Edit& edit) {
  if (const auto* field = std::get_if<FieldEdit>(&edit)) return Place::ofField(definition.fields[field->field].id);
  if (const auto* cell = std::get_if<CellEdit>(&edit)) {
    const auto& table = definition.tables[cell->table];
    return Place::ofCell(table.id, cell->row, table.columns[cell->column].id);
  }
  if (const auto* insert = std::get_if<RowInsert>(&edit))
    return Place::ofRow(definition.tables[insert->table].id, insert->row.id);
  if (const auto* remove = std::get_if<RowRemove>(&edit))
    return Place::ofRow(definition.tables[remove->table].id, remove->row);
  if (const auto* table = std::get_if<TableNothing>(&edit)) return Place::ofTable(definition.tables[table->table].id);
  if (const auto* group = std::get_if<GroupNothing>(&edit)) return Place::ofGroup(definition.groups[group->group].id);
  if (const auto* paragraph = std::get_if<ParagraphEdit>(&edit)) return Place::ofParagraph(paragraph->paragraph.id);
  return std::get<ExplanationEdit>(edit).explanation.place;
}

std::optional<Edit> applyEdit(SectionData& data, const Edit& edit) { return std::visit(Applier{data}, edit); }

namespace {

// The rows of `before` that can stay where they are: the longest run of rows that `after` has in the same order.
std::set<std::string> rowsThatStay(const TableData& before, const TableData& after) {
  std::map<std::string, std::size_t> wanted;
  for (std::size_t r = 0; r < after.rows.size(); ++r) wanted.emplace(after.rows[r].id, r);
  constexpr auto none = static_cast<std::size_t>(-1);
  std::vector<std::size_t> places(before.rows.size(), none), previous(before.rows.size(), none);
  std::vector<std::size_t> ends;  // by length of a run: the row at its end that stands first in `after`
  for (std::size_t r = 0; r < before.rows.size(); ++r) {
    const auto found = wanted.find(before.rows[r].id);
    if (found == wanted.end()) continue;
    places[r] = found->second;
    const auto at = std::lower_bound(ends.begin(), ends.end(), found->second,
                                     [&](std::size_t end, std::size_t place) { return places[end] < place; });
    if (at != ends.begin()) previous[r] = *std::prev(at);
    if (at == ends.end())
      ends.push_back(r);
    else
      *at = r;
  }
  std::set<std::string> stay;
  for (auto r = ends.empty() ? none : ends.back(); r != none; r = previous[r]) stay.insert(before.rows[r].id);
  return stay;
}

// A row that moves is removed and inserted again.
void tableBetween(std::size_t table, const TableData& before, const TableData& after, std::vector<Edit>& edits) {
  if (before.nothing != after.nothing) edits.push_back(TableNothing{table, after.nothing});
  const auto stay = rowsThatStay(before, after);
  std::map<std::string, const Row*> staying;
  for (const auto& row : before.rows) {
    if (stay.contains(row.id))
      staying.emplace(row.id, &row);
    else
      edits.push_back(RowRemove{table, row.id});
  }
  for (std::size_t r = 0; r < after.rows.size(); ++r) {
    const auto& row = after.rows[r];
    const auto found = staying.find(row.id);
    if (found == staying.end()) {
      edits.push_back(RowInsert{table, r, row});
      continue;
    }
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      if (row.cells[c] != found->second->cells[c]) edits.push_back(CellEdit{table, row.id, c, row.cells[c]});
    }
  }
}

// Calls `edit` for each item that `after` has otherwise than `before`, and `remove` for each that only `before` has.
template <class T, class Same, class Change, class Remove>
void eachDifference(const std::vector<T>& before, const std::vector<T>& after, const Same& same, const Change& change,
                    const Remove& remove) {
  for (const auto& item : after) {
    if (std::find(before.begin(), before.end(), item) == before.end()) change(item);
  }
  for (const auto& item : before) {
    if (std::none_of(after.begin(), after.end(), [&](const T& other) { return same(other, item); })) remove(item);
  }
}

}  // namespace

Status checkStepInForce(const SectionDefinition& definition, const PartsInForce& parts, const EditStep& step) {
  if (parts.everything()) return {};
  const InForceCheck check{definition, parts};
  for (const auto& edit : step.edits) CCHC_CHECK(std::visit(check, edit));
  return {};
}

EditStep stepBetween(const SectionDefinition& definition, const SectionData& before, const SectionData& after) {
  EditStep step;
  for (std::size_t i = 0; i < definition.fields.size(); ++i) {
    if (before.fields[i] != after.fields[i]) step.edits.push_back(FieldEdit{i, after.fields[i]});
  }
  for (std::size_t t = 0; t < definition.tables.size(); ++t)
    tableBetween(t, before.tables[t], after.tables[t], step.edits);
  for (std::size_t g = 0; g < definition.groups.size(); ++g) {
    if (before.groupNothing[g] != after.groupNothing[g]) step.edits.push_back(GroupNothing{g, after.groupNothing[g]});
  }
  eachDifference(
      before.paragraphs, after.paragraphs, [](const auto& a, const auto& b) { return a.id == b.id; },
      [&](const ParagraphData& paragraph) { step.edits.push_back(ParagraphEdit{paragraph}); },
      [&](const ParagraphData& paragraph) {
        step.edits.push_back(ParagraphEdit{{paragraph.id, {}, {}, {}}});
      });
  eachDifference(
      before.explanations, after.explanations,
      [](const auto& a, const auto& b) { return a.code == b.code && a.place == b.place; },
      [&](const ExplanationData& explanation) { step.edits.push_back(ExplanationEdit{explanation}); },
      [&](const ExplanationData& explanation) {
        step.edits.push_back(ExplanationEdit{{explanation.code, explanation.place, {}}});
      });
  return step;
}

}  // namespace cchc
