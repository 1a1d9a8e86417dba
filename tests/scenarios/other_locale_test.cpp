// The command line in other locales and time zones: what it prints and writes depends on neither.
#include <catch2/catch.hpp>
#include <map>

#include "tests/scenarios/support/command_line.h"

namespace fs = std::filesystem;
using namespace cchc::test;

namespace {

struct Elsewhere {
  const char *locale, *zone;
};
// Turkish has letters of its own for i and I, and a comma in figures; the zones lie seven hours ahead and four behind.
const Elsewhere places[] = {{"tr_TR.UTF-8", "Asia/Ho_Chi_Minh"}, {"vi_VN.UTF-8", "America/Halifax"}, {"C", "UTC"}};

Outcome runIn(const Elsewhere& place, const Arguments& arguments) {
  const auto program = (fs::path(CCHC_BINARY) / "bin" / "cchc").string();
  return run("/usr/bin/env",
             with({"LC_ALL=" + std::string(place.locale), "TZ=" + std::string(place.zone), program}, arguments));
}

// Every file of a demonstration but its stores, by name.
std::map<std::string, std::string> filesIn(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const auto name = entry.path().filename().string();
    if (entry.is_regular_file() && name.find(".sqlite") == std::string::npos) files[name] = contentOf(entry.path());
  }
  return files;
}

}  // namespace

TEST_CASE("a demonstration in another locale and time zone gives the same report and packages") {
  const auto usual = filesIn(demoFolder());
  REQUIRE(usual.contains("report.xml"));
  REQUIRE(usual.size() > 27);  // a package of each section too
  const TemporaryFolder folder;
  for (const auto& place : places) {
    INFO(place.locale << " " << place.zone);
    const auto outcome = runIn(place, {"demo", (folder / place.locale).string()});
    INFO(outcome.err);
    REQUIRE(outcome.status == 0);
    const bool same = filesIn(folder / place.locale) == usual;  // without the bytes in the message
    CHECK(same);
  }
}

TEST_CASE("what commands print is the same in another locale and time zone") {
  const auto office = Office::departments();
  const Arguments all[] = {{"status", "-p", "2023-8T"},
                           {"--lang", "en", "status", "-p", "2023-8T"},
                           {"check", "-u", "296", "-p", "2023-8T"},
                           {"--lang", "en", "check", "-u", "296", "-p", "2023-8T"},
                           budget("show"),
                           budget("history"),
                           {"journal", "show", "finance.budget"},
                           {"journal", "show", "--since", "2023-08-28T09:00:00Z"},
                           {"definitions", "finance.budget"},
                           {"show", "finance.wish", "-u", "296", "-p", "2023-8T"}};
  for (const auto& arguments : all) {
    const auto usual = office.run(arguments);
    CHECK(usual.out.size() + usual.err.size() > 0);
    for (const auto& place : places) {
      INFO(shown(arguments) << " in " << place.locale << " " << place.zone);
      const auto elsewhere = runIn(place, with({"--store", office.store().string()}, arguments));
      CHECK(elsewhere.status == usual.status);
      CHECK(elsewhere.out == usual.out);
      CHECK(elsewhere.err == usual.err);
    }
  }
}
