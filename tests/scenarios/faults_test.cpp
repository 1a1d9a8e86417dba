// The faults of the source report: each is pointed out in the sample, in other figures with the same fault, and not
// once it is mended.
#include <algorithm>
#include <catch2/catch.hpp>
#include <pugixml.hpp>

#include "tests/scenarios/support/demo_folder.h"
#include "tests/scenarios/support/facts.h"

using namespace cchc::test;
using nlohmann::json;

namespace {

struct Expected {
  std::string code, severity, section, place;
  std::vector<std::string> said;  // in `what`: both figures or dates
};

json findingsOf(const Office& office) { return office.json({"check", "-u", "296", "-p", "2023-8T"}); }

// The findings with this code at this place ("" for any).
std::vector<json> at(const json& findings, const std::string& code, const std::string& section,
                     const std::string& place) {
  std::vector<json> found;
  for (const auto& finding : findings) {
    if (finding["code"] == code && finding["section"] == section + "/296/2023-8T" &&
        (place.empty() || finding["place"] == place))
      found.push_back(finding);
  }
  return found;
}

bool says(const json& finding, const std::vector<std::string>& parts) {
  const auto what = finding["what"].get<std::string>();
  return std::all_of(parts.begin(), parts.end(),
                     [&](const auto& part) { return what.find(part) != std::string::npos; });
}

bool pointsOut(const json& findings, const Expected& fault) {
  for (const auto& finding : at(findings, fault.code, fault.section, fault.place)) {
    if (finding["severity"] == fault.severity && says(finding, fault.said) &&
        !finding["fix"].get<std::string>().empty())
      return true;
  }
  return false;
}

// The sample after one section was given back and filled in otherwise.
class Changed {
 public:
  Changed(const std::string& section, const std::string& values) : office_(Office::afterDemo()) {
    change(section, values);
  }
  Changed& change(const std::string& section, const std::string& values, const std::string& unit = "296") {
    office_.returnSection(section, unit);
    office_.fill(section, values, unit);
    return *this;
  }
  json findings() const { return findingsOf(office_); }

 private:
  Office office_;
};

std::string field(const std::string& id, const std::string& value) {
  return "<field id=\"" + id + "\">" + value + "</field>";
}
std::string letter67(const std::string& title, const std::string& number = "67",
                     const std::string& date = "2023-02-14") {
  return "<document type=\"CV\" number=\"" + number + "\" issuer-code=\"UBND-TCKH\" date=\"" + date +
         "\" issuer=\"UBND huyện Bình Giang\" title=\"" + title + "\" role=\"issued\"/>";
}
std::string plan(const std::string& number, const std::string& date) {
  return "<document type=\"KH\" number=\"" + number + "\" issuer-code=\"UBND\" date=\"" + date +
         "\" issuer=\"UBND huyện Bình Giang\" title=\"về công tác tư pháp năm 2023\" for-year=\"2023\" "
         "role=\"issued\"/>";
}
// Rows of the register of documents: row id and document.
std::string registered(const std::vector<std::pair<std::string, std::string>>& rows) {
  std::string text;
  for (const auto& [row, document] : rows)
    text += "<row id=\"" + row + "\"><cell id=\"document\">" + document + "</cell></row>";
  return "<table id=\"documents\">" + text + "</table>";
}
std::string resolution(const std::string& number, const std::string& date) {
  return "<document type=\"NQ\" number=\"" + number + "\" issuer-code=\"TW\" date=\"" + date +
         "\" issuer=\"Ban Chấp hành Trung ương\" role=\"basis\"/>";
}
std::string guidance(const std::string& attributes) {
  return field("steering.guidance",
               "<document type=\"CV\" issuer-code=\"UBND-TCKH\" date=\"2022-12-30\" issuer=\"UBND huyện Bình Giang\" " +
                   attributes + " role=\"issued\"/>");
}

const std::string assessment = "office.assessment", digital = "culture.digital", justice = "justice.institutional",
                  finance = "finance.budget", organization = "home_affairs.organization",
                  differs = "core.stated-differs";

}  // namespace

TEST_CASE("check names each fault of the source report, with its place, both figures and how to mend it") {
  const auto office = Office::afterDemo();
  CHECK(office.run({"check", "-u", "296", "-p", "2023-8T"}).status == 1);
  const auto findings = findingsOf(office);
  const std::vector<Expected> faults{
      {differs, "warning", assessment, "online.commune_rate", {"97,26%", "97,6%"}},  // 1
      {differs, "warning", digital, "mail.rate", {"79,7%", "79,78%"}},               // 2
      {"justice.date-not-in-series",
       "warning",
       justice,
       "documents[kh08].document",
       {"08/KH-UBND ghi ngày 10/01/2021", "10/01/2023"}},  // 3
      {"justice.date-not-in-series",
       "warning",
       justice,
       "documents[kh11].document",
       {"11/KH-UBND ghi ngày 10/01/2022", "10/01/2023"}},                                                          // 3
      {differs, "warning", assessment, "digitised_rate", {"trên 97,22%", "tính được là 97,22%"}},                  // 4
      {"finance.number-missing", "warning", finance, "steering.guidance", {"30/12/2022", "điều hành ngân sách"}},  // 5
      {"finance.duplicate-reference",
       "information",
       finance,
       "",
       {"67/UBND-TCKH", "14/02/2023", "Văn bản đôn đốc thực hiện"}},  // 6
      {"core.document-date",
       "warning",
       organization,
       "party.resolutions",
       {"18-NQ/TW", "25/12/2017", "25/10/2017"}},  // 7
      {"core.document-date",
       "warning",
       organization,
       "party.resolutions",
       {"19-NQ/TW", "25/12/2017", "25/10/2017"}},  // 7
      {"finance.rate-without-base",
       "warning",
       finance,
       "revenue.own_rate",
       {"39,8%", "177 tỷ 357 triệu", "445,6 tỷ"}},  // 8
  };
  for (const auto& fault : faults) {
    INFO(fault.code << " " << fault.place);
    CHECK(pointsOut(findings, fault));
  }
  CHECK(findings.size() == faults.size());
}

TEST_CASE("the report prints the computed rate and keeps the stated one beside it") {
  pugi::xml_document report;
  REQUIRE(report.load_file((demoFolder() / "report.xml").c_str()));
  const auto indicator =
      report.select_node("//group[@definition='office.assessment']/indicator[@id='online.commune_rate']").node();
  CHECK(std::string(indicator.attribute("display").value()) == "97,6%");
  CHECK(indicator.child("value").child("rate").text().as_string() == std::string("97.60"));
  CHECK(indicator.child("stated").child("rate").text().as_string() == std::string("97.26"));
  // In the document itself; the internal annex of findings names both.
  auto text = textOfHtml(contentOf(demoFolder() / "report.html"));
  text.resize(text.find("TÀI LIỆU NỘI BỘ"));
  CHECK(text.find("97,6%") != std::string::npos);
  CHECK(text.find("97,26") == std::string::npos);
  CHECK(text.find("79,78%") != std::string::npos);
}

TEST_CASE("fault 1: a stated commune rate that the communes' figures do not give") {
  CHECK(pointsOut(Changed(assessment, field("online.commune_rate", "97.28")).findings(),
                  {differs, "warning", assessment, "online.commune_rate", {"97,28%", "97,6%"}}));
  CHECK(at(Changed(assessment, field("online.commune_rate", "97.6")).findings(), differs, assessment,
           "online.commune_rate")
            .empty());
  CHECK(at(Changed(assessment, field("online.commune_rate", "")).findings(), differs, assessment, "online.commune_rate")
            .empty());
}

TEST_CASE("fault 1: one commune's other figures change the rate that a stated one is held against") {
  Changed changed(assessment, field("online.commune_rate", "97.6"));
  changed.change("office.commune", field("received.online", "1112") + field("received.direct", "535"), "10945");
  CHECK(pointsOut(changed.findings(), {differs, "warning", assessment, "online.commune_rate", {"97,6%", "94,75%"}}));
}

TEST_CASE("fault 2: a rate that was cut off instead of rounded") {
  CHECK(pointsOut(Changed(digital, field("mail.rate", "79.77")).findings(),
                  {differs, "warning", digital, "mail.rate", {"79,77%", "79,78%"}}));
  CHECK(pointsOut(
      Changed(digital, field("mail.active", "300") + field("mail.inactive", "71") + field("mail.rate", "80.8"))
          .findings(),
      {differs, "warning", digital, "mail.rate", {"80,8%", "80,86%"}}));
  for (const auto* right : {"79.78", "79.8", "80"}) {
    INFO(right);
    CHECK(at(Changed(digital, field("mail.rate", right)).findings(), differs, digital, "mail.rate").empty());
  }
}

TEST_CASE("fault 3: a plan's date that falls out of its series") {
  const std::string code = "justice.date-not-in-series";
  CHECK(pointsOut(Changed(justice, registered({{"kh13", plan("13", "2020-01-10")}})).findings(),
                  {code, "warning", justice, "documents[kh13].document", {"13/KH-UBND ghi ngày 10/01/2020"}}));
  const auto mended =
      Changed(justice, registered({{"kh08", plan("08", "2023-01-10")}, {"kh11", plan("11", "2023-01-10")}})).findings();
  CHECK(at(mended, code, justice, "").empty());
}

TEST_CASE("fault 3: a plan for the next year that is dated late in December is right") {
  const auto findings = Changed(justice, registered({{"kh04", plan("04", "2022-12-30")}})).findings();
  for (const auto& finding : at(findings, "justice.date-not-in-series", justice, ""))
    CHECK_FALSE(says(finding, {"30/12/2022"}));
}

TEST_CASE("fault 4: a rate that one section reaches and another says is exceeded") {
  CHECK(pointsOut(Changed(assessment, "<field id=\"digitised_rate\" qualifier=\"over\">98</field>").findings(),
                  {differs, "warning", assessment, "digitised_rate", {"trên 98%", "97,22%"}}));
  CHECK(at(Changed(assessment, field("digitised_rate", "97.22")).findings(), differs, assessment, "digitised_rate")
            .empty());
  CHECK(at(Changed(assessment, "<field id=\"digitised_rate\" qualifier=\"over\">97</field>").findings(), differs,
           assessment, "digitised_rate")
            .empty());
}

TEST_CASE("fault 5: a letter that lacks its number") {
  const std::string code = "finance.number-missing";
  const std::string decision =
      "<document type=\"QĐ\" issuer-code=\"UBND\" date=\"2022-12-29\" issuer=\"UBND huyện Bình Giang\" title=\"về việc "
      "giao tự chủ\" "
      "number-state=\"missing\" role=\"issued\"/>";
  CHECK(pointsOut(Changed(finance, field("autonomy.decision", decision)).findings(),
                  {code, "warning", finance, "autonomy.decision", {"29/12/2022", "giao tự chủ"}}));
  CHECK(at(Changed(finance, guidance("number=\"1215\" title=\"hướng dẫn điều hành ngân sách\"")).findings(), code,
           finance, "")
            .empty());
  CHECK(at(Changed(finance, guidance("number-state=\"not-cited\" title=\"hướng dẫn điều hành ngân sách\"")).findings(),
           code, finance, "")
            .empty());
}

TEST_CASE("fault 6: one letter cited with two titles is information") {
  const std::string code = "finance.duplicate-reference";
  CHECK(pointsOut(
      Changed(finance, field("audit.letter", letter67("về việc quyết toán chậm", "144", "2023-03-20"))).findings(),
      {code, "information", finance, "", {"144/UBND-TCKH", "20/3/2023", "quyết toán chậm"}}));
  const auto sameTitle = letter67("về việc đôn đốc thực hiện kết luận Kiểm toán Nhà nước khu vực VI");
  CHECK(at(Changed(finance, field("audit.letter", sameTitle)).findings(), code, finance, "").empty());
}

TEST_CASE("fault 7: a resolution with another date than it was issued on") {
  const std::string code = "core.document-date";
  const auto wrong =
      Changed(organization, field("party.resolutions", resolution("18", "2017-10-26") + resolution("19", "2017-10-25")))
          .findings();
  CHECK(
      pointsOut(wrong, {code, "warning", organization, "party.resolutions", {"18-NQ/TW", "26/10/2017", "25/10/2017"}}));
  CHECK(at(wrong, code, organization, "").size() == 1);
  const auto decree =
      "<document type=\"NĐ\" number=\"63\" year=\"2010\" issuer-code=\"CP\" date=\"2011-06-08\" issuer=\"Chính phủ\" "
      "role=\"basis\"/>";
  CHECK(
      pointsOut(Changed("office.procedures", field("control.basis", decree)).findings(),
                {code, "warning", "office.procedures", "control.basis", {"63/2010/NĐ-CP", "08/6/2011", "08/6/2010"}}));
  const auto right =
      Changed(organization, field("party.resolutions", resolution("18", "2017-10-25") + resolution("19", "2017-10-25")))
          .findings();
  CHECK(at(right, code, organization, "").empty());
}

TEST_CASE("fault 8: a rate against a target that is not stated") {
  const std::string code = "finance.rate-without-base";
  CHECK(pointsOut(Changed(finance, "<field id=\"revenue.own_rate\" denominator=\"unknown\">42.5</field>").findings(),
                  {code, "warning", finance, "revenue.own_rate", {"42,5%", "417,3 tỷ"}}));
  CHECK(at(Changed(finance, field("revenue.own_target", "445600000000")).findings(), code, finance, "").empty());
  CHECK(at(Changed(finance, field("revenue.own_rate", "")).findings(), code, finance, "").empty());
}
