// The {name} placeholders of a text.
#pragma once
#include <set>
#include <string>
#include <string_view>

namespace cchc::test {

// "_vi" and "_en" at the end of a name are left out, since such a name has a value for each language ({label_vi},
// {label_en}); so are the names {vi} and {en}.
inline std::set<std::string> placeholdersOf(std::string_view text) {
  std::set<std::string> names;
  for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
    const auto close = text.find('}', open);
    if (close == std::string_view::npos) break;
    std::string name(text.substr(open + 1, close - open - 1));
    for (const std::string language : {"vi", "en"}) {
      if (name == language) name.clear();
      if (name.ends_with("_" + language)) name.resize(name.size() - language.size() - 1);
    }
    names.insert(name);
  }
  return names;
}

}  // namespace cchc::test
