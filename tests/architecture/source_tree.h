// What the architecture tests share: the sources of this checkout, and the tables of its pages.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/command.h"

namespace cchc::test {

// The top of the checkout.
std::filesystem::path sourceFolder();
// Every .cpp and .h in the folder and below it, in order of path.
std::vector<std::filesystem::path> sourcesIn(const std::filesystem::path& folder);
// What a source includes, in angle brackets or quotation marks.
std::vector<std::string> includesOf(const std::string& text);
// The rows of the first table below a heading of a Markdown page, each as its trimmed cells, without the heading row.
std::vector<std::vector<std::string>> tableRows(const std::string& page, const std::string& heading);

}  // namespace cchc::test
