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

// Why a text is no expression, and where.
struct WrongSyntax {
  std::size_t position = 0;           // in the expression's text
  std::vector<Parameter> parameters;  // of definition.expression
};
tl::expected<Syntax, WrongSyntax> parse(const ExpressionText& expression);

}  // namespace cchc::rules
