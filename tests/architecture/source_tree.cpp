#include "tests/architecture/source_tree.h"

#include <algorithm>
#include <regex>
#include <sstream>

namespace fs = std::filesystem;

namespace cchc::test {

fs::path sourceFolder() { return CCHC_SOURCE; }

std::vector<fs::path> sourcesIn(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const auto extension = entry.path().extension();
    if (extension == ".cpp" || extension == ".h" || extension == ".hpp") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<std::string> includesOf(const std::string& text) {
  static const std::regex include("#\\s*include\\s*[<\"]([^>\"]+)[>\"]");
  std::vector<std::string> all;
  for (std::sregex_iterator at(text.begin(), text.end(), include), end; at != end; ++at) all.push_back((*at)[1]);
  return all;
}

std::vector<std::vector<std::string>> tableRows(const std::string& page, const std::string& heading) {
  std::vector<std::vector<std::string>> rows;
  std::istringstream lines(page.substr(std::min(page.find(heading + "\n"), page.size())));
  bool inTable = false;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("|")) {
      if (inTable) break;
      continue;
    }
    inTable = true;
    std::vector<std::string> cells;
    std::istringstream parts(line.substr(1));
    for (std::string cell; std::getline(parts, cell, '|');) {
      const auto first = cell.find_first_not_of(' ');
      cells.push_back(first == std::string::npos ? "" : cell.substr(first, cell.find_last_not_of(' ') - first + 1));
    }
    rows.push_back(cells);
  }
  // The heading row, and the line below it.
  rows.erase(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(2, rows.size())));
  return rows;
}

}  // namespace cchc::test
