// The name of an undo step, in both languages, because the language of the window may change.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/definition/definition.h"

namespace cchc::presentation {

// The text of a code (core/base/texts.h); each placeholder has a value in both languages.
Label stepName(std::string_view code, const std::vector<std::pair<std::string, Label>>& values);

}  // namespace cchc::presentation
