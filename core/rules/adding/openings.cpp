#include "core/rules/adding/openings.h"

#include <utility>

namespace cchc {
namespace {

const Value* exactNumber(const Effective& effective) {
  const auto& value = effective.value();
  const bool exact = value.number() != nullptr && value.qualifier == Qualifier::exact;
  return effective.relevant && exact ? &value : nullptr;
}

std::optional<OpeningDifference> differenceOf(const FieldDefinition& opening, const FieldDefinition* closing,
                                              const Effective& before, const Effective& after) {
  const auto *from = exactNumber(before), *to = exactNumber(after);
  if (from == nullptr || to == nullptr || *from->number() == *to->number()) return std::nullopt;
  const auto difference = subtract(*to->number(), *from->number());
  if (!difference) return std::nullopt;
  return OpeningDifference{{}, &opening, closing, *from, *to, *difference};
}

const Effective& cellOf(const SectionView& section, std::size_t table, std::size_t row, std::size_t column) {
  return section.evaluation->cells[table][row][column];
}

bool hasRow(const SectionView& section, std::size_t table, std::size_t row) {
  return row < section.evaluation->cells[table].size();
}

}  // namespace

std::optional<OpeningDifference> openingDifference(const SectionView& before, const SectionView& after,
                                                   std::size_t field) {
  const auto& form = after.definition->definition();
  const auto& opening = form.fields[field];
  if (opening.openingOf.empty()) return std::nullopt;
  const auto closing = *form.fieldIndex(opening.openingOf);
  auto found =
      differenceOf(opening, &form.fields[closing], before.evaluation->fields[closing], after.evaluation->fields[field]);
  if (found) found->place = opening.id;
  return found;
}

std::optional<OpeningDifference> openingDifference(const SectionView& before, const SectionView& after,
                                                   std::size_t table, std::size_t row, std::size_t column) {
  const auto& form = after.definition->definition().tables[table];
  const auto& opening = form.columns[column];
  if (opening.openingOf.empty() || !form.fixed || !hasRow(before, table, row) || !hasRow(after, table, row))
    return std::nullopt;
  const auto closing = *form.columnIndex(opening.openingOf);
  auto found = differenceOf(opening, &form.columns[closing], cellOf(before, table, row, closing),
                            cellOf(after, table, row, column));
  if (found) found->place = Place::ofCell(form.id, form.fixedRows[row].id, opening.id);
  return found;
}

std::optional<OpeningDifference> openingChange(const SectionView& other, const SectionView& now, std::size_t field) {
  const auto& opening = now.definition->definition().fields[field];
  if (opening.basis != Basis::opening) return std::nullopt;
  auto found = differenceOf(opening, nullptr, other.evaluation->fields[field], now.evaluation->fields[field]);
  if (found) found->place = opening.id;
  return found;
}

std::optional<OpeningDifference> openingChange(const SectionView& other, const SectionView& now, std::size_t table,
                                               std::size_t row, std::size_t column) {
  const auto& form = now.definition->definition().tables[table];
  const auto& opening = form.columns[column];
  if (opening.basis != Basis::opening || !form.fixed || !hasRow(other, table, row) || !hasRow(now, table, row))
    return std::nullopt;
  auto found = differenceOf(opening, nullptr, cellOf(other, table, row, column), cellOf(now, table, row, column));
  if (found) found->place = Place::ofCell(form.id, form.fixedRows[row].id, opening.id);
  return found;
}

std::vector<OpeningDifference> openingDifferences(const SectionView& before, const SectionView& after) {
  std::vector<OpeningDifference> all;
  const auto add = [&](std::optional<OpeningDifference> found) {
    if (found) all.push_back(std::move(*found));
  };
  const auto& form = after.definition->definition();
  for (std::size_t i = 0; i < form.fields.size(); ++i) add(openingDifference(before, after, i));
  for (std::size_t t = 0; t < form.tables.size(); ++t) {
    for (std::size_t r = 0; r < form.tables[t].fixedRows.size(); ++r) {
      for (std::size_t c = 0; c < form.tables[t].columns.size(); ++c) add(openingDifference(before, after, t, r, c));
    }
  }
  return all;
}

SectionData openingsAfter(const SectionView& before) {
  const auto& form = before.definition->definition();
  auto data = emptyData(form);
  const auto carried = [](const Effective& closing) { return closing.relevant ? closing.value() : Value{}; };
  for (std::size_t i = 0; i < form.fields.size(); ++i) {
    const auto& field = form.fields[i];
    if (!field.openingOf.empty() && field.enterable())
      data.fields[i] = carried(before.evaluation->fields[*form.fieldIndex(field.openingOf)]);
  }
  for (std::size_t t = 0; t < form.tables.size(); ++t) {
    const auto& table = form.tables[t];
    for (std::size_t r = 0; r < table.fixedRows.size() && hasRow(before, t, r); ++r) {
      for (std::size_t c = 0; c < table.columns.size(); ++c) {
        const auto& column = table.columns[c];
        if (!column.openingOf.empty() && column.enterable())
          data.tables[t].rows[r].cells[c] = carried(cellOf(before, t, r, *table.columnIndex(column.openingOf)));
      }
    }
  }
  return data;
}

}  // namespace cchc
