// The documents that a section cites, in the order of the definition.
#pragma once
#include <string>
#include <vector>

#include "core/plugin/plugin_support.h"

namespace cchc::finance {

struct Citation {
  plugin::Place place;
  plugin::Document document;  // views into the section, valid during the check
};
std::vector<Citation> citations(const plugin::SectionReader& section);

// A key for comparing names of bodies. "UBND huyện Bình Giang" and "Ủy ban nhân dân huyện Bình Giang" have the same
// key: case, diacritics and extra spaces are ignored.
std::string bodyKey(std::string_view body);
// A key for comparing titles. Case, diacritics, extra spaces and the words "về việc" at the beginning are ignored.
std::string titleKey(std::string_view title);
// "14/02/2023"; "…" if there is no date.
std::string dateText(const plugin::CalendarDate& date);

}  // namespace cchc::finance
