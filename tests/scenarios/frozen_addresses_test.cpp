// Every place in the frozen stores and packages is read and printed as it is: digests depend on these bytes.
#include <sqlite3.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <regex>
#include <set>

#include "core/model/address.h"
#include "core/model/journal_text.h"
#include "tests/support/command.h"

namespace fs = std::filesystem;
using namespace cchc;
using namespace cchc::test;

namespace {

// The texts of one column, from a copy, since opening a store may write.
std::vector<std::string> column(const fs::path& store, const std::string& query) {
  const TemporaryFolder folder;
  fs::copy_file(store, folder / "copy.sqlite");
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open((folder / "copy.sqlite").c_str(), &database) == SQLITE_OK);
  std::vector<std::string> texts;
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(database, query.c_str(), -1, &statement, nullptr) == SQLITE_OK) {
    while (sqlite3_step(statement) == SQLITE_ROW)
      texts.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(statement, 0)));
  }
  sqlite3_finalize(statement);
  sqlite3_close(database);
  return texts;
}

std::vector<fs::path> frozen(const std::vector<std::string>& extensions) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(CCHC_SOURCE) / "tests/golden")) {
    const auto extension = entry.path().extension().string();
    if (std::find(extensions.begin(), extensions.end(), extension) != extensions.end()) files.push_back(entry.path());
  }
  return files;
}

bool isKnown(const Address& address) {
  const auto* place = address.place();
  return place == nullptr || !std::holds_alternative<OtherPlace>(place->kind());
}

}  // namespace

TEST_CASE("every address in the frozen stores comes back byte for byte, and is of a known kind") {
  const auto stores = frozen({".sqlite"});
  REQUIRE(stores.size() >= 5);
  std::size_t count = 0;
  std::set<std::size_t> kinds;
  for (const auto& store : stores) {
    INFO(store.string());
    for (const auto* query :
         {"SELECT place FROM change", "SELECT place FROM draft_value", "SELECT 'remark:' || place FROM remark",
          "SELECT tbl || '[' || row_id || ']' FROM draft_row"}) {
      for (const auto& text : column(store, query)) {
        const Address address(text);
        if (addressText(address) != text || !isKnown(address)) FAIL(text);
        kinds.insert(address.place() == nullptr ? 100 + address.kind().index() : address.place()->kind().index());
        ++count;
      }
    }
    for (const auto& text : column(store, "SELECT new_value FROM change WHERE place = 'state'")) {
      const auto read = readTransition(text);
      REQUIRE(read);
      CHECK(transitionText(*read) == text);
    }
    for (const auto& text : column(store, "SELECT new_value FROM change WHERE place LIKE 'submission:%'")) {
      const auto read = readSubmissionEvent(text);
      REQUIRE(read);
      CHECK(submissionEventText(*read) == text);
    }
  }
  CHECK(count > 6000);
  CHECK(kinds.size() >= 6);  // fields, rows, cells, paragraphs, transitions, submissions
}

TEST_CASE("every place in the frozen packages, notices and reports comes back byte for byte") {
  static const std::regex place(R"x(<(comment|kept|remark|finding)\b[^>]* place="([^"&]*)")x");
  std::size_t files = 0, count = 0;
  for (const auto& file : frozen({".cchc", ".xml"})) {
    const auto content = contentOf(file);
    ++files;
    for (auto at = std::sregex_iterator(content.begin(), content.end(), place); at != std::sregex_iterator(); ++at) {
      const auto text = (*at)[2].str();
      if (placeText(Place(text)) != text) FAIL(text);
      ++count;
    }
  }
  CHECK(files > 30);
  CHECK(count > 5);
}
