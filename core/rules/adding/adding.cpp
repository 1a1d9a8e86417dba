#include "core/rules/adding/adding.h"

namespace cchc {
namespace {

AddingWay overChildren(Aggregation aggregation) {
  switch (aggregation) {
    case Aggregation::sum:
      return AddingWay::sum;
    case Aggregation::same:
      return AddingWay::same;
    case Aggregation::countIf:
      return AddingWay::countIf;
    case Aggregation::computed:
      return AddingWay::computed;
    case Aggregation::none:
      break;
  }
  return AddingWay::none;
}

}  // namespace

AddingWay addingWay(const FieldDefinition& field, Adding adding) {
  if (adding == Adding::children) return overChildren(field.aggregation);
  if (field.computed()) return AddingWay::computed;
  if (field.type == FieldType::rate || field.type == FieldType::percent) return AddingWay::none;
  if (adding == Adding::spans && field.basis == Basis::opening) return AddingWay::first;
  if (adding == Adding::spans && field.basis == Basis::asAt) return AddingWay::last;
  if (!isNumeric(field.type)) return AddingWay::same;
  const bool added =
      field.basis != Basis::unspecified || (adding == Adding::predecessors && field.aggregation == Aggregation::sum);
  return added ? AddingWay::sum : AddingWay::none;
}

bool addsCells(const TableDefinition& table, Adding adding) {
  return table.fixed && (adding != Adding::children || table.aggregation == TableAggregation::byRow);
}

}  // namespace cchc
