// How a command reports its result: exit status, message, language, JSON.
#include <algorithm>
#include <catch2/catch.hpp>

#include "core/base/texts.h"
#include "tests/scenarios/support/command_line.h"

namespace fs = std::filesystem;
using namespace cchc::test;

TEST_CASE("the exit status tells what was done, refused, wrongly asked for or failed") {
  const auto office = Office::before();
  const auto missing = (office / "missing.xml").string();
  CHECK(office.run({"status", "-p", "2023-8T"}).status == 0);
  isMessage(office.run(budget("show")), 1, "section.not-begun", "finance.budget/296/2023-8T");
  isMessage(office.run({"show", "finance.lottery", "-u", "296", "-p", "2023-8T"}), 2, "section.unknown",
            "finance.lottery");
  isMessage(office.run(budget("fill", {missing})), 3, "file.read", missing);
  // A thing that does not exist is a refusal, not wrong use.
  isMessage(office.run({"status", "-p", "2031-1T"}), 1, "period.unknown", "2031-1T");
  isMessage(office.run({"show", "finance.budget", "-u", "999", "-p", "2023-8T"}), 1, "unit.unknown", "999");
  isMessage(office.run({"consolidate", "-u", "296", "-p", "2023-8T", "-o", missing}), 1, "consolidate.nothing",
            "296/2023-8T: ");
  const TemporaryFolder empty;
  isMessage(cchc::test::cchc({"--store", (empty / "new.sqlite").string(), "status", "-p", "2023-8T"}), 1, "period.none",
            "2023-8T: ");
  // A submission that lacks something has status 1.
  office.fill("finance.budget", "<field id=\"revenue.target\">1</field>");
  const auto package = (office / "out.cchc").string();
  const auto blocked = office.run(budget("submit", {"-o", package}));
  CHECK(blocked.status == 1);
  CHECK(blocked.out.empty());
  CHECK(blocked.err.find("core.required: finance.budget/296/2023-8T/") != std::string::npos);
  CHECK_FALSE(fs::exists(package));
}

TEST_CASE("findings are a result: they stand on stdout and the status is 1") {
  const auto office = Office::before();
  office.fill("finance.budget",
              "<field id=\"revenue.rate\">10</field><field id=\"revenue.target\">2000000</field>"
              "<field id=\"revenue.actual\">1000000</field>");
  const auto checked = office.run(budget("check"));
  CHECK(checked.status == 1);
  CHECK(checked.err.empty());
  CHECK(checked.out.find("core.stated-differs: finance.budget/296/2023-8T/revenue.rate: ") != std::string::npos);
}

TEST_CASE("messages are Vietnamese unless English is asked for, with the same code and place") {
  const auto office = Office::before();
  for (const auto language : {cchc::Language::vi, cchc::Language::en}) {
    const cchc::Error error{"section.not-begun", "finance.budget/296/2023-8T", {}, cchc::ErrorKind::refusal};
    const auto expected = cchc::messageLine(error, language) + "\n";
    const auto options = language == cchc::Language::en ? Arguments{"--lang", "en"} : Arguments{};
    CHECK(office.run(with(options, budget("show"))).err == expected);
  }
  CHECK(office.run(with({"--lang", "vi"}, budget("show"))).err == office.run(budget("show")).err);
  // Results are in that language too.
  const auto vietnamese = office.done({"status", "-p", "2023-8T"}),
             english = office.done({"--lang", "en", "status", "-p", "2023-8T"});
  CHECK(vietnamese != english);
  CHECK(std::count(vietnamese.begin(), vietnamese.end(), '\n') == std::count(english.begin(), english.end(), '\n'));
}

TEST_CASE("who is at work is written into the journal, and a desk that may not is refused") {
  const auto office = Office::before();
  write(office / "values.xml", valuesFile("<field id=\"revenue.target\">1</field>"));
  const auto fill = budget("fill", {(office / "values.xml").string()});
  isMessage(office.run(with({"--actor", "Lê Thị Mẫu", "--as", "296.VP:office"}, fill)), 1, "section.enter-for",
            "finance.budget/296/2023-8T");
  CHECK(office.json({"journal", "show"}).empty());
  office.done(with({"--actor", "Lê Thị Mẫu", "--as", "296.TCKH:department"}, fill));
  const auto journal = office.json({"journal", "show"});
  REQUIRE_FALSE(journal.empty());
  for (const auto& entry : journal) CHECK(entry["who"] == "Lê Thị Mẫu");
}

TEST_CASE("with --json whatever has data to tell tells it as JSON, whatever its status") {
  const auto office = Office::afterDemo();
  const auto again = (office / "again.cchc").string();
  const std::vector<Arguments> all{
      {"plugins"},
      {"definitions"},
      {"status", "-p", "2023-8T"},
      budget("show"),
      budget("check"),
      {"check", "-u", "296", "-p", "2023-8T"},
      budget("history"),
      budget("history", {"--changes"}),
      {"journal", "show"},
      {"journal", "verify"},
      {"receive", demoPackage("office.tasks").string()},
      {"receive", (sampleFolder() / "units.tsv").string()},
      {"consolidate", "-u", "296", "-p", "2023-8T", "-o", (office / "report.xml").string()},
  };
  for (const auto& arguments : all) {
    INFO(shown(arguments));
    const auto text = office.run(arguments);
    const auto asJson = with({"--json"}, arguments);
    const auto json = office.run(asJson);
    CHECK(json.status == text.status);
    CHECK(json.status <= 1);
    const auto read = nlohmann::json::parse(json.out, nullptr, false);
    CHECK_FALSE(read.is_discarded());
    CHECK((read.is_array() || read.is_object()));
    CHECK(json.err == text.err);
  }
  // A failure is reported as without --json.
  isMessage(office.run({"--json", "status", "-p", "2031-1T"}), 1, "period.unknown", "2031-1T");
}

// command_json_test.cpp has all commands.
TEST_CASE("with --json nothing but JSON is printed by any command") {
  const auto office = Office::before();
  for (const Arguments& arguments : {Arguments{"units", "import", (sampleFolder() / "units.tsv").string()},
                                     {"periods", "close", "2023-8T"},
                                     {"definitions", "finance.budget"},
                                     {"backup", (office / "copy.sqlite").string()}}) {
    INFO(shown(arguments));
    const auto asJson = with({"--json"}, arguments);
    CHECK_FALSE(nlohmann::json::parse(office.run(asJson).out, nullptr, false).is_discarded());
  }
}

TEST_CASE("the exit status is the same with --json where there is nothing to list") {
  const auto office = Office::before();
  const auto text = office.run(budget("history")), json = office.run(with({"--json"}, budget("history")));
  CHECK(text.status == 1);
  CHECK(json.status == text.status);
  CHECK(json.err == text.err);
  CHECK(nlohmann::json::parse(json.out) == nlohmann::json::array());
}
