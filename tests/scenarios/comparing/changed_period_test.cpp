// A period that has sections changes in no silence: what changes is said, what was accepted keeps its period without a
// reason, and the reason stays in the journals and in the report.
#include <array>
#include <catch2/catch.hpp>

#include "tests/scenarios/support/command_line.h"
#include "tests/scenarios/support/demo_folder.h"

using namespace cchc::test;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// The sample's periods, with another text in that of the demonstration.
std::string periods(const Office& office, const std::string& from, const std::string& to) {
  auto table = contentOf(sampleFolder() / "periods.tsv");
  const auto line = table.find("\n2023-8T\t");
  const auto at = table.find(from, line);
  REQUIRE(at != std::string::npos);
  table.replace(at, from.size(), to);
  const auto file = (office / "periods.tsv").string();
  write(file, table);
  return file;
}

nlohmann::json period(const Office& office) {
  for (const auto& each : office.json({"periods", "list"})) {
    if (each["period"] == "2023-8T") return each;
  }
  return {};
}

}  // namespace

TEST_CASE("a period with accepted sections changes only for a reason, which the journals and the report keep") {
  const auto office = Office::afterDemo();
  const auto before = period(office);
  const auto file = periods(office, "2023-08-28", "2023-07-28");
  const auto refused = office.run({"periods", "import", file});
  INFO(refused.err);
  CHECK(refused.status == 1);
  CHECK(has(refused.err, "period.changes-accepted: 2023-8T: "));
  CHECK(has(refused.err, "end: 2023-08-28 → 2023-07-28"));
  CHECK(has(refused.err, "27 phần"));
  CHECK(has(refused.err, "--reason"));
  CHECK(period(office) == before);
  CHECK_FALSE(has(office.consolidate(), "core.period-changed"));

  const auto changed = office.run({"periods", "import", file, "--reason", "Văn bản 12 đổi ngày chốt"});
  INFO(changed.err);
  CHECK(changed.status == 0);
  CHECK(has(changed.err, "period.changed: 2023-8T: "));
  CHECK(period(office)["end"] == "2023-07-28");
  const auto report = office.consolidate();
  CHECK(has(report, "core.period-changed"));
  CHECK(has(report, "Văn bản 12 đổi ngày chốt"));
  CHECK(has(office.done({"--lang", "vi", "journal", "show", "finance.budget"}),
            "đổi kỳ báo cáo: end: 2023-08-28 → 2023-07-28"));
  CHECK(has(office.done(budget("history")), "2023-07-28"));
  office.done({"journal", "verify"});
  office.done(with({"issue"}, {"-u", "296", "-p", "2023-8T"}));
}

TEST_CASE("each part of a period that a report prints or counts by is told, and so with periods add") {
  const auto office = Office::afterDemo();
  for (const auto& [from, to, told] : std::vector<std::array<std::string, 3>>{
           {"8 tháng đầu năm 2023", "9 tháng đầu năm 2023", "name: 8 tháng đầu năm 2023 → 9 tháng đầu năm 2023"},
           {"2023-01-01", "2023-02-01", "start: 2023-01-01 → 2023-02-01"},
           {"2023-6T", "", "comparison: 2023-6T → ∅"}}) {
    const auto refused = office.run({"periods", "import", periods(office, from, to)});
    INFO(refused.err);
    CHECK(refused.status == 1);
    CHECK(has(refused.err, told));
  }
  const auto added = office.run({"periods", "add", "2023-8T", "--name", "8 tháng đầu năm 2023", "--start", "2023-01-01",
                                 "--end", "2023-08-28", "--span", "period"});
  CHECK(added.status == 1);
  CHECK(has(added.err, "span: cumulative → period"));
}

TEST_CASE("the same periods again, another deadline, and a period without sections change without a question") {
  const auto office = Office::afterDemo();
  for (const auto& file : {(sampleFolder() / "periods.tsv").string(), periods(office, "2023-08-30", "2023-08-31")}) {
    const auto outcome = office.run({"periods", "import", file});
    CHECK(outcome.status == 0);
    CHECK(outcome.err.empty());
  }
  const auto empty = Office::before();
  const auto outcome = empty.run({"periods", "import", periods(empty, "2023-08-28", "2023-07-28")});
  CHECK(outcome.status == 0);
  CHECK(outcome.err.empty());
}

TEST_CASE("a period whose sections nobody has accepted changes, and its sections are counted") {
  const auto office = Office::before();
  office.done({"receive", demoPackage("finance.budget").string()});
  const auto told = office.run({"periods", "import", periods(office, "2023-08-28", "2023-07-28")});
  CHECK(told.status == 0);
  CHECK(has(told.err, "period.changed: 2023-8T: "));
  CHECK(has(told.err, "1 phần"));
  CHECK(has(office.consolidate({"--include-unreviewed"}), "core.period-changed"));
}

TEST_CASE("importing periods does not open one that was closed") {
  const auto office = Office::before();
  office.done({"periods", "close", "2023-8T"});
  office.done({"periods", "import", (sampleFolder() / "periods.tsv").string()});
  CHECK(period(office)["closed"] == true);
}
