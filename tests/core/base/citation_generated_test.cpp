// Generated references, whose truth is written before any of them is read: at least 99 of 100 must be read rightly.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "core/base/reading/citation.h"
#include "tests/support/command.h"
#include "tests/support/skip.h"

using namespace cchc;
using nlohmann::json;

namespace {

// CCHC_GENERATED=1000 makes as many cases with a new seed; otherwise there are 100 with the seed of the generator.
std::vector<std::string> generatorArguments(const std::filesystem::path& folder) {
  const char* count = std::getenv("CCHC_GENERATED");
  std::vector<std::string> arguments = {CCHC_SOURCE "/tests/generators/citations.py", folder.string(), "--count",
                                        count == nullptr ? "100" : count};
  if (count != nullptr) arguments.emplace_back("--new-seed");
  return arguments;
}

json partsOf(const DocumentReference& document) {
  return {{"type", document.type},
          {"number", document.number},
          {"year", document.year},
          {"symbol", symbolOf(document)},
          {"date", document.date ? json(document.date->toText()) : json()},
          {"issuer", document.issuer},
          {"title", document.title}};
}

std::vector<DocumentReference> documentsOf(const std::string& mode, const std::string& text) {
  if (mode == "cell") {
    auto read = reading::readCitations(text, {});
    auto* documents = std::get_if<std::vector<DocumentReference>>(&read);
    return documents == nullptr ? std::vector<DocumentReference>() : std::move(*documents);
  }
  std::vector<DocumentReference> all;
  for (auto& found : reading::findCitations(text, {}))
    all.insert(all.end(), found.documents.begin(), found.documents.end());
  return all;
}

}  // namespace

TEST_CASE("generated references are read as their truth says", "[citation][generated]") {
  if (test::run("python3", {"--version"}).status != 0) return test::skip("python3 is not installed");
  const test::TemporaryFolder folder;
  const auto made = test::run("python3", generatorArguments(folder.path()));
  REQUIRE(made.status == 0);
  std::ifstream file(folder / "truth.jsonl");
  std::size_t cases = 0;
  std::string wrong;
  std::size_t wrongCases = 0;
  for (std::string line; std::getline(file, line);) {
    auto truth = json::parse(line);
    for (auto& document : truth["documents"]) document.emplace("year", "");
    const std::string text = truth["text"];
    auto read = json::array();
    for (const auto& document : documentsOf(truth["mode"], text)) read.push_back(partsOf(document));
    ++cases;
    if (read == truth["documents"]) continue;
    ++wrongCases;
    wrong += text + "\n  truth " + truth["documents"].dump() + "\n  read  " + read.dump() + "\n";
  }
  if (wrongCases != 0) std::cout << made.out << wrongCases << " read wrongly:\n" << wrong;
  INFO(made.out << wrong);
  CHECK(cases >= 100);
  CHECK(wrongCases * 100 <= cases);
}
