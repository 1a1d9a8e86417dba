#include "core/presentation/section/step_name.h"

#include "core/base/texts.h"

namespace cchc::presentation {

Label stepName(std::string_view code, const std::vector<std::pair<std::string, Label>>& values) {
  const auto in = [&](Language language) {
    std::vector<Parameter> parameters;
    for (const auto& [name, value] : values) parameters.push_back({name, value.in(language)});
    return text(code, language, parameters);
  };
  return {in(Language::vi), in(Language::en)};
}

}  // namespace cchc::presentation
