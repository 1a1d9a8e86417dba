// A figure as messages show it: digits grouped, with the sign of its unit and its qualifier in words. Private to
// rules/.
#pragma once
#include <string>

#include "core/definition/definition.h"
#include "core/model/value.h"
#include "core/rules/program.h"

namespace cchc::rules {

std::string figureText(const Decimal& number, FigureKind kind, Qualifier qualifier);
// A value of any type; a value that is not a figure is written as a person would: "28/8/2023", "có", "04/KH-UBND".
std::string figureText(const Value& value, const FieldDefinition& field);

}  // namespace cchc::rules
