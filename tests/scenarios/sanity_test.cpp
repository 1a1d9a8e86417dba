// What can hardly be true is pointed out although no form has a rule for it, at the department and in the report; and
// what was explained last period is explained again with one act.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "tests/scenarios/support/demo_folder.h"

using namespace cchc::test;
using nlohmann::json;

namespace {

std::string field(const std::string& id, const std::string& value) {
  return "<field id=\"" + id + "\">" + value + "</field>";
}
std::string cell(const std::string& id, const std::string& value) {
  return "<cell id=\"" + id + "\">" + value + "</cell>";
}

// A store of the sample without figures, with the period before.
Office begun() {
  auto office = Office::before();
  auto assignments = contentOf(sampleFolder() / "assignments.tsv");
  assignments += "finance.budget\t296\t296.TCKH\t2023-6T\t\n";
  write(office / "assignments.tsv", assignments);
  office.done({"assign", (office / "assignments.tsv").string()});
  return office;
}

void fillIn(const Office& office, const std::string& section, const std::string& unit, const std::string& values,
            const std::string& period = "2023-8T") {
  write(office / "values.xml", valuesFile(values));
  office.done({"fill", section, "-u", unit, "-p", period, (office / "values.xml").string()});
}

json check(const Office& office, const std::string& section, const std::string& unit) {
  return office.json({"check", section, "-u", unit, "-p", "2023-8T"});
}

// Code and place of the warnings.
std::set<std::string> warnings(const json& findings) {
  std::set<std::string> all;
  for (const auto& finding : findings) {
    if (finding["severity"] == "warning")
      all.insert(finding["code"].get<std::string>() + " " + finding["place"].get<std::string>());
  }
  return all;
}
std::set<std::string> warningsOf(const Office& office, const std::string& section, const std::string& unit) {
  return warnings(check(office, section, unit));
}
using Set = std::set<std::string>;

const std::string rightRevenue = field("revenue.target", "387425000000") + field("revenue.actual", "177357000000");

}  // namespace

TEST_CASE("an amount a thousand times too large is pointed out, with what it may be") {
  const auto office = begun();
  fillIn(office, "finance.budget", "296", rightRevenue);
  CHECK(warningsOf(office, "finance.budget", "296").empty());
  fillIn(office, "finance.budget", "296", field("revenue.actual", "177357000000000"));
  CHECK(warningsOf(office, "finance.budget", "296") ==
        Set{"core.off-plan revenue.actual", "core.rate-high revenue.rate"});
  const auto text = office.run({"check", "finance.budget", "-u", "296", "-p", "2023-8T"});
  CHECK(text.status == 1);
  CHECK(text.out.find("có thể là 177 tỷ 357 triệu đồng") != std::string::npos);
  fillIn(office, "finance.budget", "296", field("revenue.actual", "177357"));
  CHECK(warningsOf(office, "finance.budget", "296") == Set{"core.below-entry-unit revenue.actual"});
}

TEST_CASE("an amount is held against the period before") {
  const auto office = begun();
  fillIn(office, "finance.budget", "296", field("revenue.actual", "130000000000"), "2023-6T");
  fillIn(office, "finance.budget", "296", field("revenue.actual", "177357000"));
  CHECK(warningsOf(office, "finance.budget", "296") == Set{"core.off-previous revenue.actual"});
  fillIn(office, "finance.budget", "296", field("revenue.actual", "177357000000"));
  CHECK(warningsOf(office, "finance.budget", "296").empty());
}

TEST_CASE("rows called trong đó must not exceed the row that they are part of") {
  const auto office = begun();
  const auto filled = [&](const std::string& infrastructure) {
    fillIn(office, "finance.budget", "296",
           "<table id=\"disbursement\"><row id=\"land\">" + cell("plan", "100000000000") +
               "</row><row id=\"land_infrastructure\">" + cell("plan", infrastructure) +
               "</row><row id=\"land_communes\">" + cell("plan", "40000000000") + "</row></table>");
    return warningsOf(office, "finance.budget", "296");
  };
  CHECK(filled("60000000000").empty());
  CHECK(filled("20000000000").empty());
  CHECK(filled("70000000000") == Set{"core.parts-differ disbursement[land].plan"});
}

TEST_CASE("a dossier that was resolved after the period is pointed out, one that is due then is not") {
  const auto office = begun();
  const auto filled = [&](const std::string& due, const std::string& resolved) {
    fillIn(office, "office.commune", "10945",
           "<table id=\"overdue_dossiers\"><row id=\"a\">" + cell("dossier", "H1") + cell("due_on", due) +
               cell("resolved_on", resolved) + "</row></table>");
    auto found = warningsOf(office, "office.commune", "10945");
    std::erase_if(found, [](const std::string& one) { return one.rfind("core.", 0) != 0; });
    return found;
  };
  CHECK(filled("2023-12-08", "2023-12-09") == Set{"core.date-after overdue_dossiers[a].resolved_on"});
  CHECK(filled("2023-08-02", "2023-08-28").empty());
}

TEST_CASE("what is pointed out at the department is in the package and in the report") {
  const auto office = Office::afterDemo();
  office.correct("finance.budget", field("revenue.actual", "177357000000000"));
  const auto report = office.consolidate();
  CHECK(report.find("code=\"core.off-plan\"") != std::string::npos);
  office.correct("finance.budget", field("revenue.actual", "177357000000"));
  CHECK(office.consolidate().find("code=\"core.off-plan\"") == std::string::npos);
}

TEST_CASE("the sample has none of these warnings") {
  const auto findings = Office::afterDemo().json({"check", "-u", "296", "-p", "2023-8T"});
  const Set known = {"core.stated-differs", "core.document-date", "justice.date-not-in-series",
                     "finance.number-missing", "finance.rate-without-base"};
  for (const auto& finding : findings) {
    INFO(finding.dump());
    CHECK((finding["severity"] == "information" || known.contains(finding["code"].get<std::string>())));
  }
}

TEST_CASE("a rate has the same decimals wherever the report prints it") {
  const auto office = Office::afterDemo();
  office.consolidate();
  const auto html = office.render();
  CHECK(html.find("(đạt 45,8%)") != std::string::npos);  // of the target
  CHECK(html.find("45,78") == std::string::npos);
}

TEST_CASE("an explanation of last period is shown for the same warning, and confirmed with one act") {
  const auto office = begun();
  const std::string small = field("revenue.target", "387425000000") + field("revenue.actual", "5000000");
  fillIn(office, "finance.budget", "296", small, "2023-6T");
  const std::string why = "Kho bạc chưa đối chiếu";
  office.done({"explain", "finance.budget", "-u", "296", "-p", "2023-6T", "--code", "core.off-plan", why});

  fillIn(office, "finance.budget", "296", small);
  auto found = check(office, "finance.budget", "296");
  REQUIRE(warnings(found) == Set{"core.off-plan revenue.actual"});
  const auto one =
      *std::find_if(found.begin(), found.end(), [](const json& each) { return each["severity"] == "warning"; });
  CHECK(one["comment"] == "");
  CHECK(one["earlier_comment"] == why);
  CHECK(office.run({"check", "finance.budget", "-u", "296", "-p", "2023-8T"}).out.find("Giải trình kỳ trước") !=
        std::string::npos);

  office.done({"explain", "finance.budget", "-u", "296", "-p", "2023-8T", "--as-before"});
  found = check(office, "finance.budget", "296");
  for (const auto& each : found) {
    if (each["severity"] != "warning") continue;
    CHECK(each["comment"] == why);
    CHECK(each["earlier_comment"] == "");
  }
  office.done({"journal", "verify"});
  const auto again = office.run({"explain", "finance.budget", "-u", "296", "-p", "2023-8T", "--as-before"});
  CHECK(again.status == 1);
  CHECK(again.err.find("explain.no-warning") != std::string::npos);
  // Another warning is not answered by it.
  fillIn(office, "finance.budget", "296", field("revenue.actual", "177357"));
  for (const auto& each : check(office, "finance.budget", "296")) CHECK(each["earlier_comment"] == "");
}
