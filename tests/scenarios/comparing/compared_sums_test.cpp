// The sum over the communes of a district is compared with the year before, over those that reported both years.
#include <pugixml.hpp>

#include "core/base/texts.h"
#include "core/rendering/schema.h"
#include "tests/scenarios/comparing/communes.h"

using namespace cchc::test;

TEST_CASE("the report says of how many communes the compared sum is", "[comparing]") {
  const auto office = Office::afterDemo();
  Communes past;
  std::string assigned = "definition\tsubject\treporter\tperiod\n";
  for (const auto* unit : {"10945", "10951"})
    assigned += std::string("office.commune\t") + unit + "\t" + unit + "\t2022-8T\n";
  write(office / "assign.tsv", assigned);
  office.done({"assign", (office / "assign.tsv").string()});
  const auto before = withoutTimes(office.consolidate());
  for (const auto* unit : {"10945", "10951"}) {
    past.reported(unit, "2022-8T", {10, 500, 90, 580, 20});
    const auto file = past.office / (std::string(unit) + ".cchc");
    past.office.done({"submit", "office.commune", "-u", unit, "-p", "2022-8T", "-o", file.string()});
    office.done({"receive", file.string()});
    office.done({"accept", "office.commune", "-u", unit, "-p", "2022-8T"});
  }
  const auto report = office.consolidate();
  CHECK(withoutTimes(report) != before);
  const auto valid =
      cchc::validate(report, std::filesystem::path(CCHC_SOURCE) / "schemas" / "report.xsd", "report.xml");
  INFO((valid ? "" : cchc::messageLine(valid.error(), cchc::Language::en)));
  CHECK(valid);
  pugi::xml_document document;
  REQUIRE(document.load_string(report.c_str()));
  const auto comparison = [&](const std::string& id) {
    return document
        .select_node(("//group[@definition='office.commune']/indicator[@id='" + id +
                      "']/comparison[@kind='same-period-last-year']")
                         .c_str())
        .node();
  };
  const auto total = comparison("received.total");
  CHECK(total.child("integer").text().as_int() == 1200);
  CHECK(std::string(total.attribute("period").value()) == "2022-8T");
  CHECK(std::string(total.attribute("reported").value()) == "2");
  CHECK(std::string(total.attribute("expected").value()) == "16");
  CHECK(std::string(total.attribute("display").value()) == "1.200 hồ sơ (2/16 đơn vị có số liệu cả hai kỳ)");
  // 1.662 and the other commune's figure against 1.200.
  CHECK(total.attribute("change"));
  CHECK(std::string(document.child("report").attribute("minor").value()) == "1");
  CHECK(office.render().find("2/16 đơn vị có số liệu cả hai kỳ") != std::string::npos);
  // The other communes are named once, not once for each figure.
  std::size_t findings = 0;
  for (const auto& finding : document.select_nodes("//finding[@code='core.comparison-sums']"))
    findings += finding ? 1 : 0;
  CHECK(findings == 1);
}
