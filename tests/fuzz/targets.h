// What is fuzzed: everything that reads bytes of others. Each target takes any bytes and ends; what it finds wrong with
// our own code it aborts on.
#pragma once
#include <map>
#include <string>
#include <string_view>

namespace cchc::fuzz {

using Target = void (*)(std::string_view bytes);
// By name; the corpus of each is tests/fuzz/corpora/<name>.
const std::map<std::string, Target>& targets();

}  // namespace cchc::fuzz
