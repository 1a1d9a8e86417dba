// A program that ships the new version of a form alone, with a store that has used the old one.
#include <catch2/catch.hpp>

#include "tests/scenarios/versions/labour.h"

using namespace cchc::test;
using nlohmann::json;

namespace {

bool has(const std::string& text, const std::string& wanted) { return text.find(wanted) != std::string::npos; }

}  // namespace

TEST_CASE("a store that has used the old version opens, edits, checks and reports with it under the new program") {
  const Labour round;
  round.install("old", "jobs.xml", firstForm());
  round.install("new", "jobs.xml", secondForm());
  for (const auto* store : {"commune.sqlite", "office.sqlite"}) round.prepare("old", store);
  round.fill("old", "commune.sqlite", "X1", "Y2024", figure("people", "100"));
  round.fill("old", "commune.sqlite", "X2", "Y2024", figure("people", "11"));
  round.done("old", "office.sqlite", {"receive", round.submit("old", "commune.sqlite", "X2", "Y2024")});

  // Only what the store keeps has version 1 now.
  CHECK(round.read("new", "commune.sqlite", jobs("show", "X1", "Y2024"))["version"] == 1);
  round.fill("new", "commune.sqlite", "X1", "Y2024", figure("remark", "đã xem lại"));
  const auto shown = round.read("new", "commune.sqlite", jobs("show", "X1", "Y2024"));
  CHECK(shown["fields"] == json{{"people", "100"}, {"remark", "đã xem lại"}});
  CHECK(shown["kept"].empty());
  CHECK(round.run("new", "commune.sqlite", jobs("check", "X1", "Y2024")).status == 0);
  CHECK(round.read("new", "commune.sqlite", {"definitions", "labour.jobs", "-p", "Y2024"})["version"] == 1);
  const auto package = round.submit("new", "commune.sqlite", "X1", "Y2024");
  round.done("new", "office.sqlite", {"receive", package});
  round.done("new", "office.sqlite", {"accept", "--all", "-u", "T", "-p", "Y2024"});
  round.done("new", "office.sqlite",
             {"consolidate", "--incomplete", "-u", "T", "-p", "Y2024", "-o", round.at("report.xml")});
  const auto report = contentOf(round.at("report.xml"));
  CHECK(has(report, "id=\"people\""));
  CHECK(has(report, ">111<"));
  round.done("new", "commune.sqlite", {"journal", "verify"});
  round.done("new", "office.sqlite", {"journal", "verify"});

  // The new period works with the new version, and what it is compared with is moved along.
  round.fill("new", "commune.sqlite", "X1", "S2025", figure("workers", "60"));
  CHECK(round.read("new", "commune.sqlite", jobs("show", "X1", "S2025"))["version"] == 2);
}

TEST_CASE("where neither the program nor the store has a version for the period, it is said by name, with what to do") {
  const Labour round;
  round.install("old", "jobs.xml", firstForm());
  round.install("new", "jobs.xml", secondForm());
  round.prepare("old", "commune.sqlite");
  write(round.at("values.xml"), valuesFile(figure("people", "1")));
  const auto refused = round.run("new", "commune.sqlite", jobs("fill", "X1", "Y2024", {round.at("values.xml")}));
  INFO(refused.err);
  CHECK(refused.status == 1);
  CHECK(has(refused.err, "definition.none-in-force"));
  CHECK(has(refused.err, "“Việc làm”"));
  CHECK(has(refused.err, "năm 2024"));
  CHECK(has(refused.err, "2 (01/7/2025)"));
  // The rest works.
  round.fill("new", "commune.sqlite", "X1", "S2025", figure("workers", "60"));
}

TEST_CASE("a store's higher version is not used by a program that does not have it") {
  const Labour round;
  round.install("old", "jobs.xml", firstForm());
  round.install("both", "jobs-1.xml", firstForm());
  round.install("both", "jobs-2.xml", secondForm());
  round.prepare("both", "commune.sqlite");
  round.fill("both", "commune.sqlite", "X1", "S2025", figure("workers", "60"));
  // X2 has not been begun: the program's own version is the one in force.
  round.fill("old", "commune.sqlite", "X2", "S2025", figure("people", "5"));
  CHECK(round.read("old", "commune.sqlite", jobs("show", "X2", "S2025"))["version"] == 1);
  CHECK(round.read("old", "commune.sqlite", {"definitions", "labour.jobs", "-p", "S2025"})["version"] == 1);
}
