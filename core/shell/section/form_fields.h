// Which editor a field has in the form.
#pragma once
#include "core/definition/definition.h"

namespace cchc::shell {

inline bool isChoice(const FieldDefinition& field) {
  return field.type == FieldType::choice || field.type == FieldType::yesNo;
}
inline bool isLong(const FieldDefinition& field) {
  return field.type == FieldType::longText || field.type == FieldType::documents || field.type == FieldType::document;
}

// Whether its editor is as wide as the form: words seldom fit where a figure does, and have neither unit nor
// comparison.
inline bool isWide(const FieldDefinition& field) {
  return isLong(field) || field.type == FieldType::choices ||
         (field.type == FieldType::text && field.unit.empty() && field.maxLength > 40);
}

}  // namespace cchc::shell
