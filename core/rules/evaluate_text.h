// Evaluates an expression on its own.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace cchc {

// For tests and tools. The expression may use the names of the parameters; a value that looks like a number is one. The
// result is "" if it is unknown.
// Errors, at "line:column" of the expression: those of CompiledDefinition::compile.
Result<std::string> evaluateText(std::string_view expression, const std::vector<Parameter>& names);

}  // namespace cchc
