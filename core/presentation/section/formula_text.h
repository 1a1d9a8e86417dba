// The formula of a computed field as a person reads it: with labels in place of ids, each followed by its value if one
// is given.
#pragma once
#include <functional>
#include <memory>
#include <string>

#include "core/presentation/window/words.h"
#include "core/rules/compiled_definition.h"

namespace cchc::presentation {

// Looks up the ids in a formula. Either function may be empty.
struct FormulaNames {
  std::function<std::string(std::size_t field)> value;  // as shown; "" for blank
  // The definition of another section; nullptr if it is not known.
  std::function<std::shared_ptr<const CompiledDefinition>(const DefinitionId&)> definition;
};

// "“Đã nhận” (120) - “Đã giải quyết” (100)". An unknown id is left unchanged.
std::string formulaInWords(const SectionDefinition& definition, const std::string& expression,
                           const FormulaNames& names, Words words);

}  // namespace cchc::presentation
