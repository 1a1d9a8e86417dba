// Submissions without a file, packages that are inspected before they are signed, and the pages of help.
#include <catch2/catch.hpp>
#include <set>

#include "core/app/send/package_summary.h"
#include "core/app/send/submit.h"
#include "core/presentation/window/help.h"
#include "tests/core/presentation/sample.h"

using namespace cchc;
using namespace cchc::presentation;
using test::Department;

TEST_CASE("into a shared store a section is submitted without any file") {
  Department department;
  std::vector<Finding> blocking;
  const auto sent = submitSection(department.suite(), Department::budget(), {}, blocking);
  REQUIRE(sent);
  const auto kept = department.suite().store.submission(Department::budget(), 0);
  REQUIRE(kept);
  REQUIRE(kept->has_value());
  CHECK((*kept)->package == sent->package);
  CHECK((*department.suite().store.section(Department::budget()))->state == SectionState::submitted);
}

TEST_CASE(
    "a package can be inspected without being received: whose it is, its values, its findings, that it is unsigned") {
  Department department;
  const test::TemporaryFolder folder;
  std::vector<Finding> blocking;
  REQUIRE(submitSection(department.suite(), Department::budget(), folder / "goi.cchc", blocking));
  const auto content = summarizePackage(department.suite(), folder / "goi.cchc");
  REQUIRE(content);
  CHECK(content->header.key == Department::budget());
  CHECK(content->reporterName == "Phòng Tài chính - Kế hoạch");
  CHECK(content->header.signer.empty());
  CHECK(content->header.submittedBy.name == "Lê Thị Mẫu");
  const auto rate = *content->definition->definition().fieldIndex("revenue.rate");
  CHECK_FALSE(content->evaluation.fields[rate].value().blank());
  CHECK_FALSE(content->findings.empty());
  test::write(folder / "hong.cchc", "<x/>");
  CHECK_FALSE(summarizePackage(department.suite(), folder / "hong.cchc"));
}

TEST_CASE(
    "every page of help is there in both languages, and plugins that were quarantined come first with the reason") {
  std::set<std::string> pages;
  for (int topic = 0; topic < helpTopics; ++topic) {
    for (const auto language : {Language::vi, Language::en}) {
      const auto html = helpHtml(static_cast<HelpTopic>(topic), {language});
      CHECK(html.size() > 60);
      CHECK(pages.insert(html).second);
    }
  }
  PluginState good, broken;
  good.id = "finance", good.title = {"Tài chính", "Finance"};
  broken.id = "old",
  broken.quarantined =
      Error{"plugin.other-version", "/p/old.so", {{"version", "0"}, {"expected", "1"}}, ErrorKind::refusal};
  CHECK(quarantinedIds({good}).empty());
  CHECK(quarantinedIds({good, broken}) == "old");
  const auto html = pluginsHtml({good, broken}, {Language::vi});
  CHECK(html.find("■ <b>old</b>") < html.find("✓ <b>Tài chính</b>"));
  CHECK(html.find("Phần mở rộng dùng giao diện lập trình bản 0, phần mềm cần bản 1") != std::string::npos);
}
