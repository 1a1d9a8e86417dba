// A code goes to another unit after the packages of the unit that had it were received: a package names its unit by the
// code alone, and still counts for one unit only.
#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/scenarios/support/command_line.h"
#include "tests/scenarios/support/demo_folder.h"

using namespace cchc::test;

namespace {

// Vĩnh Hưng and Kẻ Sặt become one commune within the period, which has the code of Vĩnh Hưng and reports.
void merge(const Office& office) {
  write(office / "merged.tsv",
        "code\tkind\tname\tparent\tfrom\tto\tbefore\n"
        "10951\tcommune\txã Vĩnh Hưng Mới\t296\t2023-08-01\t\t10951 10945\n");
  office.done({"units", "import", (office / "merged.tsv").string()});
  write(office / "assigned.tsv",
        "definition\tsubject\treporter\tperiod\tdeadline\noffice.commune\t10951\t10951\t2023-8T\t2023-08-29\n");
  office.done({"assign", (office / "assigned.tsv").string()});
}

std::string stateOf(const Office& office) {
  for (const auto& line : office.json({"status", "-p", "2023-8T"})) {
    if (line["definition"] == "office.commune" && line["unit"] == "10951") return line["state"];
  }
  return {};
}

const std::string package = demoPackage("office.commune", "10951").string();

}  // namespace

TEST_CASE("a package of the unit that had the code before is not received again for the one that has it now") {
  const auto office = Office::afterDemo();
  merge(office);
  const auto before = stateOf(office);
  const auto refused = office.run({"receive", package});
  INFO(refused.out << refused.err);
  CHECK(refused.status == 1);
  CHECK(refused.err.find("package.other-holder: " + package) != std::string::npos);
  CHECK(refused.err.find("xã Vĩnh Hưng,") != std::string::npos);
  CHECK(refused.err.find("xã Vĩnh Hưng Mới") != std::string::npos);
  CHECK(stateOf(office) == before);
  const auto english = office.run({"--lang", "en", "receive", package});
  CHECK(english.err.find("would count twice") != std::string::npos);
}

TEST_CASE("the same package is received where it is new, and received again where no code changed hands") {
  const auto office = Office::before();
  merge(office);
  office.done({"receive", package});
  CHECK(stateOf(office) == "Đã gửi");
  const auto unchanged = Office::afterDemo();
  CHECK(unchanged.run({"receive", package}).status == 0);
}
