// What a plugin may give: calls of the host's functions, and the file of its library.
#pragma once
#include <string_view>

namespace cchc::fuzz {

// The bytes are a sequence of calls. Pointers that are not null, and not absurd, point to what they say.
void boundaryCalls(std::string_view bytes);
// The bytes are a library, which is looked at and not loaded.
void libraryFile(std::string_view bytes);

}  // namespace cchc::fuzz
