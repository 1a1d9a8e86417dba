// What the office submits itself: figures that it enters for a unit, and the amended heading of its report.
#include <catch2/catch.hpp>

#include "tests/scenarios/support/command_line.h"
#include "tests/scenarios/support/demo_folder.h"
#include "tests/scenarios/support/key_files.h"
#include "tests/scenarios/support/report_index.h"

using namespace cchc::test;

namespace {

const Arguments asked = {"--asked-by", "Nguyễn Thị Kế, Trưởng phòng", "--asked-on", "2023-08-27"};

Arguments enterFor(const Office& office, const std::string& values, const Arguments& more = {}) {
  write(office / "entered.xml", valuesFile(values));
  auto command = with({"--as", "296.VP"}, budget("enter-for", {(office / "entered.xml").string()}));
  command = with(command, asked);
  return with(command, more);
}

std::string stateOf(const Office& office, const std::string& definition = "finance.budget") {
  for (const auto& line : office.json({"status", "-p", "2023-8T"})) {
    if (line["definition"] == definition) return line["state"];
  }
  return {};
}

bool hasEntry(const Office& office, const std::string& definition, const std::string& text) {
  for (const auto& entry : office.json({"journal", "show", definition})) {
    if (entry["new"].get<std::string>().find(text) != std::string::npos) return true;
  }
  return false;
}

Arguments amend(const Office& office, const std::string& values, const std::string& reason = "Văn thư cấp số") {
  write(office / "heading.xml", valuesFile(values));
  return {
      "--as",    "296.VP",   "amend-heading", "office.document", (office / "heading.xml").string(), "-u", "296", "-p",
      "2023-8T", "--reason", reason};
}

}  // namespace

TEST_CASE("the office enters one figure of a section that was sent, and says for whom and why", "[desks]") {
  const auto office = Office::afterDemo();
  const auto package = office / "entered.cchc";
  office.done(enterFor(office, "<field id=\"revenue.target\">400000000000</field>", {"-o", package.string()}));
  CHECK(stateOf(office) == "Đã gửi");
  CHECK(hasEntry(office, "finance.budget", "entered for 296.TCKH: Nguyễn Thị Kế, Trưởng phòng, 2023-08-27"));
  const auto content = contentOf(package);
  CHECK(content.find("<entered-for asked-by=\"Nguyễn Thị Kế, Trưởng phòng\" asked-on=\"2023-08-27\" by=\"296.VP\" "
                     "places=\"revenue.target\">") != std::string::npos);
  CHECK(content.find("revision=\"2\"") != std::string::npos);
  const auto changes = office.json(budget("history", {"--changes"}));
  REQUIRE(changes["changes"].size() == 1);
  CHECK(changes["changes"][0]["place"] == "revenue.target");
  office.done(budget("accept"));
  const auto report = office.consolidate();
  CHECK(indexReport(report).values.at("finance.budget/revenue.target").printed.find("400") != std::string::npos);
  CHECK(report.find("code=\"core.entered-for\"") != std::string::npos);
  office.done({"journal", "verify"});

  // The unit gets the package, corrects what was entered when it is returned, and nothing of it is lost.
  const auto departments = Office::departments();
  departments.done({"receive", package.string()});
  CHECK(stateOf(departments) == "Đã gửi");
  departments.returnSection("finance.budget");
  CHECK(departments.done(budget("show")).find("400000000000") != std::string::npos);
  departments.fill("finance.budget", "<field id=\"revenue.actual\">177357000000</field>");
  CHECK(departments.done(budget("show")).find("400000000000") != std::string::npos);
  office.done({"receive", departments.submit("finance.budget", "third.cchc").string()});
  departments.done({"journal", "verify"});
}

TEST_CASE("the office enters a whole section for a unit that sends nothing", "[desks]") {
  const auto office = Office::before();
  const auto values = (sampleFolder() / "values" / "finance.budget.xml").string();
  const auto package = (office / "whole.cchc").string();
  const auto command = with(with({"--as", "296.VP"}, budget("enter-for", {values})), asked);
  office.done(with(command, {"-o", package}));
  CHECK(stateOf(office) == "Đã gửi");
  CHECK(contentOf(package).find("by=\"296.VP\"></entered-for>") != std::string::npos);
  office.done({"--as", "296.VP", "accept", "finance.budget", "-u", "296", "-p", "2023-8T"});
  office.done({"journal", "verify"});
  // Entered figures are returned to the unit as others are, and are its draft then.
  office.done(budget("return", {"--reason", "Xem lại"}));
  write(office / "more.xml", valuesFile("<field id=\"revenue.target\">400000000000</field>"));
  office.done(with({"--as", "296.TCKH"}, budget("fill", {(office / "more.xml").string()})));
  office.done(with({"--as", "296.TCKH"}, budget("submit", {"-o", (office / "own.cchc").string()})));
  CHECK(contentOf(office / "own.cchc").find("entered-for") == std::string::npos);
  office.done({"journal", "verify"});
}

TEST_CASE("entering for a unit needs to know who asked, something to enter, and a unit that is not one's own",
          "[desks]") {
  const auto office = Office::afterDemo();
  const auto refused = [&](const Arguments& command, const std::string& code) {
    const auto outcome = office.run(command);
    INFO(outcome.err);
    CHECK(outcome.status != 0);
    CHECK(outcome.err.find(code) != std::string::npos);
  };
  const std::string figure = "<field id=\"revenue.target\">400000000000</field>";
  auto command = enterFor(office, figure);
  command[command.size() - 3] = " ";
  refused(command, "enter-for.asked-by");
  for (const auto* blank : {"\u00a0", "\u200b", "\u3000"}) {  // they look like nothing
    command[command.size() - 3] = blank;
    refused(command, "enter-for.asked-by");
  }
  command.back() = "ngày mai";
  refused(command, "value.not-a-date");
  command = enterFor(office, figure);
  command.back() = "2099-01-01";
  refused(command, "enter-for.asked-on");
  command = enterFor(office, figure);
  command[1] = "296.TP";
  refused(command, "section.role");
  command[1] = "296.TCKH:office";
  refused(command, "section.own-unit");
  command = enterFor(office, figure);
  command.back() = "27/8/2023";
  office.done(command);
  refused(enterFor(office, figure), "enter-for.nothing");
  office.done(budget("accept"));
  office.consolidate();
  office.done({"issue", "-u", "296", "-p", "2023-8T"});
  refused(enterFor(office, "<field id=\"revenue.target\">1</field>"), "section.transition");
}

TEST_CASE("the office's key signs what the office entered for a unit below it, and nothing else of that unit",
          "[desks]") {
  const auto office = Office::afterDemo();
  const TemporaryFolder keys;
  makeKey(keys, "Văn phòng mẫu");
  const std::filesystem::path trust = office.store().string() + ".trust";
  std::filesystem::create_directories(trust);
  std::filesystem::copy_file(keys / "ca.pem", trust / "ca.pem");
  const Arguments signing = {"--sign", (keys / "k.p12").string(), "--password-file", (keys / "password").string()};
  const auto trusting = [&](const std::string& unit) {
    write(trust / "trust.tsv", "policy\twarn\nauthority\tca.pem\t" + unit + "\t\t\n");
  };
  trusting("296");
  const auto package = (office / "p.cchc").string();
  office.done(enterFor(office, "<field id=\"revenue.target\">400000000000</field>", with({"-o", package}, signing)));
  office.done({"verify", package, "--trust", trust.string()});
  office.done(budget("accept"));
  // Without the mark the same key does not sign for the unit.
  office.done(budget("return", {"--reason", "Sửa"}));
  auto submit = with(budget("submit", {"-o", (office / "own.cchc").string()}), signing);
  CHECK(office.run(submit).err.find("certificate.wrong-unit") != std::string::npos);
  // A key of the unit does not sign as the office.
  trusting("296.TCKH");
  CHECK(
      office.run(enterFor(office, "<field id=\"revenue.target\">500000000000</field>", with({"-o", package}, signing)))
          .err.find("certificate.wrong-unit") != std::string::npos);
  office.done(submit);
}

TEST_CASE("the heading of a report is amended in one step while it is not issued", "[desks]") {
  const auto office = Office::afterDemo();
  const auto other = office.run(amend(office, "<field id=\"number\">123</field>", " "));
  CHECK(other.err.find("amend.reason") != std::string::npos);
  office.done(amend(office, "<field id=\"number\">123</field>"));
  CHECK(stateOf(office, "office.document") == "Đã chấp nhận");
  CHECK(hasEntry(office, "office.document", "amended: Văn thư cấp số"));
  for (const auto* state : {"returned: Văn thư cấp số", "draft", "submitted", "accepted"})
    CHECK(hasEntry(office, "office.document", state));
  office.done({"journal", "verify"});
  CHECK(office.consolidate().find("123") != std::string::npos);
  CHECK(office.run(amend(office, "<field id=\"number\">123</field>")).err.find("amend.nothing") != std::string::npos);

  office.done({"issue", "-u", "296", "-p", "2023-8T"});
  CHECK(office.run(amend(office, "<field id=\"number\">124</field>")).err.find("section.transition") !=
        std::string::npos);
  office.done({"reopen", "office.document", "-u", "296", "-p", "2023-8T", "--reason", "Sai số"});
  office.done(amend(office, "<field id=\"number\">124</field>"));
  auto budgetAmended = amend(office, "<field id=\"revenue.target\">1</field>");
  budgetAmended[3] = "finance.budget";
  CHECK(office.run(budgetAmended).err.find("amend.not-heading") != std::string::npos);
  auto byFinance = amend(office, "<field id=\"number\">125</field>");
  byFinance[1] = "296.TCKH";
  CHECK(office.run(byFinance).err.find("section.role") != std::string::npos);
}

TEST_CASE("a report is not issued with a heading that was amended since it was consolidated", "[desks]") {
  const auto office = Office::afterDemo();
  const Arguments issue{"issue", "-u", "296", "-p", "2023-8T"};
  office.done(amend(office, "<field id=\"number\">123</field>"));
  const auto refused = office.run(issue);
  CHECK(refused.status == 1);
  CHECK(refused.err.find("issue.not-consolidated: 2023-8T") == 0);
  CHECK(refused.err.find("Thể thức văn bản báo cáo") != std::string::npos);
  office.consolidate();
  office.done(issue);
  CHECK(stateOf(office, "office.document") == "Đã phát hành");
}
