// What came in and is not in the report as it came: sections of units that have left, values that a form does not ask,
// revisions that were returned, packages that nobody has chosen between.
#include <catch2/catch.hpp>

#include "tests/scenarios/nothing_lost/installation.h"
#include "tests/scenarios/support/command_line.h"

using namespace cchc::test;

namespace {

Arguments on(Arguments command) {
  for (const auto* more : {"-u", "296", "-p", "2023-8T"}) command.emplace_back(more);
  return command;
}
Outcome consolidated(const Office& office, const Arguments& more = {}) {
  auto command = on({"consolidate", "-o", (office / "report.xml").string()});
  command.insert(command.end(), more.begin(), more.end());
  return office.run(command);
}
const Arguments confirming = {"confirm-missing", "--by", "Chánh Văn phòng"};

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

void isTold(const Outcome& outcome, const std::string& what) {
  INFO(outcome.out << outcome.err);
  CHECK(outcome.status == 1);
  CHECK(has(outcome.out + outcome.err, what));
}

// The budget's second revision, as the department sends it.
std::string secondBudget(const Office& departments, const std::string& target) {
  departments.returnSection("finance.budget");
  departments.fill("finance.budget", "<field id=\"revenue.target\">" + target + "</field>");
  return departments.submit("finance.budget", "second.cchc").string();
}

}  // namespace

TEST_CASE("a section of a unit that has ended, moved or is unknown is missing by name, and confirmed", "[lost]") {
  const auto office = Office::afterDemo();
  const auto list = [&](const std::string& row) {
    write(office / "units.tsv", "code\tkind\tname\tparent\tfrom\tto\tidentifier\n" + row + "\n");
    office.done({"units", "import", (office / "units.tsv").string()});
  };
  std::string name = "thị trấn Kẻ Sặt";
  SECTION("ended") { list("10945\tcommune\tthị trấn Kẻ Sặt\t296\t\t2023-08-15\t"); }
  SECTION("moved") { list("10945\tcommune\tthị trấn Kẻ Sặt\t30\t2023-08-01\t\t"); }
  SECTION("unknown") {
    office.alter("DELETE FROM unit_state WHERE code = '10945'");
    name = "10945";
  }
  isTold(consolidated(office), name);
  isTold(office.run(on({"issue"})), name);
  const auto xml = contentOf(office / "report.xml");
  CHECK(has(xml, " complete=\"no\""));
  CHECK(has(xml, " why=\"not-asked\""));
  office.done(on(confirming));
  CHECK(consolidated(office, {"--incomplete"}).status == 0);
  CHECK(has(office.done(on({"issue"})), "26"));
}

TEST_CASE("a value that the form in force does not ask is named, and left out only on a person's word", "[lost]") {
  const Installation installation;
  const auto form = installation.definition("office.commune");
  auto xml = contentOf(form);
  const std::string old = "satisfaction.good", renamed = "satisfaction.better";
  for (auto at = xml.find(old); at != std::string::npos; at = xml.find(old, at + renamed.size()))
    xml.replace(at, old.size(), renamed);
  write(form, xml);
  Installation::replace(form, "version=\"2\"", "version=\"3\"");
  const auto office = Office::afterDemo();
  const auto run = [&](const Arguments& command) { return installation.run(office.store(), command); };
  const auto report = (office / "report.xml").string();
  isTold(run(on({"consolidate", "-o", report})), "core.value-kept: office.commune/10945/2023-8T/satisfaction.good");
  isTold(run(on({"issue"})), "satisfaction.good");
  INFO(run(on(confirming)).err);
  CHECK(run(on({"consolidate", "--incomplete", "-o", report})).status == 0);
  CHECK(has(contentOf(report), "Báo cáo không đưa vào 16 số liệu"));
  CHECK(run(on({"issue"})).status == 0);
}

TEST_CASE("a report whose newer revision was returned is not issued with the older one", "[lost]") {
  const auto office = Office::afterDemo();
  office.done({"receive", secondBudget(Office::departments(), "400000000000")});
  office.returnSection("finance.budget");
  consolidated(office);
  CHECK(has(contentOf(office / "report.xml"), "core.newer-returned"));
  isTold(office.run(on({"issue"})), "issue.newer-returned");
  // Without it, the section is missing, and a person confirms that.
  const std::string digest = office.json({"history", "finance.budget", "-u", "296", "-p", "2023-8T"}).back()["digest"];
  office.done({"discard", "finance.budget", "-u", "296", "-p", "2023-8T", "--digest", digest, "--reason", "Gửi nhầm"});
  isTold(consolidated(office), "Cải cách tài chính công");
  office.done(on(confirming));
  consolidated(office, {"--incomplete"});
  office.done(on({"issue"}));
}

TEST_CASE("a report is not issued while nobody has chosen between two packages", "[lost]") {
  const auto office = Office::afterDemo();
  office.done({"receive", secondBudget(Office::departments(), "400000000000")});
  office.done({"accept", "finance.budget", "-u", "296", "-p", "2023-8T"});
  consolidated(office);
  office.run({"receive", secondBudget(Office::departments(), "500000000000")});
  isTold(office.run(on({"issue"})), "issue.undecided");
  const std::string digest = office.json({"history", "finance.budget", "-u", "296", "-p", "2023-8T"})[1]["digest"];
  office.done({"choose", "finance.budget", "-u", "296", "-p", "2023-8T", "--digest", digest});
  office.run({"accept", "finance.budget", "-u", "296", "-p", "2023-8T"});
  consolidated(office);
  office.done(on({"issue"}));
}

TEST_CASE("what was confirmed does not hold once the missing section has come", "[lost]") {
  const auto office = Office::afterDemo();
  office.returnSection("office.commune", "10945");
  office.done(on(confirming));
  office.fill("office.commune", "<field id=\"satisfaction.good\">1</field>", "10945");
  office.submit("office.commune", "again.cchc", "10945");
  CHECK_FALSE(has(consolidated(office, {"--incomplete"}).out, "Số liệu chưa bao gồm"));
  isTold(office.run(on({"issue"})), "issue.incomplete");
}

TEST_CASE("consolidating does not put right a state that somebody wrote into the store", "[lost]") {
  const auto office = Office::afterDemo();
  office.alter("UPDATE section SET state = 3 WHERE definition = 'finance.budget'");
  isTold(consolidated(office), "submission.altered: finance.budget/296/2023-8T");
  isTold(office.run({"journal", "verify"}), "finance.budget/296/2023-8T");
}

TEST_CASE("a row that was written into the store and then discarded ends no check", "[lost]") {
  const auto office = Office::afterDemo();
  office.alter(
      "INSERT INTO submission SELECT period, definition, unit, 2, 'x', reporter, definition_version, "
      "definition_digest, journal_head, submitted_at, who, login, station, signer, 0, received_at, checked_by, "
      "contribution, findings, package FROM submission WHERE definition = 'finance.budget'");
  office.run({"discard", "finance.budget", "-u", "296", "-p", "2023-8T", "--digest", "x", "--reason", "Dòng lạ"});
  isTold(office.run({"journal", "verify"}), "finance.budget/296/2023-8T");
  const auto issued = office.run(on({"issue"}));
  INFO(issued.err);
  CHECK(issued.status == 1);
}

TEST_CASE("paragraphs that a unit words itself are counted in the report above it, which does not print them",
          "[lost]") {
  const auto office = Office::afterDemo();
  office.correct("office.commune", "<paragraph id=\"dossiers\">Lời của xã.</paragraph>", "10945");
  CHECK(consolidated(office).status == 0);
  const auto xml = contentOf(office / "report.xml");
  CHECK(has(xml, "core.own-words"));
  CHECK_FALSE(has(xml, "Lời của xã."));
}
