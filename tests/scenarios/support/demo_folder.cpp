#include "tests/scenarios/support/demo_folder.h"

#include <sqlite3.h>

#include <catch2/catch.hpp>
#include <regex>

namespace cchc::test {

namespace fs = std::filesystem;

const fs::path& demoFolder() {
  static const TemporaryFolder folder;
  static const fs::path made = [] {
    const auto outcome = cchc({"demo", (folder / "demo").string()});
    if (outcome.status != 0) throw std::runtime_error("cchc demo: " + outcome.err);
    return folder / "demo";
  }();
  return made;
}

fs::path sampleFolder() { return fs::path(CCHC_SOURCE) / "installer" / "sample"; }

Office::Office() : folder_(std::make_shared<TemporaryFolder>()) {}

Office Office::afterDemo() {
  Office office;
  fs::copy_file(demoFolder() / "suite.sqlite", office.store());
  return office;
}

Office Office::departments() {
  Office office;
  fs::copy_file(demoFolder() / "departments.sqlite", office.store());
  return office;
}

Office Office::before() {
  Office office;
  office.done({"units", "import", (sampleFolder() / "units.tsv").string()});
  office.done({"periods", "import", (sampleFolder() / "periods.tsv").string()});
  office.done({"assign", (sampleFolder() / "assignments.tsv").string()});
  return office;
}

Outcome Office::run(std::vector<std::string> arguments) const {
  arguments.insert(arguments.begin(), {"--store", store().string()});
  return cchc(arguments);
}

std::string Office::done(std::vector<std::string> arguments) const {
  const auto outcome = run(arguments);
  INFO(arguments.front() << ": " << outcome.out << outcome.err);
  REQUIRE(outcome.status == 0);
  return outcome.out;
}

nlohmann::json Office::json(std::vector<std::string> arguments) const {
  arguments.insert(arguments.begin(), "--json");
  const auto outcome = run(arguments);
  INFO(outcome.err);
  REQUIRE(outcome.err.empty());
  return nlohmann::json::parse(outcome.out);
}

void Office::alter(const std::string& statement) const {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(store().string().c_str(), &database) == SQLITE_OK);
  char* error = nullptr;
  const int done = sqlite3_exec(database, statement.c_str(), nullptr, nullptr, &error);
  INFO(statement << (error == nullptr ? "" : error));
  CHECK(done == SQLITE_OK);
  sqlite3_free(error);
  sqlite3_close(database);
}

void Office::returnSection(const std::string& section, const std::string& unit) const {
  done({"return", section, "-u", unit, "-p", "2023-8T", "--reason", "Đề nghị sửa số liệu"});
}

void Office::fill(const std::string& section, const std::string& values, const std::string& unit) const {
  const auto file = *folder_ / "values.xml";
  write(file, valuesFile(values));
  done({"fill", section, "-u", unit, "-p", "2023-8T", file.string()});
}

void Office::correct(const std::string& section, const std::string& values, const std::string& unit) const {
  returnSection(section, unit);
  fill(section, values, unit);
  submit(section, "again.cchc", unit);
  done({"accept", section, "-u", unit, "-p", "2023-8T"});
}

fs::path Office::submit(const std::string& section, const std::string& file, const std::string& unit) const {
  const auto package = *folder_ / file;
  done({"submit", section, "-u", unit, "-p", "2023-8T", "-o", package.string()});
  return package;
}

std::string Office::consolidate(std::vector<std::string> options) const {
  const auto report = *folder_ / "report.xml";
  std::vector<std::string> arguments{"consolidate", "--incomplete", "-u", "296",
                                     "-p",          "2023-8T",      "-o", report.string()};
  arguments.insert(arguments.end(), options.begin(), options.end());
  done(arguments);
  return contentOf(report);
}

std::string Office::render() const {
  const auto html = *folder_ / "report.html";
  done({"render", (*folder_ / "report.xml").string(), "-o", html.string()});
  return contentOf(html);
}

fs::path demoPackage(const std::string& section, const std::string& unit) {
  return demoFolder() / "packages" / (unit + "_" + section + "_2023-8T_lan1.cchc");
}

std::string withoutTimes(std::string report) {
  static const std::regex times(" (created|submitted|received)=\"[^\"]*\"");
  return std::regex_replace(report, times, "");
}

std::string valuesFile(const std::string& content) {
  return "<values xmlns=\"urn:cchc:values:1\">" + content + "</values>";
}

}  // namespace cchc::test
