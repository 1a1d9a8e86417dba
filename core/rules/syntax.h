// The grammar of expressions: text -> tree. Private to rules/.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/definition/definition.h"

namespace cchc::rules {

struct Syntax {
  enum class Kind : unsigned char { number, string, name, call, unary, binary };
  Kind kind = Kind::number;
  std::string text;  // literal, name, function, or operator
  std::vector<Syntax> parts;
  std::size_t position = 0;  // in the expression's text
};

// Error definition.expression, at "line:column" of the definition file, with what was expected.
Result<Syntax> parse(const ExpressionText& expression);
// "line:column" in the file of a position in the expression.
std::string lineAndColumn(const ExpressionText& expression, std::size_t position);

}  // namespace cchc::rules
