// What the command line accepts as a command, and how it answers wrong use.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <sstream>

#include "tests/scenarios/support/command_line.h"

namespace fs = std::filesystem;
using namespace cchc::test;

namespace {

Outcome run(const Arguments& arguments) { return cchc::test::cchc(arguments); }

const std::set<std::string> commands{
    "plugins", "definitions", "units",   "periods", "assign",        "status",      "fill",   "workbook",
    "import",  "check",       "show",    "submit",  "receive",       "accept",      "return", "ask-return",
    "issue",   "reopen",      "history", "choose",  "journal",       "consolidate", "render", "demo",
    "sign",    "verify",      "backup",  "restore", "refuse-return",
};

// The first words of the lines under "Subcommands:".
std::set<std::string> commandsIn(const std::string& help) {
  std::set<std::string> found;
  std::istringstream lines(help.substr(std::min(help.size(), help.find("Subcommands:"))));
  std::string line, name;
  std::getline(lines, line);
  while (std::getline(lines, line) && line.starts_with("  ")) {
    if (line[2] != ' ' && std::istringstream(line) >> name) found.insert(name);
  }
  return found;
}

}  // namespace

TEST_CASE("the help lists every command, and each has a help of its own") {
  const auto help = run({"--help"});
  CHECK(help.status == 0);
  CHECK(help.err.empty());
  CHECK(commandsIn(help.out) == commands);
  for (const auto& command : commands) {
    INFO(command);
    const auto own = run({command, "--help"});
    CHECK(own.status == 0);
    CHECK(own.err.empty());
    CHECK(own.out.find("cchc " + command) != std::string::npos);
  }
  CHECK(commandsIn(run({"periods", "--help"}).out) == std::set<std::string>{"import", "add", "close", "reopen"});
  CHECK(commandsIn(run({"journal", "--help"}).out) == std::set<std::string>{"show", "verify"});
}

TEST_CASE("the version is told on stdout") {
  const auto version = run({"--version"});
  CHECK(version.status == 0);
  CHECK(version.err.empty());
  CHECK_THAT(version.out, Catch::Matches("cchc [0-9]+\\.[0-9]+\\.[0-9]+\n"));
}

TEST_CASE("what the command line cannot mean is wrong use and names what it is") {
  const std::pair<Arguments, const char*> uses[] = {
      {{}, ""},
      {{"plugins", "--wish"}, "--wish"},
      {{"--wish", "plugins"}, "--wish"},
      {{"plugins", "definitions"}, "definitions"},
      {{"units"}, ""},
      {{"journal"}, ""},
      {{"status"}, "--period"},
      {{"status", "--period"}, "--period"},
      {{"--lang", "fr", "plugins"}, "fr"},
      {{"--role", "mayor", "plugins"}, "mayor"},
      {{"--lang"}, "--lang"},
      {{"submit", "finance.budget", "-u", "296", "-p", "2023-8T"}, "--output"},
      {{"fill", "-u", "296", "-p", "2023-8T"}, "section"},
      {{"receive"}, "paths"},
      {{"receive", "a.cchc", "--every", "1"}, "--every"},
      {{"history", "finance.budget", "-u", "296", "-p", "2023-8T", "--changes", "0"}, "--changes"},
  };
  for (const auto& [use, named] : uses) {
    const auto outcome = run(use);
    INFO(shown(use) << "\n" << outcome.err);
    CHECK(outcome.status == 2);
    CHECK(outcome.out.empty());
    CHECK_FALSE(outcome.err.empty());
    CHECK(outcome.err.find(named) != std::string::npos);
  }
}

// The parser of the command line answers by itself: in English, without a code, and without the unknown word.
TEST_CASE("wrong use is told like everything else and names the word that is no command", "[!shouldfail]") {
  const auto outcome = run({"consolidat"});
  CHECK(outcome.err.find("consolidat") != std::string::npos);
  CHECK_THAT(outcome.err, Catch::Matches("[a-z.-]+: .*: .*: .*\n"));
  CHECK(run({"--lang", "en", "consolidat"}).err != outcome.err);
}

TEST_CASE("options for all commands stand before the command, and behind it they are wrong use that does nothing") {
  const TemporaryFolder folder;
  const auto store = (folder / "suite.sqlite").string();
  CHECK(run({"--lang", "en", "--json", "--store", store, "--actor", "Lê Thị Mẫu", "journal", "verify"}).status == 0);
  CHECK(fs::exists(store));
  const auto second = (folder / "second.sqlite").string();
  for (const Arguments& option : {Arguments{"--store", store}, {"--lang", "en"}, {"--json"}, {"--actor", "Mẫu"}}) {
    const auto arguments = with({"--store", second, "journal", "verify"}, option);
    const auto outcome = run(arguments);
    INFO(shown(arguments));
    CHECK(outcome.status == 2);
    CHECK(outcome.out.empty());
    CHECK(outcome.err.find(option.front()) != std::string::npos);
  }
  CHECK_FALSE(fs::exists(second));
}

TEST_CASE("of two commands in one line neither is run") {
  const auto office = Office::before();
  const auto copy = (office / "copy.sqlite").string();
  for (const Arguments& both : {Arguments{"periods", "close", "2023-8T", "backup", copy},
                                {"backup", copy, "periods", "close", "2023-8T"},
                                {"journal", "verify", "plugins"}}) {
    const auto outcome = office.run(both);
    INFO(shown(both));
    CHECK(outcome.status == 2);
    CHECK(outcome.out.empty());
  }
  CHECK_FALSE(fs::exists(copy));
  // The period is still open.
  office.fill("finance.budget", "<field id=\"revenue.target\">1</field>");
}
