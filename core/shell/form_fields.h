// Which editor a field has in the form.
#pragma once
#include "core/definition/definition.h"

namespace cchc::shell {

inline bool isChoice(const FieldDefinition& field) { return field.type == FieldType::choice || field.type == FieldType::yesNo; }
inline bool isLong(const FieldDefinition& field) { return field.type == FieldType::longText || field.type == FieldType::documents || field.type == FieldType::document; }

}  // namespace cchc::shell
