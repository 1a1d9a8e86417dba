// What the command line accepts as a command, and how it answers wrong use.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "tests/scenarios/support/command_line.h"

namespace fs = std::filesystem;
using namespace cchc::test;

namespace {

Outcome run(const Arguments& arguments) { return cchc::test::cchc(arguments); }

const std::set<std::string> commands{
    "plugins",   "definitions",   "units",           "periods", "assign",   "status",  "fill",
    "workbook",  "import",        "check",           "explain", "show",     "submit",  "receive",
    "accept",    "return",        "ask-return",      "issue",   "reopen",   "history", "choose",
    "journal",   "consolidate",   "confirm-missing", "render",  "demo",     "sign",    "verify",
    "backup",    "restore",       "refuse-return",   "desk",    "withdraw", "discard", "enter-for",
    "exchanged", "amend-heading", "issued",
};

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
  CHECK(commandsIn(run({"periods", "--help"}).out) ==
        std::set<std::string>{"import", "add", "list", "close", "reopen"});
  CHECK(commandsIn(run({"journal", "--help"}).out) == std::set<std::string>{"show", "verify"});
  CHECK(commandsIn(run({"desk", "--help"}).out) == std::set<std::string>{"show", "set", "clear"});
}

TEST_CASE("the version is told on stdout") {
  const auto version = run({"--version"});
  CHECK(version.status == 0);
  CHECK(version.err.empty());
  CHECK_THAT(version.out, Catch::Matches("cchc [0-9]+\\.[0-9]+\\.[0-9]+\n"));
}

TEST_CASE("what the command line cannot mean is wrong use and names what it is") {
  struct Use {
    Arguments arguments;
    const char *code, *place, *named;
  };
  const Use uses[] = {
      {{}, "command-missing", "cchc", ""},
      {{"units"}, "command-missing", "cchc units", ""},
      {{"journal"}, "command-missing", "cchc journal", ""},
      {{"consolidat"}, "command-unknown", "cchc", "consolidate?"},
      {{"history-of", "finance.budget"}, "command-unknown", "cchc", "history"},
      {{"something"}, "command-unknown", "cchc", "something"},
      {{"units", "imports", "a.tsv"}, "command-unknown", "cchc units", "import?"},
      {{"plugins", "definitions"}, "command-second", "cchc plugins", "definitions"},
      {{"plugins", "more"}, "word-extra", "cchc plugins", "more"},
      {{"plugins", "--wish"}, "option-unknown", "cchc plugins", "--wish"},
      {{"plugins", "-x"}, "option-unknown", "cchc plugins", "-x: "},
      {{"--wish", "plugins"}, "option-unknown", "cchc plugins", "--wish"},
      {{"status", "--perio", "2023-8T"}, "option-unknown", "cchc status", "--period?"},
      {{"status", "-p", "2023-8T", "--json"}, "option-misplaced", "cchc status", "--json"},
      {{"status"}, "missing", "cchc status", "--period"},
      {{"submit", "finance.budget", "-p", "2023-8T"}, "missing", "cchc submit", "--unit, --output"},
      {{"fill", "-u", "296", "-p", "2023-8T"}, "missing", "cchc fill", "section, file"},
      {{"receive"}, "missing", "cchc receive", "paths"},
      {{"status", "--period"}, "one-value", "cchc status", "--period"},
      {{"status", "-p", "2023-8T", "-p", "2023-9T"}, "one-value", "cchc status", "--period"},
      {{"--lang"}, "one-value", "cchc", "--lang"},
      {{"--lang", "fr", "plugins"}, "value", "cchc plugins", "vi, en"},
      {{"--lang", "fr", "plugins"}, "value", "cchc plugins", "“fr”"},
      {{"receive", "a.cchc", "--every", "1"}, "value", "cchc receive", "10 - 3600000"},
      {{"receive", "a.cchc", "--watch=maybe"}, "value", "cchc receive", "--watch"},
      {budget("history", {"--changes", "0"}), "value", "cchc history", "--changes"},
      {{"sign", "a", "--key", "k.p12", "--token", "t.so"}, "excludes", "cchc sign", "--token"},
      {{"sign", "a", "--token-key", "k"}, "needs", "cchc sign", "--token"},
  };
  for (const auto& use : uses) {
    const auto outcome = run(use.arguments);
    INFO(shown(use.arguments) << "\n" << outcome.err);
    isMessage(outcome, 2, std::string("cli.usage.") + use.code, std::string(use.place) + ": ");
    CHECK(outcome.err.find(use.named) != std::string::npos);
  }
}

TEST_CASE("wrong use is told like everything else and names the word that is no command") {
  const auto outcome = run({"consolidat"});
  CHECK(outcome.err.find("consolidat") != std::string::npos);
  CHECK_THAT(outcome.err, Catch::Matches("[a-z.-]+: .*: .*: .*\n"));
  const auto english = run({"--lang", "en", "consolidat"}).err;
  CHECK(english != outcome.err);
  CHECK(english.find("Did you mean consolidate?") != std::string::npos);
  CHECK(run({"consolidat", "--lang=en"}).err == english);
}

TEST_CASE("wrong use does not print the password of a store") {
  for (const Arguments& arguments : {Arguments{"plugins", "--store", "postgresql://an:mat-khau@host/kho"},
                                     {"plugins", "--store=postgresql://an:mat-khau@host/kho"},
                                     {"plugins", "postgresql://an:mat-khau@host/kho"}}) {
    const auto outcome = run(arguments);
    INFO(outcome.err);
    CHECK(outcome.status == 2);
    CHECK(outcome.err.find("mat-khau") == std::string::npos);
  }
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
