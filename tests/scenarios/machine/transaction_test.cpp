// What is done to many sections at once is done to all of them or to none.
#include <catch2/catch.hpp>

#include "tests/scenarios/support/demo_folder.h"

namespace fs = std::filesystem;
using namespace cchc::test;

namespace {

// The store fails in the middle: at the section of Justice, which is neither the first nor the last.
void makeFailing(const Office& office) {
  office.alter(
      "CREATE TRIGGER fault BEFORE UPDATE ON section WHEN NEW.definition = 'justice.institutional' BEGIN SELECT "
      "RAISE(ABORT, 'thử lỗi'); END");
}

}  // namespace

TEST_CASE("a consolidation that fails in the middle changes no section's state, and writes no report") {
  const auto office = Office::before();
  for (const auto* section : {"finance.budget", "justice.institutional", "office.tasks"}) {
    office.done({"receive", demoPackage(section).string()});
    office.done({"accept", section, "-u", "296", "-p", "2023-8T"});
  }
  const auto report = office / "report.xml";
  const std::vector<std::string> consolidate{"consolidate", "--incomplete", "-u", "296",
                                             "-p",          "2023-8T",      "-o", report.string()};
  const auto states = office.json({"status", "-p", "2023-8T"});
  makeFailing(office);
  const auto failed = office.run(consolidate);
  INFO(failed.err);
  CHECK(failed.status == 3);
  CHECK(office.json({"status", "-p", "2023-8T"}) == states);
  CHECK_FALSE(fs::exists(report));
  CHECK(office.run({"journal", "verify"}).status == 0);
  office.alter("DROP TRIGGER fault");
  office.done(consolidate);
  CHECK(fs::exists(report));
  CHECK(office.json({"status", "-p", "2023-8T"}) != states);
}

TEST_CASE("issuing that fails in the middle locks no section") {
  const auto office = Office::afterDemo();
  const auto states = office.json({"status", "-p", "2023-8T"});
  makeFailing(office);
  CHECK(office.run({"issue", "-u", "296", "-p", "2023-8T"}).status == 3);
  CHECK(office.json({"status", "-p", "2023-8T"}) == states);
  office.alter("DROP TRIGGER fault");
  office.done({"issue", "-u", "296", "-p", "2023-8T"});
  CHECK(office.json({"status", "-p", "2023-8T"}) != states);
}
