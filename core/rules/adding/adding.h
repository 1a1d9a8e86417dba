// How the figures of several sections of one definition become one figure.
#pragma once
#include "core/definition/definition.h"

namespace cchc {

enum class Adding : unsigned char {
  children,      // of the child units of one unit: as the definition's aggregations say
  predecessors,  // of units that are one unit today, over the same days
  spans          // of one unit, over spans of days that follow one another
};

enum class AddingWay : unsigned char {
  none,      // the figure says nothing of how it is added: the result is blank
  sum,       // the figures are added
  same,      // the common value; blank if there are several
  countIf,   // the number of sections that have one value
  computed,  // computed again from the results of other figures
  first,     // the first section's value
  last       // the last section's value
};
// children: the field's `aggregate`. Otherwise, for a number of things or an amount:
//   predecessors   a sum if the field has a basis, or is summed over child units
//   spans          cumulative and period: a sum; opening: the first; as-at: the last; no basis: none
// A percentage is computed again if it has a formula or parts, and is none otherwise. Whatever is not a number: same;
// over spans the last if its basis is as-at, the first if it is opening.
AddingWay addingWay(const FieldDefinition& field, Adding adding);

// Whether the cells of the table's fixed rows are added.
bool addsCells(const TableDefinition& table, Adding adding);

}  // namespace cchc
