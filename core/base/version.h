// The version of the suite. It is stated once, in the top CMakeLists.txt: project(cchc VERSION ...).
#pragma once
#include <string_view>

namespace cchc {

// "0.2.0": major, minor and patch, and nothing else.
std::string_view version();

}  // namespace cchc
