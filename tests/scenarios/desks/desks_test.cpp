// For whom somebody works, and what follows from it: who may decide, and who is told whose section it is.
#include <catch2/catch.hpp>

#include "tests/scenarios/support/command_line.h"
#include "tests/scenarios/support/demo_folder.h"

using namespace cchc::test;

namespace {

const Arguments whole = {"-u", "296", "-p", "2023-8T"};

Outcome at(const Office& office, const std::string& desk, const Arguments& command) {
  return office.run(with({"--as", desk}, command));
}

std::string refused(const Outcome& outcome, const std::string& code, int status = 1) {
  INFO(outcome.out << outcome.err);
  CHECK(outcome.status == status);
  CHECK(outcome.err.find(code + ":") == 0);
  return outcome.err;
}

}  // namespace

TEST_CASE("Phòng Tư pháp decides nothing and issues nothing", "[desks]") {
  const auto office = Office::afterDemo();
  const auto before = office.json({"status", "-p", "2023-8T"});
  const auto report = (office / "other.xml").string();
  refused(at(office, "296.TP", budget("accept")), "desk.role");
  refused(at(office, "296.TP", budget("return", {"--reason", "x"})), "section.role");
  refused(at(office, "296.TP", budget("discard", {"--reason", "x"})), "section.role");
  refused(at(office, "296.TP", with({"consolidate"}, with(whole, {"-o", report}))), "desk.role");
  CHECK_FALSE(std::filesystem::exists(report));
  const auto said = refused(at(office, "296.TP", with({"issue"}, whole)), "desk.role");
  CHECK(said.find("Việc này dành cho: lãnh đạo Văn phòng") != std::string::npos);
  refused(at(office, "296.TP", {"units", "import", (sampleFolder() / "units.tsv").string()}), "desk.role");
  refused(at(office, "296.TP", {"periods", "import", (sampleFolder() / "periods.tsv").string()}), "desk.role");
  refused(at(office, "296.TP", {"assign", (sampleFolder() / "assignments.tsv").string()}), "desk.role");
  refused(at(office, "296.TP", {"periods", "close", "2023-8T"}), "desk.role");
  CHECK(office.json({"status", "-p", "2023-8T"}) == before);
}

TEST_CASE("a department works on its own section, and on no other's", "[desks]") {
  const auto departments = Office::departments();
  departments.returnSection("finance.budget");
  write(departments / "values.xml", valuesFile("<field id=\"revenue.target\">400000000000</field>"));
  const auto fill = budget("fill", {(departments / "values.xml").string()});
  const auto package = (departments / "p.cchc").string();
  const auto said = refused(at(departments, "296.TP", fill), "section.other-unit");
  CHECK(said.find("(296.TCKH)") != std::string::npos);
  refused(at(departments, "296.TP", budget("submit", {"-o", package})), "section.other-unit");
  CHECK(at(departments, "296.TCKH", fill).status == 0);
  CHECK(at(departments, "296.TCKH", budget("submit", {"-o", package})).status == 0);
  refused(at(departments, "296.TP", budget("ask-return", {"--reason", "x"})), "section.other-unit");
  refused(at(departments, "296.TP", budget("withdraw")), "section.other-unit");
}

TEST_CASE("the office decides on Finance's section but does not edit or submit it, and is told how to enter for it",
          "[desks]") {
  const auto office = Office::afterDemo();
  write(office / "values.xml", valuesFile("<field id=\"revenue.target\">400000000000</field>"));
  CHECK(at(office, "296.VP", budget("return", {"--reason", "Sửa số thu"})).status == 0);
  for (const auto* desk : {"296.VP", "296.VP:office", "296"}) {
    for (const auto& command :
         {budget("fill", {(office / "values.xml").string()}), budget("submit", {"-o", (office / "p.cchc").string()})}) {
      const auto said = refused(at(office, desk, command), "section.enter-for");
      CHECK(said.find("cchc enter-for") != std::string::npos);
      CHECK(said.find("(296.TCKH)") != std::string::npos);
    }
  }
  // Sections of its own it fills in as any department does.
  Arguments own{"return", "office.tasks"};
  own.insert(own.end(), whole.begin(), whole.end());
  CHECK(at(office, "296.VP", with(own, {"--reason", "Bổ sung"})).status == 0);
  own.front() = "submit";
  CHECK(at(office, "296.VP", with(own, {"-o", (office / "tasks.cchc").string()})).status == 0);
}

TEST_CASE("a desk is named by a unit and a role that exist", "[desks]") {
  const auto office = Office::afterDemo();
  const auto unit = refused(at(office, "296.XX", {"status", "-p", "2023-8T"}), "desk.unknown-unit", 2);
  CHECK(unit.find("296.TP (Phòng Tư pháp)") != std::string::npos);
  const auto role = refused(at(office, "296.TP:mayor", {"status", "-p", "2023-8T"}), "desk.unknown-role", 2);
  CHECK(role.find("department, department-head, office, office-head") != std::string::npos);
  // A blank desk is no desk: a variable of a script that is not set gives nobody all rights.
  for (const auto* blank : {"", " "}) {
    refused(at(office, blank, {"status", "-p", "2023-8T"}), "desk.unknown-unit", 2);
    refused(office.run({"desk", "set", blank}), "desk.unknown-unit", 2);
  }
  const auto empty = Office::before();
  CHECK(at(empty, "296.TP:department,office", {"status", "-p", "2023-8T"}).status == 0);
}

TEST_CASE("a unit without a role has the roles that its place gives it", "[desks]") {
  const auto office = Office::afterDemo();
  const auto rolesOf = [&](const std::string& unit) { return office.json({"--as", unit, "desk", "show"})["roles"]; };
  const auto all = nlohmann::json::array({"department", "department-head", "office", "office-head"});
  const auto own = nlohmann::json::array({"department", "department-head"});
  CHECK(rolesOf("296.VP") == all);  // it reports the heading of the report
  CHECK(rolesOf("296") == all);     // there are units below it
  CHECK(rolesOf("296.TP") == own);
  CHECK(rolesOf("10945") == own);
  CHECK(rolesOf("296.TP:office") == nlohmann::json::array({"office"}));
}

TEST_CASE("a PC keeps the desk that it was set to, and a command line may name another", "[desks]") {
  const auto office = Office::afterDemo();
  CHECK(office.done({"desk", "show"}) == "Nơi làm việc: Mọi đơn vị, mọi vai trò\n");
  CHECK(office.done({"desk", "set", "296.TP:department-head"}) ==
        "Đã đặt nơi làm việc: Phòng Tư pháp (296.TP): lãnh đạo đơn vị\n");
  CHECK(office.done({"desk", "show"}) == "Nơi làm việc: Phòng Tư pháp (296.TP): lãnh đạo đơn vị\n");
  refused(office.run(with({"issue"}, whole)), "desk.role");
  CHECK(at(office, "296.VP", with({"issue"}, whole)).status == 0);
  refused(office.run({"desk", "set", "296.XX"}), "desk.unknown-unit", 2);
  CHECK(office.json({"desk", "show"})["unit"] == "296.TP");
  office.done({"desk", "clear"});
  CHECK(office.json({"desk", "show"})["unit"] == "");
  office.done(budget("reopen", {"--reason", "Sai chữ"}));
}
