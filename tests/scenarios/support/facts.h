// The facts that a printed report carries: document numbers, dates, amounts, figures, each in one normal form.
#pragma once
#include <set>
#include <string>

namespace cchc::test {

// What a reader sees of a page: no style, no tags, no-break spaces as spaces.
std::string textOfHtml(const std::string& html);
// "doc 111/KH-UBND", "date 8/6/2010", "money 387 tỷ 425 triệu", "figure 17677", "figure 97,22%".
std::set<std::string> factsOf(const std::string& text);
// The same, as often as they stand there.
std::multiset<std::string> factCounts(const std::string& text);

}  // namespace cchc::test
