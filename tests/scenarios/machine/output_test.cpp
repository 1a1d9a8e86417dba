// Results arrive as a whole or a command fails: on the standard output, in files with two writers, in a batch.
#include <catch2/catch.hpp>
#include <fstream>
#include <thread>

#include "tests/scenarios/support/command_line.h"

namespace fs = std::filesystem;
using namespace cchc::test;

namespace {

std::string quoted(const std::string& text) { return "'" + text + "'"; }

// The command with its standard output as a shell says: "> /dev/full", ">&-".
Outcome redirected(const std::vector<std::string>& arguments, const std::string& output) {
  std::string line = quoted((fs::path(CCHC_BINARY) / "bin" / "cchc").string());
  for (const auto& argument : arguments) line += " " + quoted(argument);
  return run("/bin/sh", {"-c", line + " " + output});
}

}  // namespace

TEST_CASE("a standard output that is full or closed is an error of every command, and a whole one is not") {
  const auto office = Office::afterDemo();
  const auto store = office.store().string(), package = demoPackage("finance.budget").string();
  const std::vector<std::vector<std::string>> commands = {
      {"--version"},
      {"--help"},
      {"status", "--help"},
      {"plugins"},
      {"definitions"},
      {"definitions", "finance.budget"},
      {"--store", store, "status", "-p", "2023-8T"},
      {"--store", store, "--json", "status", "-p", "2023-8T"},
      {"--store", store, "units", "show"},
      {"--store", store, "desk", "show"},
      {"--store", store, "periods", "list"},
      {"--store", store, "show", "finance.budget", "-u", "296", "-p", "2023-8T"},
      {"--store", store, "check", "finance.budget", "-u", "296", "-p", "2023-8T"},
      {"--store", store, "history", "finance.budget", "-u", "296", "-p", "2023-8T"},
      {"--store", store, "journal", "show"},
      {"--store", store, "journal", "verify"},
      {"--store", store, "receive", package},
      {"--store", store, "consolidate", "-u", "296", "-p", "2023-8T", "-o", (office / "r.xml").string()},
      {"--store", store, "exchanged", "-u", "296.TCKH", "-o", (office / "e.zip").string()},
      {"verify", package},
  };
  int number = 0;
  for (const auto& command : commands) {
    INFO(shown(command));
    const auto whole = redirected(command, "> " + quoted((office / "whole").string()));
    CHECK(whole.status <= 1);  // verify says 1 of a package that is not signed
    CHECK(whole.err.find("output.write") == std::string::npos);
    CHECK_FALSE(contentOf(office / "whole").empty());
    for (const auto* output : {"> /dev/full", ">&-"}) {
      const auto failed = redirected(command, output);
      INFO(output << ": " << failed.err);
      CHECK(failed.status == 3);
      CHECK(failed.err.find("output.write") != std::string::npos);
    }
    ++number;
  }
  CHECK(number == 20);
  // What the command did is done, and says so.
  const auto backup = redirected({"--store", store, "backup", (office / "copy.sqlite").string()}, ">&-");
  CHECK(backup.status == 3);
  CHECK(fs::exists(office / "copy.sqlite"));
  CHECK(office.run({"journal", "verify"}).status == 0);  // nothing of the output went into the store
}

TEST_CASE("two commands that write one file at once leave a whole one, and no other file") {
  const auto office = Office::afterDemo();
  const auto target = office / "out";
  fs::create_directory(target);
  const auto report = (target / "report.xml").string();
  std::vector<std::thread> writers;
  std::vector<Outcome> outcomes(4);
  for (auto& outcome : outcomes) {
    writers.emplace_back([&outcome, report, &office] {
      outcome = office.run({"consolidate", "-u", "296", "-p", "2023-8T", "-o", report});
    });
  }
  for (auto& writer : writers) writer.join();
  for (const auto& outcome : outcomes) {
    INFO(outcome.err);
    CHECK(outcome.status == 0);
  }
  CHECK(std::distance(fs::directory_iterator(target), fs::directory_iterator()) == 1);
  CHECK(run("/usr/bin/xmllint", {"--noout", "--schema", CCHC_SOURCE "/schemas/report.xsd", report}).status == 0);
}

TEST_CASE("a device, a pipe and a folder are not written over, and a link stays a link") {
  const auto office = Office::afterDemo();
  const auto consolidate = [&](const fs::path& file) {
    return office.run({"consolidate", "-u", "296", "-p", "2023-8T", "-o", file.string()});
  };
  CHECK(run("/usr/bin/mkfifo", {(office / "pipe").string()}).status == 0);
  for (const auto& wrong : {fs::path("/dev/null"), office / "pipe", fs::path(office / "x").parent_path()}) {
    const auto refused = consolidate(wrong);
    INFO(wrong << refused.err);
    CHECK(refused.status == 3);
    CHECK(refused.err.find("file.not-a-file: " + wrong.string()) != std::string::npos);
  }
  CHECK(fs::is_character_file("/dev/null"));
  write(office / "real.xml", "");
  fs::create_symlink(office / "real.xml", office / "link.xml");
  CHECK(consolidate(office / "link.xml").status == 0);
  CHECK(fs::is_symlink(office / "link.xml"));
  CHECK(contentOf(office / "real.xml").starts_with("<?xml"));
}

TEST_CASE("a batch gives up one file with its reason and takes the others, and says so") {
  const auto office = Office::before();
  const auto folder = office / "packages";
  fs::create_directory(folder);
  fs::copy_file(demoPackage("finance.budget"), folder / "a.cchc");
  write(folder / "b.cchc", "<a");
  fs::create_directory(folder / "c.cchc");  // a folder with the name of a package
  fs::copy_file(demoPackage("justice.institutional"), folder / "d.cchc");
  const auto mixed = office.run({"receive", folder.string(), (office / "nowhere.cchc").string()});
  CHECK(mixed.status == 1);
  CHECK(mixed.out.find("Đã nhận 2") != std::string::npos);
  CHECK(mixed.err.find("b.cchc") != std::string::npos);
  CHECK(mixed.err.find("nowhere.cchc") != std::string::npos);
  fs::remove(folder / "b.cchc");
  CHECK(office.run({"receive", folder.string()}).status == 0);
}

TEST_CASE("names that are not UTF-8 are in the results as JSON") {
  const auto office = Office::before();
  const auto file = fs::path(office / "x").parent_path() /
                    "ng\xE2n s\xE1"
                    "ch.cchc";
  fs::copy_file(demoPackage("finance.budget"), file);
  const auto received = office.run({"--json", "receive", file.string()});
  CHECK(received.status == 0);
  CHECK(nlohmann::json::parse(received.out)[0]["result"] == "stored");
  const auto refused = office.run({"--json", "verify", file.string(), (file.string() + "\xFF")});
  CHECK(nlohmann::json::parse(refused.out).size() == 2);
}

TEST_CASE("the status and the list of what is missing have the deadline of the period where there is no other") {
  const auto office = Office::before();
  office.done({"periods", "add", "2031-1T", "--name", "tháng 1", "--start", "2031-01-01", "--end", "2031-01-31",
               "--deadline", "2031-02-05"});
  office.done({"periods", "add", "2031-2T", "--name", "tháng 2", "--start", "2031-02-01", "--end", "2031-02-28"});
  const auto assigned = [&](const std::string& period, const std::string& deadline) {
    return "finance.budget\t296\t296.TCKH\t" + period + "\t" + deadline + "\n";
  };
  write(office / "assignments.tsv", "definition\tsubject\treporter\tperiod\tdeadline\n" + assigned("2031-1T", "") +
                                        assigned("2031-2T", "2031-03-01"));
  office.done({"assign", (office / "assignments.tsv").string()});
  CHECK(office.json({"status", "-p", "2031-1T"})[0]["deadline"] == "2031-02-05");
  CHECK(office.json({"status", "-p", "2031-2T"})[0]["deadline"] == "2031-03-01");
  CHECK(office.done({"status", "-p", "2031-1T"}).find("05/02/2031") != std::string::npos);
}
