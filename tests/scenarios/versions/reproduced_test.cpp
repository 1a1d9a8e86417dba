// What came after a report was issued makes `issued --check` give another report, and is then named.
#include <catch2/catch.hpp>

#include "tests/scenarios/support/command_line.h"
#include "tests/scenarios/support/demo_folder.h"

using namespace cchc::test;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

Office issued() {
  auto office = Office::afterDemo();
  office.consolidate();
  office.done({"issue", "-u", "296", "-p", "2023-8T", "--report", (office / "report.xml").string()});
  return office;
}

Outcome checked(const Office& office) {
  return office.run({"--lang", "vi", "issued", "-u", "296", "-p", "2023-8T", "--check"});
}

void differs(const Office& office, const std::vector<std::string>& told) {
  const auto outcome = checked(office);
  INFO(outcome.out << outcome.err);
  CHECK(outcome.status == 1);
  for (const auto& each : told) CHECK(has(outcome.out, each));
  const auto json = office.json({"issued", "-u", "296", "-p", "2023-8T", "--check"});
  CHECK(json[0]["reproduced"] == false);
  CHECK_FALSE(json[0]["differences"].empty());
}

std::string again(const std::string& target) {
  static std::vector<Office> kept;
  kept.push_back(Office::departments());
  const auto& departments = kept.back();
  departments.returnSection("finance.budget");
  departments.fill("finance.budget", "<field id=\"revenue.target\">" + target + "</field>");
  return departments.submit("finance.budget", "again.cchc").string();
}

}  // namespace

TEST_CASE("an issued report to which nothing came is the same again, and nothing is named") {
  const auto outcome = checked(issued());
  CHECK(outcome.status == 0);
  CHECK_FALSE(has(outcome.out, "→"));
}

TEST_CASE("a package that came after the issue is named with its section and revisions") {
  const auto office = issued();
  office.run({"receive", again("400000000000")});
  differs(office, {"core.newer-waiting finance.budget/296/2023-8T: ∅ → ", "1", "2"});
}

TEST_CASE("two packages between which nobody has chosen are named") {
  const auto office = issued();
  office.run({"receive", again("400000000000")});
  office.run({"receive", again("500000000000")});
  differs(office, {"core.undecided finance.budget/296/2023-8T"});
}

TEST_CASE("a period or a unit with another name is named, from what to what") {
  const auto renamed = issued();
  auto periods = contentOf(sampleFolder() / "periods.tsv");
  const std::string name = "\t8 tháng đầu năm 2023\t";
  periods.replace(periods.find(name), name.size(), "\t9 tháng đầu năm 2023\t");
  write(renamed / "periods.tsv", periods);
  renamed.done({"periods", "import", (renamed / "periods.tsv").string(), "--reason", "Sửa tên"});
  differs(renamed, {"period name: 8 tháng đầu năm 2023 → 9 tháng đầu năm 2023", "core.period-changed"});

  const auto moved = issued();
  write(moved / "units.tsv",
        "code\tkind\tname\tparent\tfrom\tto\tbefore\n10945\tcommune\tphường Kẻ Sặt\t296\t2023-08-01\t\t10945\n");
  moved.run({"units", "import", (moved / "units.tsv").string()});
  differs(moved, {"office.commune 10945: "});
}

TEST_CASE("if nothing in the report differs, what is kept of it does, and is named") {
  const auto office = issued();
  REQUIRE(run("/usr/bin/sqlite3",
              {office.store().string(), "UPDATE issued_file SET digest = 'x' WHERE name = 'report-unsigned.xml'"})
              .status == 0);
  differs(office, {"report-unsigned.xml: x → "});
}
