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

// A decimal may be an average or a score, which are not added, unless the definition says that it is summed.
bool isFlow(const FieldDefinition& field) {
  const bool counted = field.type != FieldType::decimal || field.aggregation == Aggregation::sum;
  return counted && (field.basis == Basis::cumulative || field.basis == Basis::period);
}

}  // namespace

AddingWay addingWay(const FieldDefinition& field, Adding adding) {
  if (adding == Adding::children) return overChildren(field.aggregation);
  if (field.computed()) return AddingWay::computed;
  if (adding == Adding::spans && field.basis == Basis::opening) return AddingWay::first;
  if (adding == Adding::spans && field.basis == Basis::asAt) return AddingWay::last;
  if (!isNumeric(field.type)) return AddingWay::same;
  if (field.type == FieldType::rate || field.type == FieldType::percent) return AddingWay::none;
  if (adding == Adding::spans) return isFlow(field) ? AddingWay::sum : AddingWay::none;
  if (field.aggregation == Aggregation::same) return AddingWay::same;
  const bool added = field.aggregation == Aggregation::sum || isFlow(field) || field.basis == Basis::opening ||
                     field.closing || (field.basis == Basis::asAt && field.type == FieldType::money);
  return added ? AddingWay::sum : AddingWay::none;
}

bool addsCells(const TableDefinition& table, Adding adding) {
  return table.fixed && (adding != Adding::children || table.aggregation == TableAggregation::byRow);
}

}  // namespace cchc
