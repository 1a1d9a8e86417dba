// What a folder or a ZIP has besides packages is named when it is received, so that no package is lost by its name.
#include <zip.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/scenarios/support/demo_folder.h"

namespace fs = std::filesystem;
using namespace cchc::test;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

fs::path folderOf(const Office& office) {
  const auto folder = office / "in";
  fs::create_directories(folder / "deep");
  fs::copy_file(demoPackage("finance.budget"), folder / "a.cchc");
  return folder;
}

}  // namespace

TEST_CASE("files of a folder that by their names are no packages are named, and the others received") {
  const auto office = Office::before();
  const auto folder = folderOf(office);
  for (const auto* name : {"x.cchc.txt", ".hidden.cchc", "deep/x.cchc.part"})
    fs::copy_file(demoPackage("office.tasks"), folder / name);
  fs::create_directory(folder / ".sent");
  const auto outcome = office.run({"receive", folder.string()});
  INFO(outcome.out << outcome.err);
  CHECK(outcome.status == 0);
  CHECK(has(outcome.err, "package.passed-over: " + folder.string() + ": "));
  for (const auto* name : {"x.cchc.txt", ".hidden.cchc", "deep/x.cchc.part", ".sent"}) CHECK(has(outcome.err, name));
  CHECK(has(outcome.out, "1"));
  const auto json = office.run({"--json", "receive", folder.string()});
  const auto lines = nlohmann::json::parse(json.out);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0]["result"] == "passed-over");
  CHECK(has(lines[0]["note"], "x.cchc.txt"));
}

TEST_CASE("a folder with packages alone, or with what systems leave in it, is received without a word") {
  const auto office = Office::before();
  const auto folder = folderOf(office);
  for (const auto* name : {".DS_Store", "Thumbs.db", "desktop.ini", "._a.cchc"}) write(folder / name, "x");
  fs::create_directories(folder / "archive");
  write(folder / "archive/old.txt", "x");
  const auto outcome = office.run({"receive", folder.string()});
  INFO(outcome.err);
  CHECK(outcome.status == 0);
  CHECK(outcome.err.empty());
}

TEST_CASE("a watched folder names what it passes over once") {
  const auto office = Office::before();
  const auto folder = folderOf(office);
  fs::copy_file(demoPackage("office.tasks"), folder / "x.cchc.txt");
  const auto outcome = office.run({"receive", "--watch", "--once", "--every", "10", folder.string()});
  INFO(outcome.out << outcome.err);
  CHECK(outcome.status == 0);
  const auto told = outcome.err.find("package.passed-over: " + folder.string());
  REQUIRE(told != std::string::npos);
  CHECK(has(outcome.err, "x.cchc.txt"));
  CHECK(outcome.err.find("package.passed-over", told + 1) == std::string::npos);
  CHECK(fs::exists(folder / "x.cchc.txt"));
}

TEST_CASE("files of a ZIP that by their names are no packages are named") {
  const auto office = Office::before();
  const auto file = office / "sent.zip";
  const auto package = contentOf(demoPackage("finance.budget"));
  int failed = 0;
  auto* zip = zip_open(file.c_str(), ZIP_CREATE, &failed);
  REQUIRE(zip != nullptr);
  for (const auto* name : {"a.cchc", "b.cchc.txt"}) {
    auto* source = zip_source_buffer(zip, package.data(), package.size(), 0);
    REQUIRE(zip_file_add(zip, name, source, 0) >= 0);
  }
  REQUIRE(zip_close(zip) == 0);
  const auto outcome = office.run({"receive", file.string()});
  INFO(outcome.out << outcome.err);
  CHECK(outcome.status == 0);
  CHECK(has(outcome.err, "package.passed-over: " + file.string() + ": "));
  CHECK(has(outcome.err, "b.cchc.txt"));
}
