// Nothing is lost in silence: whatever takes a part of the report away is told by name when the office checks,
// consolidates and issues, with exit status 1. Beside the faults the control: without them the same commands succeed.
#include <array>
#include <catch2/catch.hpp>
#include <filesystem>
#include <memory>

#include "tests/scenarios/nothing_lost/installation.h"
#include "tests/scenarios/support/demo_folder.h"

using namespace cchc::test;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> on(std::vector<std::string> command) {
  for (const auto* more : {"-u", "296", "-p", "2023-8T"}) command.emplace_back(more);
  return command;
}

// What the office sees.
struct Seen {
  Outcome check, consolidate, issue;
};
Seen look(const Installation& installation, const Office& office) {
  const auto report = (office / "report.xml").string();
  Seen seen;
  seen.check = installation.run(office.store(), on({"check"}));
  seen.consolidate = installation.run(office.store(), on({"consolidate", "-o", report}));
  seen.issue = installation.run(office.store(), on({"issue"}));
  return seen;
}

void isTold(const Outcome& outcome, const std::string& name) {
  INFO(outcome.out << outcome.err);
  CHECK(outcome.status == 1);
  CHECK((outcome.out + outcome.err).find(name) != std::string::npos);
}
void isTold(const Seen& seen, const std::string& name) {
  INFO(name);
  isTold(seen.check, name);
  isTold(seen.consolidate, name);
  isTold(seen.issue, name);
}

}  // namespace

TEST_CASE("without a fault the office consolidates and issues", "[lost]") {
  const Installation installation;
  const auto office = Office::afterDemo();
  const auto seen = look(installation, office);
  INFO(seen.consolidate.err << seen.issue.err);
  CHECK(seen.consolidate.status == 0);
  CHECK(seen.issue.status == 0);
  CHECK(contentOf(office / "report.xml").find(" complete=\"yes\"") != std::string::npos);
}

TEST_CASE("a definition that is not installed is told by name", "[lost]") {
  for (const auto& id : Installation().definitions()) {
    const Installation installation;
    fs::remove(installation.definition(id));
    isTold(look(installation, Office::afterDemo()), id);
  }
}

TEST_CASE("a definition that cannot be read is told by name", "[lost]") {
  for (const auto& id : Installation().definitions()) {
    const Installation installation;
    Installation::replace(installation.definition(id), "<group ", "<gruop ");
    isTold(look(installation, Office::afterDemo()), id);
  }
}

TEST_CASE("a definition whose place is not in the outline is told by name", "[lost]") {
  for (const auto& id : Installation().definitions()) {
    const Installation installation;
    installation.misplace(id, "V");
    isTold(look(installation, Office::afterDemo()), id);
  }
}

TEST_CASE("a place that the outline no longer has is told with what stood there", "[lost]") {
  const Installation installation;
  Installation::replace(installation.schemas() / "report-outline.xml", "<place id=\"II.5\"", "<place id=\"II.9\"");
  isTold(look(installation, Office::afterDemo()), "finance.budget");
}

TEST_CASE("a department that is gone is told with each of its sections", "[lost]") {
  const Installation installation;
  fs::remove_all(installation.plugins() / "home_affairs");
  const auto seen = look(installation, Office::afterDemo());
  for (const auto* id : {"home_affairs.organization", "home_affairs.civil_service", "home_affairs.scoring"})
    isTold(seen, id);
}

TEST_CASE("a draft of an incomplete report is made on request, and says what it lacks", "[lost]") {
  const Installation installation;
  fs::remove(installation.definition("finance.budget"));
  const auto office = Office::afterDemo();
  const auto report = (office / "report.xml").string();
  CHECK(installation.run(office.store(), on({"consolidate", "--incomplete", "-o", report})).status == 0);
  const auto xml = contentOf(report);
  CHECK(xml.find(" complete=\"no\"") != std::string::npos);
  CHECK(xml.find("<section definition=\"finance.budget\"") != std::string::npos);
  CHECK(xml.find(" why=\"no-definition\"") != std::string::npos);
  CHECK(installation.run(office.store(), {"render", report, "-o", (office / "report.html").string()}).status == 0);
  const auto html = contentOf(office / "report.html");
  const auto notice = html.substr(html.find("Dự thảo chưa đầy đủ"), 900);
  CHECK(notice.find("Cải cách tài chính công") != std::string::npos);
  CHECK(notice.find("không có biểu mẫu") != std::string::npos);
}

TEST_CASE("what the office leaves out on purpose is told, and issued", "[lost]") {
  const Installation installation;
  Installation::replace(installation.schemas() / "report-outline.xml", "</outline>",
                        "<left-out definition=\"finance.budget\" group=\"autonomy\" by=\"Chánh Văn phòng\" "
                        "at=\"2023-08-28T02:00:00Z\" reason=\"Báo cáo riêng\"/></outline>");
  const auto office = Office::afterDemo();
  const auto seen = look(installation, office);
  CHECK(seen.consolidate.status == 0);
  CHECK(seen.issue.status == 0);
  const auto xml = contentOf(office / "report.xml");
  CHECK(xml.find("<part definition=\"finance.budget\" place=\"group:autonomy\"") != std::string::npos);
  CHECK(xml.find("by=\"Chánh Văn phòng\"") != std::string::npos);
  CHECK(xml.find("code=\"report.left-out\" severity=\"information\"") != std::string::npos);
  CHECK(xml.find("id=\"autonomy\"") == std::string::npos);
}

TEST_CASE("a library that is not there is told with its department, and a department without one is not", "[lost]") {
  const Installation installation;
  const auto store = Office::before();
  const auto whole = installation.run(store.store(), {"plugins"});
  INFO(whole.err << whole.out);
  CHECK(whole.status == 0);
  for (const auto& entry : fs::directory_iterator(installation.plugins() / "justice")) {
    if (entry.path().stem() == "justice") fs::remove(entry.path());
  }
  const auto missing = installation.run(store.store(), {"--lang", "en", "plugins"});
  isTold(missing, "plugin.library-missing");
  isTold(missing, "justice was installed with a library");
  // Its forms work all the same.
  CHECK(missing.out.find("justice.institutional") != std::string::npos);
  // A department of forms and texts alone.
  fs::remove(installation.plugins() / "justice/library.txt");
  CHECK(installation.run(store.store(), {"plugins"}).status == 0);
}

TEST_CASE("what the outline leaves out and nobody has is told with its line, and a name is no blank", "[lost]") {
  const auto leaveOut = [](const std::string& attributes) {
    auto installation = std::make_unique<Installation>();
    Installation::replace(installation->schemas() / "report-outline.xml", "</outline>",
                          "<left-out at=\"2023-08-28T02:00:00Z\" " + attributes + "/></outline>");
    return installation;
  };
  const auto office = Office::afterDemo();
  for (const auto& [attributes, code, told] : std::vector<std::array<std::string, 3>>{
           {"by=\"A\" definition=\"finance.budgett\"", "outline.unknown-definition", "finance.budget"},
           {"by=\"A\" definition=\"finance.budget\" group=\"autonomyy\"", "outline.unknown-group", "autonomy"}}) {
    const auto installation = leaveOut(attributes);
    const auto plugins = installation->run(office.store(), {"plugins"});
    isTold(plugins, code + ": report-outline.xml:");
    isTold(plugins, told);
    const auto made =
        installation->run(office.store(), on({"consolidate", "-o", (office / "report.xml").string(), "--replace"}));
    INFO(made.err);
    CHECK(made.err.find(code) != std::string::npos);
  }
  const auto blank = leaveOut("by=\"\u00a0 \" definition=\"finance.budget\"");
  CHECK(blank->run(office.store(), {"plugins"}).err.find("outline.structure: report-outline.xml:") == 0);
  const auto right = leaveOut("by=\"A\" definition=\"finance.budget\" group=\"autonomy\"");
  CHECK(right->run(office.store(), {"plugins"}).status == 0);
}
