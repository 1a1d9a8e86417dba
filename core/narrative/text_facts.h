// The facts that a text states: figures, dates, document symbols. Private to narrative/.
#pragma once
#include <set>
#include <string>
#include <string_view>

namespace cchc::narrative {

// Normalised, so that a fact is one fact however it is laid out: "1348" and "1.348", "ngày 08 tháng 6 năm 2010" and
// "08/6/2010". Small list numbers at the start of the text are layout, not facts.
std::set<std::string> factsOf(std::string_view text);

}  // namespace cchc::narrative
