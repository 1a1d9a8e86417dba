// Between departments and office: sending, sending again, giving back, what is missing, and what the next period starts
// with.
#include <algorithm>
#include <catch2/catch.hpp>
#include <pugixml.hpp>
#include <random>

#include "core/base/texts.h"
#include "core/rendering/schema.h"
#include "tests/scenarios/support/demo_folder.h"
#include "tests/scenarios/support/facts.h"
#include "tests/scenarios/support/report_index.h"

namespace fs = std::filesystem;
using namespace cchc::test;

namespace {

std::vector<std::string> packages() {
  std::vector<std::string> files;
  for (const auto& entry : fs::directory_iterator(demoFolder() / "packages")) files.push_back(entry.path().string());
  std::sort(files.begin(), files.end());
  return files;
}

void receive(const Office& office, std::vector<std::string> files) {
  files.insert(files.begin(), "receive");
  office.done(files);
}

std::string resultOf(const Office& office, const fs::path& package) {
  return office.json({"receive", package.string()})[0]["result"];
}

nlohmann::json statusOf(const Office& office, const std::string& definition, const std::string& unit = "296") {
  for (const auto& line : office.json({"status", "-p", "2023-8T"})) {
    if (line["definition"] == definition && line["unit"] == unit) return line;
  }
  return {};
}

pugi::xml_node provenance(const pugi::xml_document& report, const std::string& definition) {
  return report.select_node(("//provenance/submission[@definition='" + definition + "']").c_str()).node();
}

std::string target(const std::string& report) {
  return indexReport(report).values.at("finance.budget/revenue.target").printed;
}
const std::string newTarget = "<field id=\"revenue.target\">400000000000</field>";
const std::string newTargetPrinted = "400 tỷ đồng", oldTargetPrinted = "387 tỷ 425 triệu đồng";

}  // namespace

TEST_CASE("the order in which packages come in does not change the report") {
  const auto inOrder = Office::before();
  receive(inOrder, {(demoFolder() / "packages").string(), "--threads", "2"});
  inOrder.done({"accept", "--all", "-u", "296", "-p", "2023-8T"});
  const auto report = withoutTimes(inOrder.consolidate());

  std::mt19937 random(7);
  for (int time = 0; time < 2; ++time) {
    auto files = packages();
    for (std::size_t i = files.size() - 1; i > 0; --i) std::swap(files[i], files[random() % (i + 1)]);
    const auto office = Office::before();
    receive(office, {files.begin(), files.begin() + 9});
    receive(office, {files.begin() + 9, files.end()});
    office.done({"accept", "--all", "-u", "296", "-p", "2023-8T"});
    const bool same = withoutTimes(office.consolidate()) == report;
    CHECK(same);
  }
  const bool sameAsDemo = withoutTimes(contentOf(demoFolder() / "report.xml")) == report;
  CHECK(sameAsDemo);
}

TEST_CASE("submitting again what did not change gives the same package, which the office knows") {
  const auto departments = Office::departments();
  const auto journal = departments.json({"journal", "show", "finance.budget", "-u", "296", "-p", "2023-8T"});
  const auto again = departments.submit("finance.budget", "again.cchc");
  const bool same = contentOf(again) == contentOf(demoPackage("finance.budget"));
  CHECK(same);
  CHECK(departments.json({"journal", "show", "finance.budget", "-u", "296", "-p", "2023-8T"}) == journal);

  const auto office = Office::afterDemo();
  const auto before = office.json({"status", "-p", "2023-8T"});
  const auto report = withoutTimes(office.consolidate());
  CHECK(resultOf(office, again) == "known");
  CHECK(office.json({"status", "-p", "2023-8T"}) == before);
  CHECK((withoutTimes(office.consolidate()) == report));
}

TEST_CASE("what must be filled in blocks submission while it is blank, and nothing is written") {
  const auto departments = Office::departments();
  departments.returnSection("finance.budget");
  departments.fill("finance.budget", "<field id=\"revenue.target\"/>");
  const auto file = departments / "blocked.cchc";
  const auto refused = departments.run({"submit", "finance.budget", "-u", "296", "-p", "2023-8T", "-o", file.string()});
  CHECK(refused.status == 1);
  CHECK(refused.err.find("core.required: finance.budget/296/2023-8T/revenue.target") != std::string::npos);
  CHECK(refused.err.find("submit.blocked") != std::string::npos);
  CHECK(!std::filesystem::exists(file));
  CHECK(departments.json({"show", "finance.budget", "-u", "296", "-p", "2023-8T"})["revision"] == 1);
}

TEST_CASE("a return travels as a file to a department with no network, and its revision travels back") {
  const auto departments = Office::departments();
  const auto office = Office::afterDemo();
  const auto notice = office / "tra-lai.cchc";
  office.done({"return", "finance.budget", "-u", "296", "-p", "2023-8T", "--reason", "Chỉ tiêu chưa khớp <quyết định>",
               "-o", notice.string()});
  CHECK(run("/usr/bin/xmllint", {"--noout", "--schema", CCHC_SOURCE "/schemas/return.xsd", notice.string()}).status ==
        0);
  CHECK(resultOf(departments, notice) == "returned");
  const auto shown = departments.json({"show", "finance.budget", "-u", "296", "-p", "2023-8T"});
  CHECK(shown["state"] == "returned");
  CHECK(shown["reason"] == "Chỉ tiêu chưa khớp <quyết định>");
  CHECK(resultOf(departments, notice) == "known");  // again: nothing changes
  departments.fill("finance.budget", newTarget);
  CHECK(resultOf(departments, notice) == "known");  // and what is being mended stays
  CHECK(resultOf(office, departments.submit("finance.budget", "second.cchc")) == "stored");
  CHECK(resultOf(departments, notice) == "known");
  CHECK(departments.json({"show", "finance.budget", "-u", "296", "-p", "2023-8T"})["state"] == "submitted");
  // Where it was not sent from, it is refused.
  CHECK(Office::before().run({"receive", notice.string()}).err.find("section.not-begun") != std::string::npos);
  auto text = contentOf(notice);
  text.replace(text.find("digest=\"") + 8, 64, std::string(64, '0'));
  write(office / "other.cchc", text);
  CHECK(Office::departments().run({"receive", (office / "other.cchc").string()}).err.find("return.other-submission") !=
        std::string::npos);
}

TEST_CASE("an issued report locks its sections, and one is reopened with a reason") {
  const auto office = Office::afterDemo();
  office.done({"issue", "-u", "296", "-p", "2023-8T"});
  CHECK(statusOf(office, "finance.budget")["state"] == "Đã phát hành");
  CHECK(office.run({"return", "finance.budget", "-u", "296", "-p", "2023-8T", "--reason", "muộn"}).status == 1);
  CHECK(office.run({"issue", "-u", "296", "-p", "2023-8T"}).err.find("section.none-in-report") != std::string::npos);
  office.done({"reopen", "finance.budget", "-u", "296", "-p", "2023-8T", "--reason", "Cấp trên yêu cầu sửa chỉ tiêu"});
  CHECK(statusOf(office, "finance.budget")["state"] == "Đã đưa vào báo cáo");
  office.done({"return", "finance.budget", "-u", "296", "-p", "2023-8T", "--reason", "Sửa chỉ tiêu"});
  const auto journal =
      office.json({"journal", "show", "finance.budget", "-u", "296", "-p", "2023-8T", "--field", "state"});
  CHECK(journal.dump().find("Cấp trên yêu cầu sửa chỉ tiêu") != std::string::npos);
}

TEST_CASE("a section that was given back is mended and its second revision replaces the first") {
  const auto departments = Office::departments();
  departments.done(
      {"return", "finance.budget", "-u", "296", "-p", "2023-8T", "--reason", "Chỉ tiêu chưa khớp quyết định giao"});
  const auto shown = departments.json({"show", "finance.budget", "-u", "296", "-p", "2023-8T"});
  CHECK(shown["state"] == "returned");
  CHECK(shown["reason"] == "Chỉ tiêu chưa khớp quyết định giao");
  departments.fill("finance.budget", newTarget);
  const auto second = departments.submit("finance.budget", "second.cchc");

  const auto office = Office::afterDemo();
  CHECK(resultOf(office, second) == "stored");
  CHECK(statusOf(office, "finance.budget")["revision"] == 2);
  // Not yet reviewed: the accepted revision still stands in the report, unless what is unreviewed is asked for.
  CHECK(target(office.consolidate()) == oldTargetPrinted);
  pugi::xml_document unreviewed;
  const auto withUnreviewed = office.consolidate({"--include-unreviewed"});
  REQUIRE(unreviewed.load_string(withUnreviewed.c_str()));
  CHECK(target(withUnreviewed) == newTargetPrinted);
  CHECK(std::string(provenance(unreviewed, "finance.budget").attribute("reviewed").value()) == "no");
  CHECK(std::string(provenance(unreviewed, "office.tasks").attribute("reviewed").value()) == "yes");

  office.done({"accept", "finance.budget", "-u", "296", "-p", "2023-8T"});
  const auto report = office.consolidate();
  CHECK(target(report) == newTargetPrinted);
  pugi::xml_document document;
  REQUIRE(document.load_string(report.c_str()));
  CHECK(provenance(document, "finance.budget").attribute("revision").as_int() == 2);
  CHECK(std::string(provenance(document, "finance.budget").attribute("reviewed").value()) == "yes");
}

TEST_CASE("a return needs its reason") {
  const auto office = Office::afterDemo();
  CHECK(office.run({"return", "finance.budget", "-u", "296", "-p", "2023-8T"}).status == 2);
  const auto outcome = office.run({"return", "finance.budget", "-u", "296", "-p", "2023-8T", "--reason", " "});
  CHECK(outcome.status == 2);
  CHECK(outcome.err.rfind("return.reason: ", 0) == 0);
}

TEST_CASE("what was submitted cannot be edited before it is given back") {
  const auto office = Office::afterDemo();
  write(office / "values.xml", valuesFile(newTarget));
  const auto outcome =
      office.run({"fill", "finance.budget", "-u", "296", "-p", "2023-8T", (office / "values.xml").string()});
  CHECK(outcome.status == 1);
  CHECK(outcome.err.rfind("section.locked: ", 0) == 0);
  CHECK(target(office.consolidate()) == oldTargetPrinted);
}

TEST_CASE("an older revision that comes in after a newer one is history") {
  const auto departments = Office::departments();
  departments.returnSection("finance.budget");
  departments.fill("finance.budget", newTarget);
  const auto second = departments.submit("finance.budget", "second.cchc");

  const auto office = Office::before();
  CHECK(resultOf(office, second) == "stored");
  office.done({"accept", "finance.budget", "-u", "296", "-p", "2023-8T"});
  CHECK(resultOf(office, demoPackage("finance.budget")) == "stored");
  const auto status = statusOf(office, "finance.budget");
  CHECK(status["revision"] == 2);
  CHECK(target(office.consolidate()) == newTargetPrinted);
  CHECK(target(office.consolidate({"--include-unreviewed"})) == newTargetPrinted);
}

TEST_CASE("a report with missing sections is possible and says so") {
  const auto office = Office::before();
  receive(office, {demoPackage("finance.budget").string(), demoPackage("office.commune", "10945").string(),
                   demoPackage("office.commune", "10996").string()});
  office.done({"accept", "--all", "-u", "296", "-p", "2023-8T"});
  CHECK(office.done({"status", "-p", "2023-8T"}).find("đơn vị 3/21, phần 3/27") != std::string::npos);
  const auto said = office.done(
      {"consolidate", "--incomplete", "-u", "296", "-p", "2023-8T", "-o", (office / "report.xml").string()});
  CHECK(said.find("đơn vị 3/21, phần 3/27") != std::string::npos);
  CHECK(said.find("Chưa có: xã Vĩnh Hưng, ") != std::string::npos);

  const auto report = contentOf(office / "report.xml");
  const auto valid = cchc::validate(report, fs::path(CCHC_SOURCE) / "schemas" / "report.xsd", "report.xml");
  INFO((valid ? "" : cchc::messageLine(valid.error(), cchc::Language::en)));
  CHECK(valid);
  pugi::xml_document document;
  REQUIRE(document.load_string(report.c_str()));
  const auto heading = document.child("report").child("heading");
  CHECK(heading.attribute("complete").value() == std::string("no"));
  CHECK(heading.child("coverage").attribute("present-sections").as_int() == 3);
  CHECK(document.select_nodes("//missing/section").size() == 24);
  CHECK(document.select_nodes("//missing/section[@definition='office.commune']").size() == 14);
  const auto text = textOfHtml(office.render());
  CHECK(text.find("Dự thảo chưa đầy đủ") != std::string::npos);
  CHECK(text.find("3/27 phần") != std::string::npos);
}

TEST_CASE("nothing accepted is no report, and unreviewed sections can be asked for and are marked") {
  const auto office = Office::before();
  receive(office, packages());
  const auto none =
      office.run({"consolidate", "--incomplete", "-u", "296", "-p", "2023-8T", "-o", (office / "report.xml").string()});
  CHECK(none.status == 1);
  CHECK(none.err.rfind("consolidate.nothing: ", 0) == 0);
  CHECK_FALSE(fs::exists(office / "report.xml"));

  office.done({"accept", "office.tasks", "-u", "296", "-p", "2023-8T"});
  pugi::xml_document document;
  const auto report = office.consolidate({"--include-unreviewed"});
  REQUIRE(document.load_string(report.c_str()));
  CHECK(document.select_nodes("//provenance/submission[@reviewed='no']").size() == 26);
  CHECK(document.select_nodes("//provenance/submission[@reviewed='yes']").size() == 1);
  CHECK(std::string(provenance(document, "office.tasks").attribute("reviewed").value()) == "yes");
}

TEST_CASE("receive --watch takes in what lies in a folder and tidies it") {
  const auto office = Office::before();
  const auto inbox = office / "inbox";
  fs::create_directory(inbox);
  for (const auto& file : packages()) fs::copy_file(file, inbox / fs::path(file).filename());
  write(inbox / "hỏng.cchc", "không phải XML");
  const auto outcome = office.run({"receive", inbox.string(), "--watch", "--once", "--every", "20"});
  CHECK(outcome.status == 1);
  CHECK(outcome.out.find("Đã nhận 27, đã có từ trước 0, từ chối 1") != std::string::npos);
  CHECK(std::distance(fs::directory_iterator(inbox / "archive"), fs::directory_iterator()) == 27);
  CHECK(fs::exists(inbox / "refused" / "hỏng.cchc.txt"));
  CHECK(std::distance(fs::directory_iterator(inbox / "receipts"), fs::directory_iterator()) == 27);
  std::vector<std::string> left;
  for (const auto& entry : fs::directory_iterator(inbox)) left.push_back(entry.path().filename().string());
  std::sort(left.begin(), left.end());
  CHECK(left == std::vector<std::string>{".cchc-inbox.lock", "archive", "receipts", "refused"});
}
