// The documents that a section cites, in the order of the definition.
#pragma once
#include <cchc/plugin.hpp>
#include <string>
#include <vector>

namespace cchc::finance {

struct Citation {
  plugin::Place place;
  plugin::Document document;  // views into the section, valid during the check
};
std::vector<Citation> citations(const plugin::SectionReader& section);

// A key for comparing titles. Case, diacritics, extra spaces and the words "về việc" at the beginning are ignored.
std::string titleKey(std::string_view title);

}  // namespace cchc::finance
