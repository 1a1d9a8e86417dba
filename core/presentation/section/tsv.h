// Lines and cells as Excel puts them on the clipboard: a cell that contains a line break, a tab or a quotation mark is
// quoted.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace cchc::presentation {

std::vector<std::vector<std::string>> readTsv(std::string_view text);
std::string tsvCell(const std::string& text);

}  // namespace cchc::presentation
