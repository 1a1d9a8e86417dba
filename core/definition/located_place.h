// Finds what a place of a section is in its definition.
#pragma once
#include <cstddef>
#include <optional>
#include <string>

#include "core/definition/definition.h"
#include "core/model/address.h"

namespace cchc {

// Indexes into the definition. A row is known to the data alone, so its id is not checked.
struct LocatedPlace {
  std::optional<std::size_t> field;          // of a field
  std::optional<std::size_t> table, column;  // of a table, a row or a cell; `column`: of a cell
  std::string row;                           // id of a row or cell
  std::optional<std::size_t> group;
  // The field, or the column of the cell; nullptr for a place that holds no value.
  const FieldDefinition* value = nullptr;
};
// nullopt if the definition has no such field, table, column or group, and for the other kinds of places. With `older`,
// ids of renamed-from are found too.
std::optional<LocatedPlace> locate(const SectionDefinition& definition, const Place& place, bool older = false);

// The value of the section at a field or cell; nullptr if it has no such place.
const Value* valueAt(const SectionDefinition& definition, const SectionData& data, const Place& place);
Value* valueAt(const SectionDefinition& definition, SectionData& data, const Place& place);

}  // namespace cchc
