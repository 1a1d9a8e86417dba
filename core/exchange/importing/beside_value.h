// What stands in cells of its own and belongs to the value of another one: a word of quantity, parts of a document.
// Private to importing/.
#pragma once
#include <string_view>

#include "core/base/reading/qualifier.h"
#include "core/base/result.h"
#include "core/definition/definition.h"
#include "core/exchange/importing/sheet_mapping.h"
#include "core/model/value.h"

namespace cchc::importing {

// The qualifier that a separate cell names, by its word or as in files. The cell of the value may have none or the
// same. Errors: value.qualifier-not-allowed ({given}).
Result<Qualifier> namedQualifier(std::string_view word, const FieldDefinition& field, const Value& value);

// The document in a column of the table, with the parts that have columns of their own.
// Errors: those of meantCell and setDocumentPart.
Result<Value> withParts(const Sheet& sheet, const SheetMapping& mapping, std::size_t row, std::size_t column,
                        Value value);

}  // namespace cchc::importing
