// Several texts as one line: the parts are separated by tabs; tabs, line ends and backslashes in them are escaped.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace cchc {

std::string joinedLine(const std::vector<std::string>& parts);
std::vector<std::string> splitLine(std::string_view line);  // its inverse

}  // namespace cchc
