// A formula as a person reads it: with the labels of what it names and, where one is given, their values.
#pragma once
#include <functional>
#include <memory>
#include <string>

#include "core/presentation/window/words.h"
#include "core/rules/evaluation.h"

namespace cchc::presentation {

struct Named {
  std::function<std::string(std::size_t field)> value;  // as shown; "" for blank
  std::function<std::shared_ptr<const CompiledDefinition>(const DefinitionId&)>
      definition;  // of another section; nullptr where it is not known
};
// "“Đã nhận” (120) - “Đã giải quyết” (100)". Names that nothing is known of stay as they are.
std::string formulaInWords(const SectionDefinition& definition, const std::string& expression, const Named& named,
                           Words words);

}  // namespace cchc::presentation
