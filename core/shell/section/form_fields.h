// The kind of editor that a field has in the form.
#pragma once
#include "core/definition/definition.h"

namespace cchc::shell {

inline bool isChoice(const FieldDefinition& field) {
  return field.type == FieldType::choice || field.type == FieldType::yesNo;
}
inline bool isLong(const FieldDefinition& field) {
  return field.type == FieldType::longText || field.type == FieldType::documents || field.type == FieldType::document;
}

// Whether its editor extends over the columns of unit and comparisons: text seldom fits into the width of a figure, and
// has neither a unit nor a comparison.
inline bool isWide(const FieldDefinition& field) {
  return isLong(field) || field.type == FieldType::choices ||
         (field.type == FieldType::text && field.unit.empty() && field.maxLength > 40);
}

}  // namespace cchc::shell
