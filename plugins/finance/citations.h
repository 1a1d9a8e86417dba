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

// A key to compare names of bodies by. "UBND huyện Bình Giang" and "Ủy ban nhân dân huyện Bình Giang" have the same
// key: it leaves out case, marks and extra spaces.
std::string bodyKey(std::string_view body);
// A key to compare titles by. It leaves out case, marks, extra spaces and the words "về việc" at the beginning.
std::string titleKey(std::string_view title);
// "14/02/2023"; "…" where there is no date.
std::string dateText(const plugin::CalendarDate& date);

}  // namespace cchc::finance
