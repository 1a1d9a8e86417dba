// With --json each command prints its result as one JSON value on stdout, in one round through all commands.
#include <catch2/catch.hpp>

#include "tests/scenarios/support/command_line.h"
#include "tests/scenarios/support/key_files.h"

namespace fs = std::filesystem;
using namespace cchc::test;
using nlohmann::json;

namespace {

// A department's store, the office's, and the commands that were run on them.
class JsonRound {
 public:
  Office office = Office::before(), departments = Office::departments();
  TemporaryFolder folder;

  std::string at(const std::string& file) const { return (folder / file).string(); }

  // The result of the command, which is an object or an array whatever its status.
  json result(const Office& on, const Arguments& arguments, int status = 0) {
    INFO(shown(arguments));
    const auto outcome = on.run(with({"--json"}, arguments));
    INFO(outcome.out << outcome.err);
    CHECK(outcome.status == status);
    auto read = json::parse(outcome.out, nullptr, false);
    CHECK((read.is_object() || read.is_array()));
    run_.insert(arguments.front());
    if (arguments.size() > 1) run_.insert(arguments[0] + " " + arguments[1]);
    return read;
  }
  json of(const Arguments& arguments, int status = 0) { return result(office, arguments, status); }

  bool ran(const std::string& command) const { return run_.contains(command); }

 private:
  std::set<std::string> run_;
};

// "receive", "units import"
std::set<std::string> allCommands() {
  std::set<std::string> all;
  for (const auto& command : commandsIn(cchc::test::cchc({"--help"}).out)) {
    const auto parts = commandsIn(cchc::test::cchc({command, "--help"}).out);
    if (parts.empty()) all.insert(command);
    for (const auto& part : parts) all.insert(command + " " + part);
  }
  return all;
}

const std::string section = "finance.budget/296/2023-8T";
const Arguments ofUnit = {"-u", "296", "-p", "2023-8T"};

// What a department does before it submits, and how the store is set up.
void fillIn(JsonRound& round) {
  const auto sample = [](const std::string& file) { return (sampleFolder() / file).string(); };
  CHECK_FALSE(round.of({"plugins"}).empty());
  CHECK_FALSE(round.of({"definitions"}).empty());
  const auto definition = round.of({"definitions", "finance.budget"});
  CHECK(definition["id"] == "finance.budget");
  CHECK(definition["groups"][0]["fields"][0]["type"].is_string());
  CHECK(round.of({"definitions", "check"})["errors"] == 0);
  CHECK(round.of({"definitions", "preview", (sampleFolder() / "../../plugins/finance/budget.xml").string(), "-o",
                  round.at("form.html")})["file"] == round.at("form.html"));
  const auto imported = round.of({"units", "import", sample("units.tsv")});
  CHECK(imported["file"] == sample("units.tsv"));
  CHECK(imported["rows"] > 10);
  CHECK(round.of({"units", "show", "--day", "2023-08-14"}).size() > 10);
  CHECK(round.of({"units", "history", "296"})[0]["code"] == "296");
  CHECK(round.of({"periods", "import", sample("periods.tsv")})["rows"] > 0);
  CHECK(round.of({"assign", sample("assignments.tsv")})["rows"] == 27);
  CHECK(round.of({"desk", "set", "296.TP"})["unit"] == "296.TP");
  CHECK(round.of({"desk", "show"})["roles"] == json{"department", "department-head"});
  CHECK(round.of({"desk", "clear"})["unit"] == "");
  const auto added = round.of(
      {"periods", "add", "2031-1T", "--name", "Tháng 01/2031", "--start", "2031-01-01", "--end", "2031-01-31"});
  CHECK(added == json{{"period", "2031-1T"}, {"name", "Tháng 01/2031"}, {"closed", false}});
  CHECK(round.of({"periods", "list"}).back()["period"] == "2031-1T");
  CHECK(round.of({"periods", "close", "2031-1T"})["closed"] == true);
  CHECK(round.of({"periods", "reopen", "2031-1T"})["closed"] == false);

  CHECK(round.of(budget("history"), 1) == json::array());
  CHECK(round.of(budget("fill", {sample("values/finance.budget.xml")}))["section"] == section);
  write(round.at("treasury.tsv"),
        "Nguồn vốn\tDự án\tKế hoạch vốn\tSố vốn đã giải ngân\n"
        "XDCB tập trung\tĐường huyện 394\t17.520.000.000\tba tỷ\nThu tiền sử dụng đất\tTrường THCS\t\t1353135296\n");
  const auto statement = round.of(budget("import", {"treasury-statement", round.at("treasury.tsv")}), 1);
  CHECK(statement["rows"] == 1);
  REQUIRE(statement["refused"].size() == 1);
  CHECK(statement["refused"][0]["place"] == round.at("treasury.tsv") + ":2");
  CHECK(round.of(budget("workbook", {"-o", round.at("form.xlsx")}))["file"] == round.at("form.xlsx"));
  CHECK(round.of(budget("show"))["section"] == section);
  round.of(budget("check"), 1);
  CHECK(round.of(budget("explain", {"x", "--code", "finance.number-missing"})) ==
        json{{"section", section}, {"explained", 1}});
}

// What the office receives and decides.
void decide(JsonRound& round) {
  const auto& departments = round.departments;
  CHECK(round.of({"receive", (demoFolder() / "packages").string()}).size() == 27);
  CHECK(round.of({"status", "-p", "2023-8T"}).size() == 27);
  const auto history = round.of(budget("history"));
  REQUIRE(history.size() == 1);
  round.of(budget("history", {"--changes"}));

  const auto asked = round.result(departments, budget("ask-return", {"--reason", "x", "-o", round.at("ask.xml")}));
  CHECK(asked == json{{"section", section}, {"state", "return-asked"}, {"file", round.at("ask.xml")}});
  round.of({"receive", round.at("ask.xml")});
  CHECK(round.of(budget("refuse-return", {"--reason", "x"}))["state"] == "submitted");
  CHECK(round.of(budget("return", {"--reason", "x", "-o", round.at("return.xml")}))["state"] == "returned");
  round.result(departments, {"receive", round.at("return.xml")});
  departments.fill("finance.budget", "<field id=\"revenue.target\">387425000001</field>");
  round.result(departments, budget("submit", {"-o", round.at("early.cchc")}));
  CHECK(round.result(departments, budget("withdraw")) == json{{"section", section}, {"revision", 2}});
  departments.fill("finance.budget", "<field id=\"revenue.target\">387425000002</field>");
  const auto submitted = round.result(departments, budget("submit", {"-o", round.at("again.cchc")}));
  CHECK(submitted["revision"] == 3);
  round.of({"receive", round.at("again.cchc")});
  CHECK(round.of(budget("discard", {"--reason", "x"}))["state"] == "draft");
  CHECK(round.of(budget("choose", {"--digest", submitted["digest"]}))["digest"] == submitted["digest"]);
  CHECK(round.of(budget("accept"))["state"] == "accepted");
  write(round.at("figure.xml"), valuesFile("<field id=\"revenue.target\">387425000000</field>"));
  const auto entered =
      round.of(budget("enter-for", {round.at("figure.xml"), "--asked-by", "Lan", "--asked-on", "2023-08-27"}));
  CHECK(entered["revision"] == 4);
  round.of(budget("accept"));
  const auto confirmed = round.of(with({"confirm-missing", "--by", "Lan"}, ofUnit));
  CHECK(confirmed["missing"] == 26);
  CHECK(confirmed["confirmed_by"] == "Lan");
  CHECK(round.of(with({"accept", "--all"}, ofUnit)) == json{{"accepted", 26}, {"refused", 0}});
}

void report(JsonRound& round) {
  const auto made = round.of(with({"consolidate"}, with(ofUnit, {"-o", round.at("report.xml")})));
  CHECK(made["complete"] == true);
  write(round.at("heading.xml"), valuesFile("<field id=\"number\">123</field>"));
  const auto amended =
      round.of(with({"amend-heading", "office.document", round.at("heading.xml"), "--reason", "x"}, ofUnit));
  CHECK(amended["revision"] == 2);
  round.of(with({"consolidate"}, with(ofUnit, {"-o", round.at("report.xml")})));
  const auto html = round.at("report.html");
  CHECK(round.of({"render", round.at("report.xml"), "-o", html})["file"] == html);
  CHECK(round.of(with({"issue"}, ofUnit)) == json{{"sections", 27}, {"report", ""}, {"signed", ""}});
  const auto issued = round.of(with({"issued", "--files", "--check"}, ofUnit));
  REQUIRE(issued.size() == 1);
  CHECK(issued[0]["files"].size() > 20);
  CHECK(issued[0]["reproduced"] == true);
  CHECK(round.of(budget("reopen", {"--reason", "x"}))["section"] == section);
  CHECK_FALSE(round.of({"journal", "show"}).empty());
  CHECK(round.of({"journal", "verify"}).empty());
}

void signAndKeep(JsonRound& round) {
  makeKey(round.folder, "Văn phòng mẫu");
  const auto from = round.at("again.cchc"), to = round.at("signed.cchc");
  const auto made =
      round.of({"sign", from, "--key", round.at("k.p12"), "--password-file", round.at("password"), "-o", to});
  REQUIRE(made.size() == 1);
  CHECK(made[0]["file"] == to);
  const auto verified = round.of({"verify", from, to, round.at("treasury.tsv")}, 1);
  REQUIRE(verified.size() == 3);
  CHECK(verified[0]["signer"] == "");
  // Without a trust list nobody says who the signer is.
  CHECK(verified[1] == json{{"file", to}, {"of", section}, {"signer", "Văn phòng mẫu (?)"}, {"refusal", ""}});
  CHECK(verified[2]["refusal"] != "");

  CHECK(round.of({"exchanged", "-u", "10945", "-o", round.at("all.zip")})["packages"] == 1);
  const auto copy = round.at("copy.sqlite");
  CHECK(round.of({"backup", copy}) == json{{"file", copy}});
  const auto store = round.office.store().string();
  const auto restored = round.of({"restore", copy, "--replace"});
  CHECK(restored["store"] == store);
  CHECK(fs::exists(std::string(restored["previous"])));
  const auto demo = round.of({"demo", round.at("demo")});
  CHECK(fs::exists(std::string(demo["html"])));
}

}  // namespace

TEST_CASE("with --json every command prints one JSON value and nothing else") {
  JsonRound round;
  fillIn(round);
  decide(round);
  report(round);
  signAndKeep(round);
  const auto all = allCommands();
  CHECK(all.size() > 30);
  for (const auto& command : all) {
    INFO(command);
    CHECK(round.ran(command));
  }
}
