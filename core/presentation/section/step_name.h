// The name of a step of undo, in both languages: a step keeps its name when the window changes its language.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/definition/definition.h"

namespace cchc::presentation {

// The text of a code of the catalogue (core/base/texts.h); each placeholder has a value in both languages.
Label stepName(std::string_view code, const std::vector<std::pair<std::string, Label>>& values);

}  // namespace cchc::presentation
