// A section definition as text and as JSON: everything that its file says.
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "core/base/texts.h"
#include "core/definition/definition.h"

namespace cchc::cli {

// "finance.budget v2  II.5  Title  từ 01/07/2025": the days and unit forms only if it has them.
std::string lineOf(const SectionDefinition& definition, Language language);
nlohmann::json jsonOf(const SectionDefinition& definition, Language language);

// The whole form, a line for each part.
std::vector<std::string> linesOf(const SectionDefinition& definition, Language language);
// The definition as jsonOf gives it, with "groups" and "rules".
nlohmann::json wholeJsonOf(const SectionDefinition& definition, Language language);

}  // namespace cchc::cli
