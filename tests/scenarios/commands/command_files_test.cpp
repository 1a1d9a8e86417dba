// Files and stores that a command is given and cannot use: each is named, and nothing is left behind.
#include <catch2/catch.hpp>
#include <set>

#include "tests/scenarios/support/command_line.h"

namespace fs = std::filesystem;
using namespace cchc::test;

namespace {

// An office with one section in its report, a folder where a file should be written, and the files that are then there.
struct Writing {
  Office office = Office::before();
  std::string report = (demoFolder() / "report.xml").string();
  std::string none = (office / "none").string(), folder = (office / "folder.html").string();
  Writing() {
    office.done({"receive", demoPackage("office.tasks").string()});
    office.done({"accept", "office.tasks", "-u", "296", "-p", "2023-8T"});
    fs::create_directory(folder);
  }
  std::set<std::string> left() const {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(office / "")) {
      const auto name = entry.path().filename().string();
      if (!name.starts_with("suite.sqlite") && name != "folder.html") names.insert(name);
    }
    for (const auto& entry : fs::directory_iterator(folder)) names.insert(entry.path().filename().string());
    return names;
  }
};

}  // namespace

TEST_CASE("a file that is not there is named, and the command fails") {
  const auto office = Office::before();
  const auto missing = (office / "missing").string();
  const std::pair<Arguments, const char*> reads[] = {
      {{"units", "import", missing}, "file.read"},
      {{"periods", "import", missing}, "file.read"},
      {{"assign", missing}, "file.read"},
      {budget("fill", {missing + ".xml"}), "file.read"},
      {budget("import", {"treasury", missing}), "file.read"},
      {{"render", missing, "-o", missing + ".html"}, "file.read"},
      {{"verify", missing}, "file.read"},
      {{"restore", missing, "--replace"}, "store.restore-failed"},
      {{"render", (office / ".").string(), "-o", missing + ".html"}, "file.read"},
  };
  for (const auto& [read, code] : reads) {
    INFO(shown(read));
    isMessage(office.run(read), 3, code, (office / "").string());
  }
  // One of several packages that cannot be read is refused like a damaged one; the others are received.
  const auto received = office.run({"receive", missing, demoPackage("office.tasks").string()});
  CHECK(received.status == 1);
  CHECK(received.err.starts_with("file.read: " + missing));
  CHECK(office.json({"history", "office.tasks", "-u", "296", "-p", "2023-8T"}).size() == 1);
}

TEST_CASE("a file that cannot be written is named, and nothing is left of it") {
  const Writing writing;
  const std::pair<Arguments, std::string> writes[] = {
      {budget("workbook", {"-o", writing.none + "/form.xlsx"}), writing.none + "/form.xlsx: "},
      {{"render", writing.report, "-o", writing.none + "/report.html"}, writing.none + "/report.html: "},
      {budget("workbook", {"-o", writing.folder}), writing.folder + ": "},
      {{"render", writing.report, "-o", writing.folder}, writing.folder + ": "},
      {{"consolidate", "--incomplete", "-u", "296", "-p", "2023-8T", "-o", writing.folder}, writing.folder + ": "},
  };
  for (const auto& [write, place] : writes) {
    INFO(shown(write));
    const auto* code = place.starts_with(writing.folder) ? "file.not-a-file" : "file.write";
    isMessage(writing.office.run(write), 3, code, place);
    CHECK(writing.left().empty());
  }
  CHECK_FALSE(fs::exists(writing.none));
}

TEST_CASE("a report that cannot be written leaves nothing of itself behind") {
  const Writing writing;
  const auto outcome =
      writing.office.run({"consolidate", "--incomplete", "-u", "296", "-p", "2023-8T", "-o", writing.folder});
  REQUIRE(outcome.status == 3);
  CHECK(writing.left().empty());
}

TEST_CASE("a file that cannot be written is named as it was asked for by every command") {
  const Writing writing;
  const auto copy = writing.none + "/copy.sqlite", report = writing.none + "/report.xml";
  CHECK(writing.office.run({"backup", copy}).err.starts_with("store.backup-failed: " + copy + ": "));
  CHECK(writing.office.run({"consolidate", "--incomplete", "-u", "296", "-p", "2023-8T", "-o", report})
            .err.starts_with("file.write: " + report + ": "));
}

TEST_CASE("a store that cannot be there is told with its folder, and none is made") {
  const TemporaryFolder folder;
  const auto store = (folder.path() / "none" / "suite.sqlite").string();
  for (const Arguments& command : {Arguments{"status", "-p", "2023-8T"},
                                   {"journal", "verify"},
                                   {"units", "import", (sampleFolder() / "units.tsv").string()}}) {
    const auto arguments = with({"--store", store}, command);
    INFO(shown(arguments));
    isMessage(cchc::test::cchc(arguments), 3, "store.no-folder", store);
  }
  isMessage(cchc::test::cchc({"--store", folder.path().string(), "status", "-p", "2023-8T"}), 3, "store.open",
            folder.path().string());
  CHECK(fs::is_empty(folder.path()));
}

TEST_CASE("without --store the store lies in the user's own data folder") {
  const TemporaryFolder home;
  const auto program = (fs::path(CCHC_BINARY) / "bin" / "cchc").string();
  const auto outcome =
      cchc::test::run("/usr/bin/env", {"HOME=" + home.path().string(), "XDG_DATA_HOME=" + (home / "data").string(),
                                       program, "units", "import", (sampleFolder() / "units.tsv").string()});
  INFO(outcome.err);
  CHECK(outcome.status == 0);
  std::size_t stores = 0;
  for (const auto& entry : fs::recursive_directory_iterator(home / "data"))
    stores += entry.path().filename() == "suite.sqlite" ? 1 : 0;
  CHECK(stores == 1);
  CHECK(std::distance(fs::directory_iterator(home.path()), fs::directory_iterator()) == 1);
}
