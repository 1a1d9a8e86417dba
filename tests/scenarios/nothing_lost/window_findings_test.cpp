// What the window lists beside a report is what the report itself says: no finding of report.xml is missing there, and
// none has an id where a person looks for a title.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <pugixml.hpp>
#include <set>

#include "core/app/report/report_findings.h"
#include "core/app/suite/suite.h"
#include "tests/scenarios/nothing_lost/installation.h"
#include "tests/scenarios/support/command_line.h"
#include "tests/scenarios/support/demo_folder.h"

using namespace cchc::test;
namespace fs = std::filesystem;

namespace {

const cchc::SystemClock systemClock;
const Arguments asVp = {"--as", "296.VP"};

using Lines = std::multiset<std::string>;

std::string line(const std::string& code, const std::string& severity, const std::string& section,
                 const std::string& place, const std::string& what) {
  return code + " " + severity + " " + section + " " + place + ": " + what;
}

Lines ofReport(const fs::path& file) {
  pugi::xml_document document;
  REQUIRE(document.load_file(file.c_str()));
  Lines lines;
  for (const auto& found : document.select_nodes("//*[local-name()='finding']")) {
    const auto node = found.node();
    const auto of = [&](const char* name) { return std::string(node.attribute(name).value()); };
    lines.insert(line(of("code"), of("severity"), of("definition") + "/" + of("subject") + "/" + of("period"),
                      of("place"), node.find_child_by_attribute("what", "lang", "vi").text().get()));
  }
  return lines;
}

// As the window reads it. Every source has a title and a name, and no id in their place.
Lines ofWindow(const Installation& installation, const Office& office) {
  auto resources = cchc::findResources(installation / "bin/cchc");
  REQUIRE(resources);
  resources->definitions.clear();
  const auto suite = cchc::openSuite({office.store().string(), {}, *resources, &systemClock, {"Nguyễn Văn A"}});
  REQUIRE(suite);
  const auto findings = cchc::reportFindings(**suite, cchc::OrgUnitId("296"), cchc::PeriodId("2023-8T"),
                                             cchc::SectionChoice::accepted, cchc::Language::vi);
  REQUIRE(findings);
  Lines lines;
  for (const auto& [finding, sources] : *findings) {
    const auto& key = finding.section;
    lines.insert(line(finding.code, std::string(severityName(finding.severity)),
                      key.definition.value + "/" + codeOf(key.unit) + "/" + key.period.value, placeText(finding.place),
                      finding.viWhat));
    for (const auto& source : sources) {
      INFO(finding.code << " " << source.section.definition.value);
      CHECK(source.sectionTitle != source.section.definition.value);
      CHECK(source.sectionTitle.empty() == source.section.definition.empty());
      CHECK(source.unitName != codeOf(source.section.unit));
    }
  }
  return lines;
}

// The report says `code`, and the window says what the report says.
void agree(const Installation& installation, const Office& office, const std::string& code) {
  INFO(code);
  const auto report = office / "report.xml";
  const auto made = installation.run(
      office.store(), {"consolidate", "--incomplete", "-u", "296", "-p", "2023-8T", "-o", report.string()});
  INFO(made.err);
  const auto said = ofReport(report);
  CHECK(std::any_of(said.begin(), said.end(), [&](const auto& one) { return one.find(code + " ") == 0; }));
  CHECK(ofWindow(installation, office) == said);
}

// The budget's revision 2, with another target.
std::string again(const Office& departments, const std::string& target) {
  departments.returnSection("finance.budget");
  departments.fill("finance.budget", "<field id=\"revenue.target\">" + target + "</field>");
  return departments.submit("finance.budget", "again.cchc").string();
}

}  // namespace

TEST_CASE("the window lists the findings of a report to which nothing happened", "[lost]") {
  agree(Installation(), Office::afterDemo(), "justice.date-not-in-series");
}

TEST_CASE("the window says that a newer revision waits, and that nobody has chosen between two", "[lost]") {
  const Installation installation;
  const auto office = Office::afterDemo();
  office.run({"receive", again(Office::departments(), "400000000000")});
  agree(installation, office, "core.newer-waiting");
  office.run({"receive", again(Office::departments(), "500000000000")});
  agree(installation, office, "core.undecided");
}

TEST_CASE("the window says what the office entered for a unit, and who reports a section now", "[lost]") {
  const Installation installation;
  const auto office = Office::afterDemo();
  write(office / "entered.xml", valuesFile("<field id=\"revenue.target\">400000000000</field>"));
  office.done(with(asVp, budget("enter-for", {(office / "entered.xml").string(), "--asked-by", "Nguyễn Thị Kế",
                                              "--asked-on", "27/8/2023"})));
  office.done(with(asVp, budget("accept")));
  agree(installation, office, "core.entered-for");
  write(office / "assign.tsv", "definition\tsubject\treporter\tperiod\nfinance.budget\t296\t296.VP\t2023-8T\n");
  office.done({"assign", (office / "assign.tsv").string(), "--reason", "Phòng đã giải thể"});
  agree(installation, office, "core.reassigned");
}

TEST_CASE("the window says that a form changed, is gone, or is not asked of a unit that ended", "[lost]") {
  const auto office = Office::afterDemo();
  {
    const Installation installation;
    Installation::replace(installation.definition("finance.budget"), "<title vi=\"", "<title vi=\"Mới: ");
    agree(installation, office, "core.form-changed");
  }
  {
    const Installation installation;
    fs::remove(installation.definition("finance.budget"));
    agree(installation, office, "report.no-definition");
  }
  write(office / "ended.tsv",
        "code\tkind\tname\tparent\tfrom\tto\n10945\tcommune\tthị trấn Kẻ Sặt\t296\t\t2023-08-15\n");
  office.run({"units", "import", (office / "ended.tsv").string()});
  agree(Installation(), office, "core.not-asked");
}
