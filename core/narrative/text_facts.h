// The facts that a text states: figures, dates, document symbols. Private to narrative/.
#pragma once
#include <set>
#include <string>
#include <string_view>

namespace cchc::narrative {

// Each fact in a single form, however the text writes it: "figure 1348" for "1348" and "1.348", "date 2010-06-08" for
// "ngày 08 tháng 6 năm 2010" and "08/6/2010", "document 111/KH-UBND". No facts are the numbers of a list at the start
// of a line ("1. …", "2) …"), which are layout, and the digits that end a code ("TCVN6909") or a unit ("m2").
std::set<std::string> factsOf(std::string_view text);

}  // namespace cchc::narrative
