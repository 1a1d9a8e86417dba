// A value as a report prints it.
#pragma once
#include <string>
#include <string_view>

#include "core/definition/definition.h"
#include "core/rules/evaluation.h"

namespace cchc {

// `format`: the part after the bar in a template's tag, "" or several of "bare", "plain", "full", "padded", "words",
// "short", "title", "number", "date", "count", "lower" and "capital" separated by bars (plugins/DEFINITION.md).
// `ownBody`: the issuer that is not repeated after a document. For a blank value returns "", or "…" if the field is
// required.
std::string display(const FieldDefinition& field, const Effective& effective, std::string_view format,
                    std::string_view ownBody = {});

}  // namespace cchc
