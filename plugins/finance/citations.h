// Documents as the section cites them: every place that holds one, in order of the definition.
#pragma once
#include <string>
#include <vector>

#include "core/plugin/plugin_support.h"

namespace cchc::finance {

struct Citation {
  plugin::Place place;
  plugin::Document document;  // views into the section: valid during the check
};
std::vector<Citation> citations(const plugin::SectionReader& section);

// "UBND huyện Bình Giang" and "Ủy ban nhân dân huyện Bình Giang" name one body; case, marks and spacing do not matter.
std::string bodyKey(std::string_view body);
// A title without case, marks, extra spaces and the opening "về việc", which letters leave out at will.
std::string titleKey(std::string_view title);
// "14/02/2023", "…" when there is none.
std::string dateText(const plugin::CalendarDate& date);

}  // namespace cchc::finance
