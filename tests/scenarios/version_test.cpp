// The version stands once, in the top CMakeLists.txt; the program and the change log tell the same.
#include <catch2/catch.hpp>
#include <regex>

#include "core/base/version.h"
#include "tests/support/command.h"

using namespace cchc::test;

namespace {

const std::filesystem::path source = CCHC_SOURCE;

// The first thing that the pattern captures in a file of the source tree, or "" where it finds nothing.
std::string firstIn(const char* file, const char* pattern) {
  const auto text = contentOf(source / file);
  std::smatch found;
  return std::regex_search(text, found, std::regex(pattern)) ? found[1].str() : std::string();
}

}  // namespace

TEST_CASE("cchc tells the version that the build states") {
  const auto stated = firstIn("CMakeLists.txt", "project\\(cchc VERSION ([0-9.]+)");
  REQUIRE(std::regex_match(stated, std::regex("[0-9]+\\.[0-9]+\\.[0-9]+")));
  CHECK(cchc::version() == stated);
  const auto told = cchc::test::cchc({"--version"});
  CHECK(told.status == 0);
  CHECK(told.out == "cchc " + stated + "\n");
}

TEST_CASE("the change log begins with the version that the build states") {
  CHECK(firstIn("CHANGELOG.md", "\n## \\[([0-9.]+)\\]") == cchc::version());
}
