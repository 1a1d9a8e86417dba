// A form that is asked until a day, or of some forms of units alone.
#include <catch2/catch.hpp>

#include "tests/scenarios/versions/labour.h"

using namespace cchc::test;
using nlohmann::json;

namespace {

bool has(const std::string& text, const std::string& wanted) { return text.find(wanted) != std::string::npos; }

std::size_t expected(const Labour& round, const std::string& installation, const std::string& period) {
  return round.read(installation, "office.sqlite", {"status", "-p", period}).size();
}

}  // namespace

TEST_CASE("assignments of what is not asked are told by name when they are imported, and the others are saved") {
  const Labour round;
  round.install("plain", "jobs.xml", firstForm());
  round.install("limited", "jobs.xml", firstForm("unit-forms=\"xã\" until=\"2025-06-30\""));
  round.prepare("plain", "units.sqlite");
  // In a store without assignments.
  for (const auto& [what, file] :
       std::vector<std::pair<std::string, std::string>>{{"units", "units.tsv"}, {"periods", "periods.tsv"}})
    round.done("limited", "office.sqlite", {what, "import", round.at(file)});
  const auto told = round.run("limited", "office.sqlite", {"assign", round.at("assignments.tsv")});
  INFO(told.err);
  CHECK(told.status == 1);
  CHECK(has(told.err, "assignment.other-form: labour.jobs/X2/Y2024"));
  CHECK(has(told.err, "phường Hai"));
  CHECK(has(told.err, "assignment.ended: labour.jobs/X1/S2025"));
  CHECK(has(told.err, "assignment.ended: labour.jobs/X2/S2025"));
  CHECK(has(told.err, "30/6/2025"));
  CHECK(expected(round, "limited", "Y2024") == 1);
  CHECK(expected(round, "limited", "S2025") == 0);
  // With another form of the program nothing was assigned behind one's back.
  CHECK(expected(round, "plain", "Y2024") == 1);
}

TEST_CASE("what was assigned or sent before the form ended is neither expected nor consolidated, and is kept") {
  const Labour round;
  round.install("plain", "jobs.xml", firstForm());
  round.prepare("plain", "office.sqlite");
  for (const auto* unit : {"X1", "X2"}) {
    round.fill("plain", "office.sqlite", unit, "Y2024", figure("people", "100"));
    round.submit("plain", "office.sqlite", unit, "Y2024");
  }
  round.done("plain", "office.sqlite", {"accept", "--all", "-u", "T", "-p", "Y2024"});
  round.install("limited", "jobs.xml", firstForm("unit-forms=\"xã\""));
  CHECK(expected(round, "plain", "Y2024") == 2);
  CHECK(expected(round, "limited", "Y2024") == 1);
  round.done("limited", "office.sqlite",
             {"consolidate", "--incomplete", "-u", "T", "-p", "Y2024", "-o", round.at("report.xml")});
  const auto report = contentOf(round.at("report.xml"));
  CHECK(has(report, ">100<"));
  CHECK_FALSE(has(report, ">200<"));
  CHECK(has(report, "reported=\"1\" expected=\"1\""));
  CHECK(has(report, "core.not-asked"));
  CHECK(has(report, "phường Hai"));
  CHECK(round.read("limited", "office.sqlite", jobs("show", "X2", "Y2024"))["fields"] == json{{"people", "100"}});
  // Nothing can be changed in it.
  round.done("plain", "office.sqlite", jobs("return", "X2", "Y2024", {"--reason", "Xem lại", "-o", round.at("r.xml")}));
  write(round.at("values.xml"), valuesFile(figure("people", "1")));
  const auto refused = round.run("limited", "office.sqlite", jobs("fill", "X2", "Y2024", {round.at("values.xml")}));
  CHECK(has(refused.err, "assignment.other-form"));
}
