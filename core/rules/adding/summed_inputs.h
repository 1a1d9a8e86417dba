// What a figure of a sum over child units is computed from.
#pragma once
#include <compare>
#include <cstddef>
#include <map>
#include <optional>
#include <set>

#include "core/rules/compiled_definition.h"

namespace cchc {

// The summed figures that a figure is computed from, through all computed figures in between. Of each: whether the
// figure is unknown without it (false: sum_known, coalesce, if and the like can do without).
struct SummedInputs {
  struct Cell {
    std::size_t table = 0, row = 0, column = 0;  // row: of the fixed rows
    auto operator<=>(const Cell&) const = default;
  };
  std::map<std::size_t, bool> fields;
  std::map<Cell, bool> cells;
  std::map<std::size_t, bool> counted;  // tables whose rows are counted
  // What it is computed from that is not added over child units: its label. nullopt: all of it is.
  std::optional<Label> notAdded;
  bool elsewhere = false;  // it is also computed from figures of other sections or other periods

  bool sound() const { return !notAdded && !elsewhere && !(fields.empty() && cells.empty() && counted.empty()); }
};
// A field that is itself added has itself alone as input.
SummedInputs summedInputs(const CompiledDefinition& definition, std::size_t field);

// Whether the figure of a sum over child units is the sum of theirs, without any formula.
bool isPlainSum(const FieldDefinition& field);

// The fields that formulas, rates and conditions of fields and columns read of another period: previous(x),
// last_year(x).
enum class EarlierPeriod : unsigned char { previous, lastYear };
std::set<std::size_t> readOfEarlier(const CompiledDefinition& definition, EarlierPeriod period);

}  // namespace cchc
