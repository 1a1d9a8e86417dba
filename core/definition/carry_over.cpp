#include "core/definition/carry_over.h"

#include "core/definition/not_in_force.h"

namespace cchc {
namespace {

bool finished(const TableDefinition& table, const Row& row) {
  const auto outcome = table.columnIndex("outcome");
  return outcome && row.cells[*outcome].text() != nullptr && *row.cells[*outcome].text() == "done";
}

void setOpenings(const SectionData& openings, SectionData& data) {
  for (std::size_t i = 0; i < data.fields.size(); ++i) {
    if (!openings.fields[i].blank()) data.fields[i] = openings.fields[i];
  }
  for (std::size_t t = 0; t < data.tables.size(); ++t) {
    auto& rows = data.tables[t].rows;
    for (std::size_t r = 0; r < rows.size() && r < openings.tables[t].rows.size(); ++r) {
      for (std::size_t c = 0; c < rows[r].cells.size(); ++c) {
        const auto& opening = openings.tables[t].rows[r].cells[c];
        if (!opening.blank()) rows[r].cells[c] = opening;
      }
    }
  }
}

void carryOver(const SectionDefinition& definition, const SectionData& previous, bool sameYear, SectionData& data) {
  for (std::size_t i = 0; i < definition.fields.size(); ++i) {
    const auto& field = definition.fields[i];
    if (previous.fields[i].blank()) continue;
    if (field.carry == FieldCarry::value) data.fields[i] = previous.fields[i];
    if (field.carry == FieldCarry::asTarget) data.fields[*definition.fieldIndex(field.carryTo)] = previous.fields[i];
  }
  for (std::size_t i = 0; i < definition.tables.size(); ++i) {
    const auto& table = definition.tables[i];
    const bool rows = table.carry == TableCarry::rows || (table.carry == TableCarry::rowsWithinYear && sameYear);
    // Only the rows: "nothing to report" has to be declared again for each period.
    if (rows) data.tables[i].rows = previous.tables[i].rows;
    if (table.carry == TableCarry::tasks) {
      for (const auto& row : previous.tables[i].rows) {
        if (!finished(table, row)) data.tables[i].rows.push_back(row);
      }
    }
  }
}

}  // namespace

SectionData startingData(const SectionDefinition& definition, const PartsInForce& parts, const SectionData* previous,
                         bool sameYear, const SectionData* openings) {
  auto data = initialData(definition);
  if (previous != nullptr) carryOver(definition, *previous, sameYear, data);
  if (openings != nullptr) setOpenings(*openings, data);
  moveNotInForce(definition, parts, data);
  data.kept.clear();  // these values were not entered here
  return data;
}

}  // namespace cchc
