// Opening stocks of periods that begin on one day, and periods of an older store that name a wrong one to be compared
// with.
#include "tests/scenarios/comparing/communes.h"

using namespace cchc::test;

namespace {

bool has(const std::string& text, const std::string& wanted) { return text.find(wanted) != std::string::npos; }

std::vector<std::string> codes(const Communes& communes, const std::string& unit, const std::string& period) {
  const auto outcome = communes.office.run({"--json", "check", "office.commune", "-u", unit, "-p", period});
  INFO(outcome.err);
  std::vector<std::string> codes;
  for (const auto& finding : nlohmann::json::parse(outcome.out)) codes.push_back(finding["code"]);
  return codes;
}

}  // namespace

TEST_CASE("nine months begin with the opening stock of six months of the year, not with that of another year",
          "[comparing]") {
  Communes communes;
  communes.periods(
      "2022-9T\t9 tháng năm 2022\t2022-01-01\t2022-09-30\t\t\t\n"
      "2023-6T-a\t6 tháng năm 2023\t2023-01-01\t2023-06-30\t\t\t\n"
      "2023-9T\t9 tháng năm 2023\t2023-01-01\t2023-09-30\t2023-6T-a\t2022-9T\t\n");
  communes.reported("10951", "2022-9T", {0, 100, 0, 97, 3}).reported("10951", "2023-6T-a", {6, 900, 100, 980, 26});
  communes.reported("10951", "2023-9T", {6, 1300, 200, 1480, 26});
  CHECK(communes.findings("10951", "2023-9T", "core.opening-changed").empty());
  communes.reported("10951", "2023-9T", {26, 1280, 200, 1480, 26});
  const auto findings = communes.findings("10951", "2023-9T", "core.opening-changed");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0]["severity"] == "warning");
  CHECK(findings[0]["place"] == "received.carried");
  CHECK(has(findings[0]["what"], "trong báo cáo 6 tháng năm 2023, cùng tính từ ngày 01/01/2023, lệch 20"));
  // The period of comparison may also be that of the year before: its last day is not the eve of this one.
  communes.periods("2024-9T\t9 tháng năm 2024\t2024-01-01\t2024-09-30\t2023-9T\t2023-9T\t\n");
  communes.reported("10951", "2024-9T", {0, 1500, 0, 1490, 10});
  for (const auto& code : codes(communes, "10951", "2024-9T")) {
    INFO(code);
    CHECK(code.find("opening") == std::string::npos);
    CHECK(code.find("carried") == std::string::npos);
  }
}

TEST_CASE("a store with a period that names an unknown one goes on without that comparison, and says how to mend it",
          "[comparing]") {
  Communes communes;
  communes.periods(
      "2025-Q1\tquý I năm 2025\t2025-01-01\t2025-03-31\t\t\t\n"
      "2026-Q1\tquý I năm 2026\t2026-01-01\t2026-03-31\t2025-Q1\t2025-Q1\t\n");
  communes.reported("10972", "2026-Q1", {7, 90, 5, 100, 2});
  const auto& office = communes.office;
  const auto query = [&](const std::string& sql) {
    return run("/usr/bin/sqlite3", {office.store().string(), sql}).status;
  };
  const std::string section = "office.commune";
  for (const auto& [other, why] :
       {std::pair<std::string, std::string>("KHONG", "chưa có kỳ báo cáo này"), {"2026-Q1", "không trước ngày cuối"}}) {
    INFO(other);
    REQUIRE(query("UPDATE period SET comparison = '" + other + "' WHERE id = '2026-Q1'") == 0);
    write(office / "values.xml", valuesFile("<field id=\"received.online\">91</field>"));
    for (const auto& command : std::vector<std::vector<std::string>>{
             {"fill", section, "-u", "10972", "-p", "2026-Q1", (office / "values.xml").string()},
             {"show", section, "-u", "10972", "-p", "2026-Q1"},
             {"show", section, "-u", "10972", "-p", "2026-Q1", "--compared"}}) {
      INFO(command.front());
      auto arguments = command;
      arguments.insert(arguments.begin(), {"--lang", "vi"});
      const auto outcome = office.run(arguments);
      CHECK(outcome.status == 0);
      CHECK(has(outcome.err, "core.comparison-ignored: 2026-Q1: Kỳ quý I năm 2026 (2026-Q1)"));
      CHECK(has(outcome.err, why));
      CHECK(has(outcome.err, "cột “comparison” là " + other));
      CHECK(has(outcome.err, "cchc periods import"));
    }
    const auto ignored = communes.findings("10972", "2026-Q1", "core.comparison-ignored");
    CHECK(ignored.size() == 1);
    // The other comparison of the period is made as before.
    CHECK_FALSE(communes.findings("10972", "2026-Q1", "core.comparison-missing").empty());
    // A section that is begun only now, and the check of a whole unit.
    communes.reported(other == "KHONG" ? "10945" : "10966", "2026-Q1", {1, 2, 3, 4, 2});
    const auto unit = office.run({"--lang", "vi", "check", "-u", "10972", "-p", "2026-Q1"});
    CHECK(has(unit.out, "Kỳ quý I năm 2026 (2026-Q1) ghi kỳ so sánh sai"));
  }
  // Mended as it is said.
  communes.periods("2026-Q1\tquý I năm 2026\t2026-01-01\t2026-03-31\t2025-Q1\t2025-Q1\t\n");
  CHECK(office.run({"show", section, "-u", "10972", "-p", "2026-Q1"}).err.empty());
  CHECK(communes.findings("10972", "2026-Q1", "core.comparison-ignored").empty());
}
