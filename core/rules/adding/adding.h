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
// children: the field's `aggregate`. Otherwise a figure with a formula or parts is computed again, and else:
//   spans          as-at: the last; opening: the first; cumulative and period: a sum; a number without a basis: none
//   predecessors   a sum, if the definition says of the number that it is one of things or an amount: it is summed over
//                  child units, is of a span, is an opening stock or the closing stock of one, or is money; the common
//                  value if it is the same in all child units; any other number (a rank, a score): none
// A percentage, and a decimal that is not summed over child units, is not added in either. Whatever is not a number is
// the common value.
AddingWay addingWay(const FieldDefinition& field, Adding adding);

// Whether the cells of the table's fixed rows are added.
bool addsCells(const TableDefinition& table, Adding adding);

}  // namespace cchc
