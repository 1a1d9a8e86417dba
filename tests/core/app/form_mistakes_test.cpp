// Deliberate mistakes in forms are found at their line. forms/mistakes.tsv was written from the reference of the format
// (plugins/DEFINITION.md), before looking at what the check says. Each line changes one place of the two departments in
// forms/, which are right themselves.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>

#include "core/app/forms/check_forms.h"
#include "core/app/suite/catalogue.h"
#include "core/base/text.h"
#include "tests/support/command.h"

using namespace cchc;

namespace {

namespace fs = std::filesystem;

const fs::path forms = fs::path(CCHC_SOURCE) / "tests" / "core" / "app" / "forms";

struct Mistake {
  std::string what, file, from, to, code, column, unfound;
  int line = 0, at = 0;
};

std::string unescaped(std::string text) {
  for (auto at = text.find("\\t"); at != std::string::npos; at = text.find("\\t", at + 1)) text.replace(at, 2, "\t");
  return text;
}

std::vector<Mistake> mistakes() {
  std::ifstream stream(forms / "mistakes.tsv");
  std::vector<Mistake> all;
  std::string line;
  std::getline(stream, line);
  while (std::getline(stream, line)) {
    std::vector<std::string> cells(1);
    for (const char c : line) c == '\t' ? cells.emplace_back() : cells.back().append(1, c);
    cells.resize(9);
    all.push_back({cells[0], cells[1], unescaped(cells[3]), unescaped(cells[4]), cells[5], cells[7], cells[8],
                   std::stoi(cells[2]), std::stoi(cells[6])});
  }
  return all;
}

const Catalogue& installed() {
  static const auto catalogue = [] {
    const auto resources = findResources(fs::path(CCHC_BINARY) / "bin" / "cchc");
    return loadCatalogue(*resources, {});
  }();
  return *catalogue;
}

CheckedForms checked(const fs::path& path) {
  const auto resources = findResources(fs::path(CCHC_BINARY) / "bin" / "cchc");
  const auto outcome = checkForms(*resources, installed(), {}, {path});
  if (!outcome) FAIL(messageLine(outcome.error(), Language::en));
  return *outcome;
}

std::string lineOf(const std::string& text, int number) {
  std::size_t from = 0;
  for (int i = 1; i < number; ++i) from = text.find('\n', from) + 1;
  return text.substr(from, text.find('\n', from) - from);
}

// The file with the mistake, or "" if the text to change is not in the line.
std::string changed(const std::string& text, const Mistake& mistake) {
  const auto line = lineOf(text, mistake.line);
  const auto at = line.find(mistake.from);
  if (at == std::string::npos) return {};
  std::size_t begin = 0;
  for (int i = 1; i < mistake.line; ++i) begin = text.find('\n', begin) + 1;
  auto result = text;
  return result.replace(begin + at, mistake.from.size(), mistake.to);
}

std::string told(const CheckedForms& outcome) {
  std::string all;
  for (const auto& problem : outcome.problems) {
    if (problem.severity != Severity::information) all += "  " + messageLine(errorOf(problem), Language::en) + "\n";
  }
  return all;
}

}  // namespace

TEST_CASE("the forms that the wrong ones are made from have neither errors nor warnings", "[forms]") {
  const auto outcome = checked(forms);
  INFO(told(outcome));
  CHECK(outcome.definitions == 3);
  CHECK(outcome.count(Severity::error) == 0);
  CHECK(outcome.count(Severity::warning) == 0);
  // What is not added to sums is told, since nothing else would say so.
  REQUIRE(outcome.count(Severity::information) == 2);
  const auto summed = message(errorOf(outcome.problems.back()), Language::en).what;
  INFO(summed);
  CHECK(summed.find("fair_day") != std::string::npos);
  CHECK(summed.find("jobs.created") == std::string::npos);
}

TEST_CASE("deliberate mistakes are found at their line", "[forms]") {
  const auto all = mistakes();
  CHECK(all.size() >= 100);
  std::size_t found = 0;
  for (const auto& mistake : all) {
    test::TemporaryFolder folder;
    fs::copy(forms, folder.path(), fs::copy_options::recursive);
    const auto file = folder.path() / mistake.file;
    const auto text = changed(test::contentOf(file), mistake);
    INFO(mistake.what << ": " << mistake.from << " -> " << mistake.to);
    REQUIRE_FALSE(text.empty());
    test::write(file, text);
    const auto outcome = checked(folder.path());
    INFO(mistake.file << ":" << mistake.at << ": " << mistake.code << "\n" << told(outcome));
    const DefinitionProblem* hit = nullptr;
    for (const auto& problem : outcome.problems) {
      if (problem.code == mistake.code && problem.file == file.string() && problem.at.line == mistake.at &&
          problem.severity != Severity::information)
        hit = &problem;
    }
    // One mistake does not bring many others with it.
    CHECK(outcome.count(Severity::error) + outcome.count(Severity::warning) <= 4);
    if (mistake.unfound.empty()) {
      CHECK(hit != nullptr);
    } else {
      CHECK(hit == nullptr);  // the table says why; one that is found now is to be told as found
    }
    if (hit == nullptr) continue;
    ++found;
    if (!mistake.column.empty()) {
      const auto line = lineOf(text, mistake.at);
      const auto before = line.substr(0, line.find(mistake.column));
      CHECK(hit->at.column == static_cast<int>(lengthOf(before)) + 1);
    }
    for (const auto language : {Language::vi, Language::en}) {
      const auto [what, fix] = message(errorOf(*hit), language);
      for (const auto& parameter : {"{hint", "{attribute}", "{allowed}", "{id}", "{given}", "{reason"}) {
        CHECK(what.find(parameter) == std::string::npos);
        CHECK(fix.find(parameter) == std::string::npos);
      }
    }
  }
  INFO(found << " of " << all.size());
  CHECK(100 * found >= 95 * all.size());
}

TEST_CASE("all errors of all files are told, with what was probably meant", "[forms]") {
  test::TemporaryFolder folder;
  fs::copy(forms, folder.path(), fs::copy_options::recursive);
  const auto replace = [&](const std::string& file, const std::string& from, const std::string& to) {
    auto text = test::contentOf(folder.path() / file);
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    test::write(folder.path() / file, text.replace(at, from.size(), to));
  };
  replace("labour/work.xml", "<formula>jobs.created", "<formula>jobs.creatd");
  replace("labour/work.xml", "max-rows", "max-row");
  replace("labour/work.xml", "\"weak\"</left>", "\"waek\"</left>");
  replace("labour/policy.xml", "{{benefits}}", "{{benefit}}");
  replace("health/care.xml", "type=\"integer\"", "type=\"intger\"");
  const auto outcome = checked(folder.path());
  const auto all = told(outcome);
  INFO(all);
  CHECK(outcome.count(Severity::error) == 5);
  for (const auto* meant : {"Did you mean jobs.created?", "Did you mean max-rows?", "Did you mean weak?",
                            "Did you mean benefits?", "Did you mean integer?"})
    CHECK(all.find(meant) != std::string::npos);
}

TEST_CASE("none of the departments of the suite is warned of", "[forms]") {
  const auto outcome = checked(fs::path(CCHC_SOURCE) / "plugins");
  INFO(told(outcome));
  CHECK(outcome.definitions >= 12);
  CHECK(outcome.count(Severity::error) == 0);
  CHECK(outcome.count(Severity::warning) == 0);
}
