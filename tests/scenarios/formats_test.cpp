// Members of minor version 1 of the formats, from the file to the report; and the programs' answer to minor version 2.
#include <catch2/catch.hpp>

#include "tests/scenarios/support/demo_folder.h"

using namespace cchc::test;

namespace {

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

constexpr const char* procedures = "office.procedures";

}  // namespace

TEST_CASE("packages and values have minor version 0, a report has 1", "[format]") {
  const auto office = Office::afterDemo();
  CHECK(has(contentOf(demoPackage("finance.budget")), "<submission xmlns=\"urn:cchc:submission:1\" minor=\"0\">"));
  CHECK(has(office.consolidate(), "<report xmlns=\"urn:cchc:report:1\" minor=\"1\">"));
  CHECK(has(office.done({"show", "finance.budget", "-u", "296", "-p", "2023-8T"}),
            "<values xmlns=\"urn:cchc:values:1\">"));
}

TEST_CASE("figures that the office entered for a unit are marked at the office and in the report", "[format]") {
  const auto office = Office::before();
  const auto file = office / "entered.cchc";
  auto package = replaced(contentOf(demoPackage("finance.budget")), "minor=\"0\"", "minor=\"1\"");
  write(file, replaced(std::move(package), "</submitted>",
                       "</submitted><entered-for asked-by=\"Người đề nghị\" asked-on=\"2023-08-27\" by=\"296.VP\" "
                       "places=\"revenue.target\"></entered-for>"));
  office.done({"receive", file.string()});
  office.done({"accept", "finance.budget", "-u", "296", "-p", "2023-8T"});
  const auto report = office.consolidate();
  CHECK(has(report, "code=\"core.entered-for\" severity=\"information\""));
  CHECK(has(report, "place=\"revenue.target\""));
  CHECK(has(report, "theo đề nghị của Người đề nghị ngày 27/8/2023"));
  office.done({"journal", "verify"});
}

TEST_CASE("the base of a rate goes from a file of values into package and report", "[format]") {
  const auto office = Office::afterDemo();
  office.returnSection(procedures);
  const auto file = office / "values.xml";
  write(
      file,
      "<values xmlns=\"urn:cchc:values:1\" minor=\"1\"><field id=\"online_rate\" base=\"due\">96.55</field></values>");
  office.done({"fill", procedures, "-u", "296", "-p", "2023-8T", file.string()});
  const auto values = office.done({"show", procedures, "-u", "296", "-p", "2023-8T"});
  CHECK(has(values, "<values xmlns=\"urn:cchc:values:1\" minor=\"1\">"));
  CHECK(has(values, "<field id=\"online_rate\" base=\"due\">96.55</field>"));
  const auto package = office.submit(procedures, "procedures.cchc");
  CHECK(has(contentOf(package), "minor=\"1\">"));
  CHECK(has(contentOf(package), "<field base=\"due\" id=\"online_rate\">96.55</field>"));
  office.done({"accept", procedures, "-u", "296", "-p", "2023-8T"});
  const auto report = office.consolidate();
  CHECK(has(report, "<report xmlns=\"urn:cchc:report:1\" minor=\"1\">"));
  CHECK(has(report, " base=\"due\""));
  CHECK(has(office.render(), "<html"));
}

TEST_CASE("files of minor version 2 are refused with the advice to update", "[format]") {
  const auto office = Office::afterDemo();
  const auto package = office / "later.cchc", values = office / "later.xml", report = office / "report-later.xml";
  write(package, replaced(contentOf(demoPackage("finance.budget")), "minor=\"0\"", "minor=\"2\""));
  write(values, "<values xmlns=\"urn:cchc:values:1\" minor=\"2\"/>");
  write(report, replaced(office.consolidate(), "minor=\"1\"", "minor=\"2\""));
  for (const auto& arguments :
       std::vector<std::vector<std::string>>{{"receive", package.string()},
                                             {"fill", "finance.budget", "-u", "296", "-p", "2023-8T", values.string()},
                                             {"render", report.string(), "-o", (office / "later.html").string()},
                                             {"verify", report.string()}}) {
    INFO(arguments[0]);
    // Where the section has been sent, its state is the first reason.
    const auto outcome = (arguments[0] == "fill" ? Office::before() : office).run(arguments);
    CHECK(outcome.status == 1);
    CHECK(has(outcome.err, ".newer-format: "));
    CHECK(has(outcome.err, "Cập nhật phần mềm"));
  }
}
