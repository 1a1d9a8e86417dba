#include "core/base/texts.h"

#include <catch2/catch.hpp>
#include <set>
#include <thread>

#include "tests/support/placeholders.h"

using namespace cchc;
using test::placeholdersOf;

TEST_CASE("every text has both languages, and says in both or in neither how to correct it", "[texts]") {
  REQUIRE(allTexts().size() > 300);
  for (const auto& entry : allTexts()) {
    INFO(entry.code);
    CHECK_FALSE(entry.vi.empty());
    CHECK_FALSE(entry.en.empty());
    CHECK(entry.viFix.empty() == entry.enFix.empty());
  }
}

TEST_CASE("both languages of a text have the same placeholders", "[texts]") {
  CHECK(placeholdersOf("{a} {b_vi} {vi}") == placeholdersOf("{en} {b_en} {a}"));
  CHECK(placeholdersOf("{a} {b}") != placeholdersOf("{a}"));
  for (const auto& entry : allTexts()) {
    INFO(entry.code);
    CHECK(placeholdersOf(entry.vi) == placeholdersOf(entry.en));
    CHECK(placeholdersOf(entry.viFix) == placeholdersOf(entry.enFix));
  }
}

TEST_CASE("no code stands twice in the catalogue, and each is found", "[texts]") {
  std::set<std::string_view> codes;
  for (const auto& entry : allTexts()) {
    INFO(entry.code);
    CHECK(codes.insert(entry.code).second);
    CHECK(findText(entry.code) == &entry);
  }
  CHECK(findText("") == nullptr);
  CHECK(findText("app") == nullptr);
  CHECK(findText("zzz.zzz") == nullptr);
}

TEST_CASE("a code gives its text in the language asked for, with placeholders filled", "[texts]") {
  CHECK(text("inbox.one-folder", Language::en) == "The option --watch takes one folder");
  CHECK(text("inbox.one-folder", Language::vi) == findText("inbox.one-folder")->vi);
  CHECK(text("app.internal", Language::en, {{"detail", "a {b}"}, {"other", "x"}}) ==
        "An internal error occurred: a {b}");
  CHECK(text("app.internal", Language::en, {{"other", "x"}}) == "An internal error occurred: {detail}");
}

TEST_CASE("a code without an entry is shown, with its parameters", "[texts]") {
  CHECK(text("no.such", Language::vi) == "no.such");
  CHECK(text("no.such", Language::vi, {{"a", "1"}}) == "no.such");
  CHECK(messageLine({"no.such", "here", {{"a", "1"}}}, Language::vi) == "no.such: here: no.such a=1");
}

TEST_CASE("texts are found by several threads at once", "[texts][threads]") {
  std::vector<std::thread> threads;
  std::vector<std::size_t> found(4);
  for (std::size_t i = 0; i < found.size(); ++i) {
    threads.emplace_back([&, i] {
      for (const auto& entry : allTexts()) found[i] += findText(entry.code) == &entry ? 1U : 0U;
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(found == std::vector<std::size_t>(4, allTexts().size()));
}
