// What version 0.1 made still opens, is read and consolidates to the same: tests/golden/version-0.1, whose README tells
// what each file is. Every test works on copies.
#include <catch2/catch.hpp>
#include <map>
#include <pugixml.hpp>
#include <regex>

#include "tests/scenarios/support/demo_folder.h"
#include "tests/scenarios/support/facts.h"
#include "tests/support/blanked_report.h"

namespace fs = std::filesystem;
using namespace cchc::test;

namespace {

const fs::path frozen = fs::path(CCHC_SOURCE) / "tests/golden/version-0.1";
const std::vector<std::string> ofBudget = {"finance.budget", "-u", "296", "-p", "2023-8T"};
const ReportAttribute consolidated = {"heading", "created"}, received = {"submission", "received"};

std::vector<std::string> with(std::vector<std::string> first, const std::vector<std::string>& then,
                              const std::vector<std::string>& more = {}) {
  first.insert(first.end(), then.begin(), then.end());
  first.insert(first.end(), more.begin(), more.end());
  return first;
}

std::string at(const std::string& file) { return (frozen / file).string(); }

// An office or department that works on a copy of a store of version 0.1.
Office onStore(const std::string& name) {
  auto office = Office::before();
  for (const auto* suffix : {"", "-wal", "-shm", ".backups"}) fs::remove_all(office.store().string() + suffix);
  fs::copy_file(frozen / (name + ".sqlite"), office.store());
  return office;
}

void requireSignatures(const Office& office) { fs::copy(frozen / "trust", office.store().string() + ".trust"); }

// The state in which the journal leaves each section, as the store names it.
std::map<std::string, std::string> statesOf(const Office& office) {
  std::map<std::string, std::string> states;
  for (const auto& entry : office.json({"journal", "show"})) {
    const std::string state = entry["new"];
    if (entry["place"] == "state") states[entry["section"]] = state.substr(0, state.find(':'));
  }
  return states;
}

void checkAllSections(const Office& office, const std::string& state) {
  const auto states = statesOf(office);
  CHECK(states.size() == 27);
  for (const auto& [section, now] : states) {
    INFO(section);
    CHECK(now == state);
  }
}

// The state of finance.budget after all, and what the last change of state said.
std::string lastOfBudget(const Office& office) {
  std::string last;
  for (const auto& entry : office.json(with({"journal", "show"}, ofBudget))) {
    if (entry["place"] == "state") last = entry["new"];
  }
  return last;
}

// A later version may tell more of a section, and may name a state in other words.
void checkStatus(const Office& office, const std::string& name) {
  const auto then = nlohmann::json::parse(contentOf(frozen / "status" / (name + ".json")));
  const auto now = office.json({"status", "-p", "2023-8T"});
  REQUIRE(then.size() == 27);
  REQUIRE(now.size() == then.size());
  for (std::size_t i = 0; i < then.size(); ++i) {
    for (const auto& [key, value] : then[i].items()) {
      INFO(then[i]["definition"] << " " << then[i]["unit"] << " " << key);
      if (key != "state") CHECK(now[i].at(key) == value);
    }
  }
}

std::string changesSince(const std::string& report, const std::vector<ReportAttribute>& also) {
  return firstDifference(blankedReport(contentOf(frozen / "report.xml"), also), blankedReport(report, also));
}

// Received into a new office, each for the first time and without an error, and accepted.
void takeIn(const Office& office, const std::string& packages) {
  const auto files = office.json({"receive", at(packages)});
  CHECK(files.size() == 27);
  for (const auto& file : files) {
    INFO(file["file"] << " " << file["refusal"]);
    CHECK(file["result"] == "stored");
    CHECK(file["errors"] == 0);
  }
  office.done({"accept", "--all", "-u", "296", "-p", "2023-8T"});
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto place = text.find(from);
  REQUIRE(place != std::string::npos);
  return text.replace(place, from.size(), to);
}

}  // namespace

TEST_CASE("each store of version 0.1 opens, its journal is whole, and its status is told as then", "[frozen]") {
  for (const auto& [name, state] : std::map<std::string, std::string>{
           {"departments", "submitted"}, {"office", "in-report"}, {"office-issued", "issued"}}) {
    INFO(name);
    const auto office = onStore(name);
    CHECK(office.json({"journal", "verify"}).empty());
    checkStatus(office, name);
    checkAllSections(office, state);
  }
}

TEST_CASE("the office's store of version 0.1 gives the report that it gave then, and is issued", "[frozen]") {
  const auto office = onStore("office");
  CHECK(changesSince(office.consolidate(), {consolidated}) == "");
  office.done({"issue", "-u", "296", "-p", "2023-8T"});
  checkAllSections(office, "issued");
  CHECK(office.json({"journal", "verify"}).empty());
}

TEST_CASE("the demonstration gives the report of version 0.1, to the second", "[frozen]") {
  CHECK(changesSince(contentOf(demoFolder() / "report.xml"), {}) == "");
}

TEST_CASE("what version 0.1 issued stays issued, locked, and gives the same report", "[frozen]") {
  const auto office = onStore("office-issued");
  const auto values = (sampleFolder() / "values" / "finance.budget.xml").string();
  for (const auto& [arguments, code] : {std::pair{with({"return"}, ofBudget, {"--reason", "x"}), "section.transition"},
                                        {with({"accept"}, ofBudget), "section.transition"},
                                        {with({"ask-return"}, ofBudget, {"--reason", "x"}), "section.transition"},
                                        {with({"fill"}, ofBudget, {values}), "section.locked"}}) {
    const auto outcome = office.run(arguments);
    INFO(arguments.front() << ": " << outcome.err);
    CHECK(outcome.status == 1);
    CHECK(outcome.err.rfind(std::string(code) + ": ", 0) == 0);
    CHECK(outcome.err.find("Lãnh đạo Văn phòng mẫu") != std::string::npos);  // who issued it
  }
  for (const auto& file : office.json({"receive", at("packages")})) CHECK(file["result"] == "known");
  CHECK(changesSince(office.consolidate(), {consolidated}) == "");
  checkAllSections(office, "issued");
  CHECK(office.json({"journal", "verify"}).empty());
}

TEST_CASE("packages of version 0.1 are received and accepted, and consolidate to the report of then", "[frozen]") {
  const auto office = Office::before();
  takeIn(office, "packages");
  CHECK(changesSince(office.consolidate(), {consolidated, received}) == "");
}

TEST_CASE(
    "signed packages of version 0.1 hold against the trust list of then, and the report is the same but for the "
    "signers",
    "[frozen]") {
  const auto office = Office::before();
  std::vector<std::string> verify = {"verify", "--trust", at("trust")};
  for (const auto& entry : fs::directory_iterator(frozen / "packages-signed")) verify.push_back(entry.path().string());
  office.done(verify);
  requireSignatures(office);
  CHECK(office.run({"receive", at("packages/296_finance.budget_2023-8T_lan1.cchc")}).err.find("signature.missing") !=
        std::string::npos);
  takeIn(office, "packages-signed");

  const auto report = office.consolidate();
  std::map<std::string, std::string> nameOf;
  for (const auto& line : nlohmann::json::parse(contentOf(frozen / "status" / "office.json")))
    nameOf[line["reporter"]] = line["name"];
  pugi::xml_document document;
  REQUIRE(document.load_string(report.c_str()));
  std::size_t signers = 0;
  for (const auto line : document.child("report").child("provenance").children("submission")) {
    const std::string reporter = line.attribute("reporter").value();
    INFO(reporter);
    const std::string body = line.attribute("definition").value() == std::string("office.commune")
                                 ? "Ủy ban nhân dân " + nameOf.at(reporter)
                                 : nameOf.at(reporter);
    CHECK(line.attribute("signer").value() == body + " (mẫu)");
    ++signers;
  }
  CHECK(signers == 27);
  const auto unsignedOne = std::regex_replace(report, std::regex(" signer=\"[^\"]*\""), "");
  CHECK(changesSince(unsignedOne, {consolidated, received}) == "");
}

TEST_CASE(
    "whatever the report says is compared with that of version 0.1, but not digests, versions and findings' words",
    "[frozen]") {
  const auto then = contentOf(frozen / "report.xml");
  const auto changed = [&](const std::string& from, const std::string& to) {
    return changesSince(replaced(then, from, to), {consolidated, received});
  };
  CHECK(changesSince(then, {}) == "");
  CHECK(changed("<heading created=\"2023-08-28", "<heading created=\"2026-01-01") == "");
  CHECK(changed("received=\"2023-08-28", "received=\"2026-01-01") == "");
  CHECK(changed("period=\"2023-8T\" version=\"1\" id=\"heading\"", "period=\"2023-8T\" version=\"2\" id=\"heading\"") ==
        "");
  CHECK(changed("version=\"1\" title=\"Cải cách tài chính công\"", "version=\"2\" title=\"Cải cách tài chính công\"") ==
        "");
  CHECK(changed("digest=\"3560826a", "digest=\"00000000") == "");
  CHECK(changed("<what lang=\"vi\">Văn bản 08/KH-UBND ghi", "<what lang=\"vi\">Kế hoạch 08/KH-UBND ghi") == "");
  CHECK(changed("<fix lang=\"en\">Look at the original", "<fix lang=\"en\">Check the original") == "");
  CHECK(changed("change=\"45.78\"", "change=\"45.8\"") == "");

  CHECK(changed("<money>387425000000<", "<money>387425000001<") != "");
  CHECK(changed("display=\"387 tỷ 425 triệu đồng\"", "display=\"387,425 tỷ đồng\"") != "");
  CHECK(changed("là 387 tỷ 425 triệu đồng. Trong", "là 388 tỷ đồng. Trong") != "");
  CHECK(changed("unit-name=\"xã Vĩnh Hưng\"", "unit-name=\"xã Hùng Thắng\"") != "");
  CHECK(changed("reporter=\"296.TCKH\"", "reporter=\"296.TP\"") != "");
  CHECK(changed("submitted=\"2023-08-28", "submitted=\"2023-08-29") != "");
  CHECK(changed("severity=\"warning\"", "severity=\"error\"") != "");
  CHECK(changed("code=\"core.document-date\"", "code=\"core.date\"") != "");
  CHECK(changed("    <finding ", "   <finding ") != "");
  CHECK(changed("minor=\"0\"", "minor=\"1\"") == "");
  CHECK(changed("</report>", "") != "");
}

TEST_CASE("a figure that is changed in the store of version 0.1 is noticed in its report", "[frozen]") {
  const auto office = onStore("office");
  office.correct("finance.budget", "<field id=\"revenue.target\">387425000001</field>");
  const auto difference = changesSince(office.consolidate(), {consolidated, received, {"submission", "submitted"}});
  INFO(difference);
  CHECK(difference.find("387.425.000.001 đồng") != std::string::npos);
}

TEST_CASE("a return of version 0.1 is taken by the departments' store, with its reason and remarks", "[frozen]") {
  const auto departments = onStore("departments");
  std::string file = "notices/return.xml", decided = "decided by Văn phòng mẫu";
  SECTION("not signed") {}
  SECTION("signed, where signatures are required") {
    requireSignatures(departments);
    CHECK(departments.run({"receive", at(file)}).err.find("signature.missing") != std::string::npos);
    file = "notices/return-signed.xml";
    decided += ", Ủy ban nhân dân huyện Bình Giang (mẫu)";
  }
  CHECK(departments.json({"receive", at(file)})[0]["result"] == "returned");
  CHECK(lastOfBudget(departments) == "returned: Đề nghị đối chiếu lại số thu ngân sách");
  std::map<std::string, std::string> remarks;
  bool decidedByOffice = false;
  for (const auto& entry : departments.json(with({"journal", "show"}, ofBudget))) {
    const std::string place = entry["place"];
    if (place.starts_with("remark:")) remarks[place] = entry["new"];
    decidedByOffice = decidedByOffice || entry["new"] == decided;
  }
  CHECK(remarks ==
        std::map<std::string, std::string>{{"remark:recommendations[settlement].references", "Dẫn hai lần một văn bản"},
                                           {"remark:revenue.target", "Chưa khớp với quyết định giao dự toán"}});
  CHECK(decidedByOffice);
  CHECK(departments.json({"journal", "verify"}).empty());
}

TEST_CASE("a receipt of version 0.1 is taken by the departments' store", "[frozen]") {
  const auto departments = onStore("departments");
  std::string file = "notices/receipt.xml", signer;
  SECTION("not signed") {}
  SECTION("signed, and held against the trust list of then") {
    requireSignatures(departments);
    file = "notices/receipt-signed.xml";
    signer = "Ủy ban nhân dân huyện Bình Giang (mẫu)";
  }
  CHECK(departments.json({"receive", at(file)})[0]["result"] == "receipt");
  const auto line = departments.json(with({"history"}, ofBudget))[0];
  CHECK(line["receipt"] == "2023-08-28T13:00:00Z");
  CHECK(line["receipt_by"] == "Văn phòng mẫu");
  CHECK(line["receipt_signer"] == signer);
}

TEST_CASE("a request of version 0.1 for a return is taken by the office, and its refusal by the departments' store",
          "[frozen]") {
  const auto office = Office::before();
  office.done({"receive", at("packages/296_finance.budget_2023-8T_lan1.cchc")});
  CHECK(office.json({"receive", at("notices/ask-return.xml")})[0]["result"] == "return-asked");
  CHECK(lastOfBudget(office) == "return-asked: Nhập nhầm số thu");

  const auto departments = onStore("departments");
  departments.done(with({"ask-return"}, ofBudget, {"--reason", "Nhập nhầm số thu"}));
  CHECK(departments.json({"receive", at("notices/refuse-return.xml")})[0]["result"] == "return-refused");
  CHECK(lastOfBudget(departments) == "submitted: Đã đúng với quyết định");
}

TEST_CASE("a workbook of version 0.1 reads back to the values of then", "[frozen]") {
  const auto office = Office::before();
  for (const auto& [unit, section] :
       {std::pair<std::string, std::string>{"10945", "office.commune"}, {"296", "justice.institutional"}}) {
    const auto name = "workbooks/" + unit + "_" + section;
    const std::vector<std::string> key = {section, "-u", unit, "-p", "2023-8T"};
    office.done(with({"fill"}, key, {at(name + ".xlsx")}));
    CHECK(firstDifference(contentOf(frozen / (name + ".values.xml")), office.done(with({"show"}, key))) == "");
  }
}

TEST_CASE("the report that version 0.1 signed holds, and its document says every fact that it said", "[frozen]") {
  const TemporaryFolder folder;
  const auto html = (folder / "report.html").string();
  const auto outcome = cchc::test::cchc({"verify", at("report-signed.xml"), "--trust", at("trust")});
  CHECK(outcome.status == 0);
  CHECK(outcome.out.find("Ủy ban nhân dân huyện Bình Giang (mẫu)") != std::string::npos);
  for (const auto* name : {"report.xml", "report-signed.xml"}) {
    REQUIRE(cchc::test::cchc({"render", at(name), "-o", html}).status == 0);
    const auto now = factsOf(textOfHtml(contentOf(html)));
    const auto then = factsOf(textOfHtml(contentOf(frozen / "report.html")));
    CHECK(then.size() > 150);
    for (const auto& fact : then) {
      INFO(fact);
      CHECK(now.contains(fact));
    }
  }
}
