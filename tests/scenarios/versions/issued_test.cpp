// An issued report keeps by digest what it used; it is read and checked again by that, whatever is installed later.
#include <catch2/catch.hpp>

#include "tests/scenarios/support/key_files.h"
#include "tests/scenarios/versions/labour.h"

namespace fs = std::filesystem;
using namespace cchc::test;
using nlohmann::json;

namespace {

bool has(const std::string& text, const std::string& wanted) { return text.find(wanted) != std::string::npos; }

// The report of 2024 of the province, issued with its file and signed.
class Issued : public Labour {
 public:
  Issued() {
    install("here", "jobs.xml", firstForm());
    prepare("here", "office.sqlite");
    for (const auto* unit : {"X1", "X2"}) {
      fill("here", "office.sqlite", unit, "Y2024", figure("people", "100") + figure("remark", "tốt"));
      submit("here", "office.sqlite", unit, "Y2024");
    }
    done({"accept", "--all", "-u", "T", "-p", "Y2024"});
    done({"consolidate", "--incomplete", "-u", "T", "-p", "Y2024", "-o", at("report.xml")});
    makeKey(keys_, "Văn phòng mẫu");
    done({"issue", "-u", "T", "-p", "Y2024", "--report", at("report.xml"), "--sign", (keys_ / "k.p12").string(),
          "--password-file", (keys_ / "password").string()});
  }
  // The form that is installed now has another title and lacks a field; it is in force in the same period.
  void change() const {
    auto other = secondForm("");
    other.replace(other.find("Việc làm"), std::string("Việc làm").size(), "Lao động");
    install("here", "jobs.xml", other);
    // The installation with this form alone: version 1 is what the store has.
  }
  std::string done(const std::vector<std::string>& arguments) const {
    return Labour::done("here", "office.sqlite", arguments);
  }
  json issued(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> arguments{"issued", "-u", "T", "-p", "Y2024"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return Labour::read("here", "office.sqlite", arguments);
  }
  std::string consolidated() const {
    done({"consolidate", "--incomplete", "-u", "T", "-p", "Y2024", "-o", at("again.xml"), "--replace"});
    return withoutTimes(contentOf(at("again.xml")));
  }

 private:
  TemporaryFolder keys_;
};

std::map<std::string, bool> sameness(const json& issued) {
  std::map<std::string, bool> same;
  for (const auto& file : issued["files"]) same[file["name"]] = file["same"];
  return same;
}

}  // namespace

TEST_CASE("an issued report says what it used, and whether that is what is installed") {
  const Issued round;
  auto all = round.issued({"--files"});
  REQUIRE(all.size() == 1);
  CHECK(all[0]["revision"] == 1);
  auto same = sameness(all[0]);
  for (const auto* name :
       {"definitions/labour.jobs-1.xml", "definitions/finance.budget-1.xml", "schemas/report-outline.xml",
        "schemas/central-documents.xml", "schemas/report-html.xsl", "plugins/finance/messages.tsv", "program"}) {
    INFO(name);
    REQUIRE(same.contains(name));
    CHECK(same[name]);
  }
  round.change();
  same = sameness(round.issued({"--files"})[0]);
  CHECK_FALSE(same["definitions/labour.jobs-1.xml"]);
  CHECK(same["schemas/report-outline.xml"]);
  CHECK(has(round.done({"issued", "-u", "T", "-p", "Y2024", "--files"}), "hiện không cài"));
  const auto none = round.run("here", "office.sqlite", {"issued", "-u", "T", "-p", "S2025"});
  CHECK(none.status == 1);
  CHECK(has(none.err, "issued.none"));
}

TEST_CASE("an issued report is consolidated and checked again by what it used, although another form is installed") {
  const Issued round;
  const auto before = round.consolidated();
  CHECK(round.issued({"--check"})[0]["reproduced"] == true);
  round.change();
  CHECK(round.consolidated() == before);
  CHECK(has(before, "id=\"people\""));
  CHECK(round.issued({"--check"})[0]["reproduced"] == true);
  for (const auto& finding : round.read("here", "office.sqlite", {"check", "-u", "T", "-p", "Y2024"}))
    CHECK(finding["code"] != "core.value-kept");
  // A single section is shown by the form that it was sent with.
  const auto shown = round.read("here", "office.sqlite", jobs("show", "X1", "Y2024"));
  CHECK(shown["version"] == 1);
  CHECK(shown["fields"] == json{{"people", "100"}, {"remark", "tốt"}});

  // The report itself is kept, and rendered by the style sheets that it used.
  round.done({"issued", "-u", "T", "-p", "Y2024", "-o", round.at("kept")});
  CHECK(contentOf(fs::path(round.at("kept")) / "report.xml") == contentOf(round.at("report.xml")));
  CHECK(has(contentOf(fs::path(round.at("kept")) / "definitions/labour.jobs-1.xml"), "id=\"remark\""));
  CHECK(has(contentOf(fs::path(round.at("kept")) / "report.html"), "200"));
}

TEST_CASE("a kept file whose name leads out of the folder is not written, and neither is any other") {
  for (const std::string name : {"../evil.xsl", "schemas/../../evil.xsl", "/tmp/../evil.xsl", "..\\evil.xsl"}) {
    const Issued round;
    INFO(name);
    REQUIRE(run("/usr/bin/sqlite3", {round.at("office.sqlite"), "UPDATE issued_file SET name = '" + name +
                                                                    "' WHERE name = 'schemas/report-html.xsl'"})
                .status == 0);
    const auto refused =
        round.run("here", "office.sqlite", {"issued", "-u", "T", "-p", "Y2024", "-o", round.at("out/kept")});
    CHECK(refused.status == 1);
    CHECK(has(refused.err, "issued.incomplete"));
    CHECK(has(refused.err, name));
    CHECK_FALSE(fs::exists(round.at("out")));
  }
}

TEST_CASE("once one of its sections is reopened, the report is made with what is installed now") {
  const Issued round;
  round.change();
  round.done(jobs("reopen", "X1", "Y2024", {"--reason", "Sửa số liệu"}));
  const auto all = round.issued();
  CHECK_FALSE(all[0]["reopened_at"].get<std::string>().empty());
  const auto now = round.consolidated();
  CHECK(has(now, "id=\"workers\""));
  CHECK(has(now, ">200<"));
  // What was issued can still be given again.
  round.done({"issued", "-u", "T", "-p", "Y2024", "-o", round.at("kept")});
  CHECK(contentOf(fs::path(round.at("kept")) / "report.xml") == contentOf(round.at("report.xml")));
  // The new form does not ask the remark, so a person confirms that the report goes out without it.
  round.done({"confirm-missing", "-u", "T", "-p", "Y2024", "--by", "Chánh Văn phòng"});
  round.done({"issue", "-u", "T", "-p", "Y2024"});
  const auto again = round.issued({"--files"});
  REQUIRE(again.size() == 2);
  CHECK(again[0]["revision"] == 2);
  CHECK(again[0]["reopened_at"] == "");
  CHECK(sameness(again[0]).contains("definitions/labour.jobs-2.xml"));
  CHECK_FALSE(again[1]["reopened_at"].get<std::string>().empty());
  CHECK(round.issued({"--revision", "1"}).size() == 1);
}

TEST_CASE("a check whose form has changed is computed again for the sections that are stored") {
  const Labour round;
  const auto withRule = [](const std::string& text) {
    auto xml = firstForm();
    const auto end = xml.find("</definition>");
    return xml.insert(end,
                      "<rule id=\"few\" severity=\"warning\"><left>people</left><operator>&gt;</operator>"
                      "<right>1000</right><message vi=\"" +
                          text + "\"/><fix vi=\"Xem lại\"/></rule>");
  };
  round.install("here", "jobs.xml", withRule("Ít người"));
  round.prepare("here", "commune.sqlite");
  round.prepare("here", "office.sqlite");
  round.fill("here", "commune.sqlite", "X1", "Y2024", figure("people", "100"));
  round.done("here", "office.sqlite", {"receive", round.submit("here", "commune.sqlite", "X1", "Y2024")});
  round.done("here", "office.sqlite", {"accept", "--all", "-u", "T", "-p", "Y2024"});
  const auto report = [&] {
    round.done("here", "office.sqlite",
               {"consolidate", "--incomplete", "-u", "T", "-p", "Y2024", "-o", round.at("report.xml")});
    return contentOf(round.at("report.xml"));
  };
  CHECK(has(report(), "Ít người"));
  round.install("here", "jobs.xml", withRule("Quá ít người"));
  CHECK(has(report(), "Quá ít người"));
  CHECK_FALSE(has(report(), "Ít người"));
}
