// The formula of a computed field as a person reads it: with labels in place of ids and, where one is given, the value
// behind a label.
#pragma once
#include <functional>
#include <memory>
#include <string>

#include "core/presentation/window/words.h"
#include "core/rules/compiled_definition.h"

namespace cchc::presentation {

// What the ids of a formula mean. Either function may be empty.
struct FormulaNames {
  std::function<std::string(std::size_t field)> value;  // as shown; "" for blank
  // The definition of another section; nullptr where it is not known.
  std::function<std::shared_ptr<const CompiledDefinition>(const DefinitionId&)> definition;
};

// "“Đã nhận” (120) - “Đã giải quyết” (100)". An id of which nothing is known stays as it is.
std::string formulaInWords(const SectionDefinition& definition, const std::string& expression,
                           const FormulaNames& names, Words words);

}  // namespace cchc::presentation
