// Several texts as one line, for the store: parts between tabs, with tabs, line ends and backslashes escaped.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace cchc {

std::string joinedLine(const std::vector<std::string>& parts);
std::vector<std::string> splitLine(std::string_view line);  // its inverse

}  // namespace cchc
