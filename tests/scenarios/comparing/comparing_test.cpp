// Communes that were made of others on 1 July 2025 are compared with what those reported, or it is said why not.
#include "tests/scenarios/comparing/communes.h"

using namespace cchc::test;

namespace {

const std::string firstQuarters =
    "2025-Q1\tquý I năm 2025\t2025-01-01\t2025-03-31\t\t\t\n"
    "2026-Q1\tquý I năm 2026\t2026-01-01\t2026-03-31\t\t2025-Q1\t\n";

}  // namespace

TEST_CASE("a commune with a part of another is not compared, and the one that was split is named once", "[comparing]") {
  Communes communes;
  communes.periods(firstQuarters);
  for (const auto* unit : {"10945", "10951", "10954", "10960"}) communes.reported(unit, "2025-Q1", {1, 20, 5, 24, 2});
  communes.reported("10945", "2026-Q1", {2, 60, 5, 64, 3});
  const auto shown = communes.compared("10945", "2026-Q1", "received.total");
  CHECK(shown["reason"]["code"] == "core.comparison-split");
  CHECK(std::string(shown["reason"]["what"]).find("Vĩnh Hồng") != std::string::npos);
  const auto findings = communes.findings("10945", "2026-Q1", "core.comparison-split");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0]["severity"] == "information");
  CHECK(std::string(findings[0]["what"]).find("xã Vĩnh Hồng (10960)") != std::string::npos);
  CHECK(communes.office.done({"--lang", "vi", "show", "office.commune", "-u", "10945", "-p", "2026-Q1", "--compared"})
            .find("Không so sánh được với quý I năm 2025: xã Vĩnh Hồng (10960) được chia") != std::string::npos);
}

TEST_CASE("a commune of whole predecessors is compared with their sum, addend by addend", "[comparing]") {
  Communes communes;
  communes.periods(firstQuarters);
  communes.reported("10969", "2025-Q1", {1, 20, 5, 24, 2}).reported("10972", "2025-Q1", {0, 30, 5, 30, 5});
  communes.reported("10990", "2025-Q1", {2, 10, 0, 12, 0});
  communes.reported("10972", "2026-Q1", {7, 90, 5, 100, 2});
  CHECK(communes.figure("10972", "2026-Q1", "received.total") == "core.comparison-missing");
  communes.reported("10993", "2025-Q1", {0, 4, 1, 5, 0});
  const auto total = communes.compared("10972", "2026-Q1", "received.total");
  CHECK(total["value"] == "78");
  REQUIRE(total["addends"].size() == 4);
  CHECK(total["addends"][1]["unit"] == "10972");
  CHECK(total["addends"][1]["value"] == "35");
  CHECK(communes.figure("10972", "2026-Q1", "pending.total") == "7");
  CHECK(communes.figure("10972", "2026-Q1", "online_rate") == "85.33");
  CHECK(communes.figure("10972", "2026-Q1", "procedures_total") == "139");  // the same list in all communes
  const auto text =
      communes.office.done({"--lang", "vi", "show", "office.commune", "-u", "10972", "-p", "2026-Q1", "--compared"});
  CHECK(text.find("tính theo đơn vị hành chính sau sắp xếp") != std::string::npos);
  CHECK(communes.findings("10972", "2026-Q1", "core.comparison-missing").empty());
}

TEST_CASE("a province that keeps its code is compared with both that it was made of, if somebody says so",
          "[comparing]") {
  for (const bool stated : {true, false}) {
    INFO(stated);
    Communes communes;
    communes.units(
        "31\tprovince\tthành phố Hải Phòng\t\t\t2025-06-30\tthành phố\t\n30\tprovince\ttỉnh Hải "
        "Dương\t\t\t2025-06-30\t\t\n");
    if (stated) communes.units("31\tprovince\tthành phố Hải Phòng\t\t2025-07-01\t\tthành phố\t31 30\n");
    communes.periods(firstQuarters);
    const auto revenue = [](const char* figure) {
      return valuesFile("<field id=\"revenue.actual\">" + std::string(figure) + "</field>");
    };
    communes.fill("30", "2025-Q1", revenue("1000000000"), "finance.budget");
    communes.fill("31", "2025-Q1", revenue("5000000000"), "finance.budget");
    communes.fill("31", "2026-Q1", revenue("7000000000"), "finance.budget");
    const auto shown = communes.compared("31", "2026-Q1", "revenue.actual", "finance.budget");
    if (stated) {
      CHECK(shown["value"] == "6000000000");
      CHECK(shown["addends"].size() == 2);
    } else {
      CHECK(shown["reason"]["code"] == "core.comparison-unstated");
    }
  }
}

TEST_CASE("nine months across the change add up by calendar months", "[comparing]") {
  Communes communes;
  communes.periods(
      "2025-6T\t6 tháng đầu năm 2025\t2025-01-01\t2025-06-30\t\t\t\n"
      "2025-Q3\tquý III năm 2025\t2025-07-01\t2025-09-30\t\t\tperiod\n"
      "2025-9T\t9 tháng năm 2025\t2025-01-01\t2025-09-30\t\t\t\n"
      "2026-9T\t9 tháng năm 2026\t2026-01-01\t2026-09-30\t\t2025-9T\t\n");
  for (const auto* unit : {"10969", "10972", "10990", "10993"}) communes.reported(unit, "2025-6T", {1, 20, 5, 24, 2});
  communes.reported("10972", "2026-9T", {0, 200, 10, 200, 10});
  CHECK(communes.figure("10972", "2026-9T", "received.total") == "core.comparison-days");
  communes.reported("10972", "2025-Q3", {8, 50, 2, 57, 3});
  const auto total = communes.compared("10972", "2026-9T", "received.total");
  CHECK(total["value"] == "156");  // four times 1 + 20 + 5, then 50 + 2
  CHECK(total["addends"].size() == 5);
  CHECK(communes.figure("10972", "2026-9T", "received.carried") == "4");
  CHECK(communes.figure("10972", "2026-9T", "resolved.total") == "153");
  CHECK(communes.figure("10972", "2026-9T", "pending.total") == "3");
}

TEST_CASE("with the ministry's windows the days that nobody reported are named", "[comparing]") {
  Communes communes;
  communes.periods(
      "2025-6T\t6 tháng năm 2025\t2024-12-15\t2025-06-14\t\t\t\n"
      "2025-Q3\tquý III năm 2025\t2025-06-15\t2025-09-14\t\t\tperiod\n"
      "2025-9T\t9 tháng năm 2025\t2024-12-15\t2025-09-14\t\t\t\n"
      "2026-9T\t9 tháng năm 2026\t2025-12-15\t2026-09-14\t\t2025-9T\t\n");
  for (const auto* unit : {"10969", "10972", "10990", "10993"}) communes.reported(unit, "2025-6T", {1, 20, 5, 24, 2});
  communes.reported("10972", "2025-Q3", {8, 50, 2, 57, 3}).reported("10972", "2026-9T", {0, 200, 10, 200, 10});
  CHECK(communes.figure("10972", "2026-9T", "received.total") == "core.comparison-days");
  const auto findings = communes.findings("10972", "2026-9T", "core.comparison-days");
  REQUIRE(findings.size() == 5);  // the four old communes, and the new one before 15/9
  CHECK(std::string(findings[0]["what"]).find("từ 15/6/2025 đến 30/6/2025") != std::string::npos);
}

TEST_CASE("six months and a quarter give nine: 1.506 received, 1.480 resolved, 26 pending", "[comparing]") {
  Communes communes;
  communes.periods(
      "2023-6T-a\t6 tháng năm 2023\t2023-01-01\t2023-06-30\t\t\t\n"
      "2023-Q3\tquý III năm 2023\t2023-07-01\t2023-09-30\t\t\tperiod\n"
      "2023-9T\t9 tháng năm 2023\t2023-01-01\t2023-09-30\t\t\t\n"
      "2024-9T\t9 tháng năm 2024\t2024-01-01\t2024-09-30\t\t2023-9T\t\n");
  communes.reported("10951", "2023-6T-a", {6, 900, 100, 980, 26}).reported("10951", "2023-Q3", {26, 400, 100, 500, 26});
  communes.reported("10951", "2024-9T", {26, 1500, 100, 1600, 26});
  CHECK(communes.figure("10951", "2024-9T", "received.carried") == "6");
  CHECK(communes.figure("10951", "2024-9T", "received.total") == "1506");
  CHECK(communes.figure("10951", "2024-9T", "resolved.total") == "1480");
  CHECK(communes.figure("10951", "2024-9T", "pending.total") == "26");
  CHECK(communes.findings("10951", "2024-9T", "core.added-opening-differs").empty());
  communes.reported("10951", "2023-Q3", {25, 400, 100, 500, 25});
  const auto findings = communes.findings("10951", "2024-9T", "core.added-opening-differs");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0]["place"] == "received.carried");
  CHECK(communes.figure("10951", "2024-9T", "received.total") == "1506");
}

TEST_CASE("a quarter begins with what was pending on its eve, and another figure is pointed out", "[comparing]") {
  Communes communes;
  communes.periods(
      "2023-6T-a\t6 tháng năm 2023\t2023-01-01\t2023-06-30\t\t\t\n"
      "2023-Q3\tquý III năm 2023\t2023-07-01\t2023-09-30\t\t\tperiod\n");
  communes.reported("10951", "2023-6T-a", {6, 900, 100, 980, 26});
  communes.fill("10951", "2023-Q3", valuesFile("<field id=\"received.online\">400</field>"));
  const auto begun = communes.office.json({"show", "office.commune", "-u", "10951", "-p", "2023-Q3"});
  CHECK(begun["fields"]["received.carried"] == "26");
  CHECK(communes.findings("10951", "2023-Q3", "core.opening-differs").empty());
  communes.fill("10951", "2023-Q3", valuesFile("<field id=\"received.carried\">24</field>"));
  const auto findings = communes.findings("10951", "2023-Q3", "core.opening-differs");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0]["severity"] == "warning");
  CHECK(std::string(findings[0]["what"]).find("là 24, khác") != std::string::npos);
  CHECK(std::string(findings[0]["what"]).find("là 26, lệch -2") != std::string::npos);
}

TEST_CASE("a period in itself is not compared with one from the start of the year, but its stocks are", "[comparing]") {
  Communes communes;
  communes.periods(
      "2023-9T\t9 tháng năm 2023\t2023-01-01\t2023-09-30\t\t\t\n"
      "2024-Q3\tquý III năm 2024\t2024-07-01\t2024-09-30\t\t2023-9T\tperiod\n");
  communes.reported("10951", "2023-9T", {6, 900, 100, 980, 26}).reported("10951", "2024-Q3", {3, 400, 100, 500, 3});
  CHECK(communes.figure("10951", "2024-Q3", "received.total") == "core.comparison-unlike");
  CHECK(communes.figure("10951", "2024-Q3", "pending.total") == "26");
  CHECK(communes.findings("10951", "2024-Q3", "core.comparison-unlike").size() == 1);
}

TEST_CASE("periods say their span, and a wrong one is refused", "[comparing]") {
  const auto office = Office::before();
  office.done({"periods", "add", "Q3", "--name", "quý III", "--start", "2023-07-01", "--end", "2023-09-30", "--span",
               "period"});
  std::string spans;
  for (const auto& period : office.json({"periods", "list"})) spans += std::string(period["span"]) + " ";
  CHECK(spans == "cumulative cumulative cumulative period ");
  CHECK(office.done({"--lang", "vi", "periods", "list"}).find("Q3  quý III  01/7/2023 – 30/9/2023  trong kỳ") !=
        std::string::npos);
  const auto refused = office.run(
      {"periods", "add", "Q4", "--name", "quý IV", "--start", "2023-10-01", "--end", "2023-12-31", "--span", "năm"});
  CHECK(refused.status == 2);
  CHECK(refused.err.find("period.span") != std::string::npos);
}

TEST_CASE("where both comparisons are with one period, each reason is told once, under two headings", "[comparing]") {
  Communes communes;
  communes.periods(
      "2025-Q1\tquý I năm 2025\t2025-01-01\t2025-03-31\t\t\t\n"
      "2026-Q1\tquý I năm 2026\t2026-01-01\t2026-03-31\t2025-Q1\t2025-Q1\t\n");
  communes.reported("10945", "2026-Q1", {2, 60, 5, 64, 3});
  CHECK(communes.findings("10945", "2026-Q1", "core.comparison-split").size() == 1);
  const auto text =
      communes.office.done({"--lang", "vi", "show", "office.commune", "-u", "10945", "-p", "2026-Q1", "--compared"});
  CHECK(text.find("So với kỳ trước, quý I năm 2025") != std::string::npos);
  CHECK(text.find("So với cùng kỳ năm trước, quý I năm 2025") != std::string::npos);
}

TEST_CASE("a period is compared with a known one that ends before it", "[comparing]") {
  const auto office = Office::before();
  const auto refusal = [&](const std::string& comparison, const std::string& lastYear) {
    write(office / "periods.tsv",
          "id\tname\tstart\tend\tcomparison\tlast_year\n2022\tnăm 2022\t2022-01-01\t2022-12-31\t" + comparison + "\t" +
              lastYear + "\n");
    const auto outcome = office.run({"--lang", "vi", "periods", "import", (office / "periods.tsv").string()});
    return std::to_string(outcome.status) + " " + outcome.err;
  };
  CHECK(refusal("2021", "").rfind("1 period.comparison-unknown: 2022: Kỳ so sánh ở cột “comparison” là 2021", 0) == 0);
  CHECK(
      refusal("", "2022").rfind("1 period.comparison-later: 2022: Kỳ so sánh ở cột “last_year” là 2022, kết thúc", 0) ==
      0);
  CHECK(refusal("2023-6T", "").rfind("1 period.comparison-later: 2022", 0) == 0);
  CHECK(office.json({"periods", "list"}).size() == 3);
  CHECK(refusal("2022-8T", "") == "0 ");
}

TEST_CASE("what was accepted from units that ended before the last day of the period is named, and not expected",
          "[comparing]") {
  Communes communes;
  communes.units(
      "99\tprovince\ttỉnh Thử\t\t\t\t\t\n991\tcommune\txã Một\t99\t\t\txã\t\n"
      "992\tcommune\txã Hai\t99\t\t\txã\t\n993\tcommune\txã Ba\t99\t\t\txã\t\n");
  communes.periods("2026-Q1\tquý I năm 2026\t2026-01-01\t2026-03-31\t\t\t\n");
  const auto& office = communes.office;
  for (const auto* unit : {"991", "992", "993"}) {
    communes.reported(unit, "2026-Q1", {1, 20, 5, 24, 2});
    office.done({"submit", "office.commune", "-u", unit, "-p", "2026-Q1", "-o", (office / "x.cchc").string()});
    office.done({"accept", "office.commune", "-u", unit, "-p", "2026-Q1"});
  }
  communes.units("994\tcommune\txã Bốn\t99\t2026-01-01\t\txã\t991 992\n");
  const auto said = office.done({"--lang", "vi", "consolidate", "--incomplete", "-u", "99", "-p", "2026-Q1", "-o",
                                 (office / "report.xml").string()});
  CHECK(said.find("đơn vị 1/1") != std::string::npos);
  const auto report = contentOf(office / "report.xml");
  for (const auto* unit : {"xã Một (991)", "xã Hai (992)"}) {
    CHECK(report.find(std::string("Phần này không đưa vào báo cáo. Đơn vị ") + unit + " đã kết thúc ngày 31/12/2025") !=
          std::string::npos);
  }
  CHECK(office.done({"--lang", "vi", "status", "-p", "2026-Q1"}).find("đơn vị 1/1") != std::string::npos);
  write(office / "assign.tsv", "definition\tsubject\treporter\tperiod\noffice.commune\t991\t991\t2026-Q1\n");
  const auto refused = office.run({"--lang", "vi", "assign", (office / "assign.tsv").string()});
  CHECK(refused.status == 1);
  CHECK(refused.err.find("assignment.unit-ended: office.commune/991/2026-Q1: Đơn vị xã Một (991) đã kết thúc") !=
        std::string::npos);
}

TEST_CASE("an import of units names a form and a predecessor that nobody knows", "[comparing]") {
  const auto office = Office::before();
  const auto imported = [&](const std::string& line) {
    write(office / "units.tsv", "code\tkind\tname\tparent\tfrom\tform\tbefore\n" + line);
    return office.run({"--lang", "vi", "units", "import", (office / "units.tsv").string()});
  };
  const auto form = imported("995\tcommune\txã Năm\t296\t\tlàng\t\n");
  CHECK(form.status == 0);
  CHECK(form.err.find("unit.form-unknown") != std::string::npos);
  CHECK(form.err.find("không có loại hình đơn vị “làng”") != std::string::npos);
  const auto itself = imported("996\tcommune\txã Sáu\t296\t2025-07-01\txã\t996\n");
  CHECK(itself.status == 1);
  CHECK(itself.err.find("unit.before-unknown") != std::string::npos);
  const auto twice = imported("996\tcommune\txã Sáu\t296\t2025-07-01\txã\t10945 10945*\n");
  CHECK(twice.err.find("cột before ghi các mã cách nhau bằng dấu cách, mỗi mã một lần") != std::string::npos);
  CHECK(imported("996\tcommune\txã Sáu\t296\t2025-07-01\txã\t10945\n").status == 0);
  CHECK(office.done({"--lang", "vi", "units", "history", "10945"}).find("nhập vào xã Sáu (996) ngày 01/07/2025") !=
        std::string::npos);
}
