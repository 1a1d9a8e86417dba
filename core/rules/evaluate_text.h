// Evaluates an expression on its own.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace cchc {

// For tests and tools. Names in the expression are the parameters' names; a value that is a number is one there. The
// result is "" when it is unknown.
// Errors, at "line:column" of the expression: those of CompiledDefinition::compile.
Result<std::string> evaluateText(std::string_view expression, const std::vector<Parameter>& names);

}  // namespace cchc
