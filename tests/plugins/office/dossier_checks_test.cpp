#include "plugins/office/dossier_checks.h"

#include <catch2/catch.hpp>

#include "tests/plugins/support/fake_section.h"

using namespace cchc;
using namespace cchc::office;

namespace {

using Row = std::vector<std::pair<std::string, std::string>>;

test::FakeSection& row(test::FakeSection& section, int at, const Row& cells) {
  for (const auto& [column, value] : cells) section.number("dossiers." + std::to_string(at) + "." + column, value);
  return section;
}

test::FakeSection aRow(const Row& cells) {
  test::FakeSection section;
  return row(section, 0, cells);
}

// "column=form columns: total against parts"
std::vector<std::string> told(const test::FakeSection& section) {
  std::vector<std::string> faults;
  for (const auto& fault : rowFaults(section)) {
    faults.push_back(std::string(fault.number) + "=" + std::string(fault.partNumbers) + ": " + fault.total.toText() +
                     " / " + fault.parts.toText());
  }
  return faults;
}
using Faults = std::vector<std::string>;

const Row good = {{"received", "100"}, {"online", "80"},         {"direct", "15"},        {"carried", "5"},
                  {"resolved", "90"},  {"early", "60"},          {"on_time", "28"},       {"overdue", "2"},
                  {"pending", "10"},   {"pending_in_time", "9"}, {"pending_overdue", "1"}};

Row with(Row cells, const std::string& column, const std::string& value) {
  for (auto& cell : cells)
    if (cell.first == column) cell.second = value;
  return cells;
}
Row without(Row cells, const std::string& column) {
  std::erase_if(cells, [&](const auto& cell) { return cell.first == column; });
  return cells;
}

}  // namespace

TEST_CASE("a row that adds up is no fault", "[office]") { CHECK(told(aRow(good)).empty()); }

TEST_CASE("each sum of form II.06a is checked, with both sides", "[office]") {
  CHECK(told(aRow(with(good, "online", "79"))) == Faults{"3=4+5+6: 100 / 99"});
  CHECK(told(aRow(with(good, "overdue", "4"))) == Faults{"7=8+9+10: 90 / 92"});
  CHECK(told(aRow(with(good, "pending_overdue", "0"))) == Faults{"11=12+13: 10 / 9"});
  CHECK(told(aRow(with(good, "pending", "11"))) == Faults{"11=12+13: 11 / 10", "3=7+11: 100 / 101"});
}

TEST_CASE("early and on time may be merged, and are compared where both are there", "[office]") {
  auto merged = without(without(good, "early"), "on_time");
  merged.emplace_back("in_time", "88");
  CHECK(told(aRow(merged)).empty());
  CHECK(told(aRow(with(merged, "in_time", "87"))) == Faults{"7=8+9+10: 90 / 89"});
  auto both = good;
  both.emplace_back("in_time", "87");
  CHECK(told(aRow(both)) == Faults{"8+9=8, 9: 87 / 88", "7=8+9+10: 90 / 89"});
}

TEST_CASE("an unknown part is not zero: only known parts above their total are a fault", "[office]") {
  CHECK(told(aRow(without(good, "carried"))).empty());
  CHECK(told(aRow(without(good, "received"))).empty());
  CHECK(told(aRow(with(without(good, "carried"), "online", "86"))) == Faults{"3=4+5+6: 100 / 101"});
  CHECK(told(aRow({{"received", "0"}})).empty());
}

TEST_CASE("a fault in a row names the row as the software does, and the difference", "[office]") {
  test::FakeSection section;
  row(section, 0, good);
  row(section, 1, with(good, "direct", "1015")).text("dossiers.1.name", "Tư pháp");
  const auto findings = test::FakeCheck(section).run(&checkDossierRows);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "office.dossier-row-sum");
  CHECK(findings[0].severity == plugin::Severity::warning);
  CHECK(findings[0].places == Faults{"dossiers.1.received"});
  CHECK(findings[0].arguments.at("row") == "2 (Tư pháp)");
  CHECK(findings[0].arguments.at("parts") == "1.100");
  CHECK(findings[0].arguments.at("difference") == "1.000");
}

TEST_CASE("rows that do not add up to the section's figure are pointed out", "[office]") {
  test::FakeSection section;
  row(section, 0, good);
  row(section, 1, good);
  section.number("received.total", "200").number("resolved.in_time", "176").number("resolved.overdue", "6");
  const auto findings = test::FakeCheck(section).run(&checkDossierColumns);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "office.dossier-column-sum");
  CHECK(findings[0].places == Faults{"resolved.overdue"});
  CHECK(findings[0].arguments.at("figure") == "6");
  CHECK(findings[0].arguments.at("rows") == "4");
  section.number("resolved.overdue", "4");
  CHECK(test::FakeCheck(section).run(&checkDossierColumns).empty());
}

TEST_CASE("a table that is not filled in, or only in part, contradicts no total", "[office]") {
  test::FakeSection section;
  section.number("received.total", "1449");
  CHECK(columnFaults(section).empty());
  row(section, 0, good);
  row(section, 1, {{"online", "3"}});
  CHECK(columnFaults(section).empty());
  section.number("received.total", "99");  // one row alone has more
  REQUIRE(columnFaults(section).size() == 1);
  CHECK(columnFaults(section)[0].rows == plugin::Decimal(100));
}
