// The Bình Giang demonstration, made once in a test program, and copies of the office's store for each test to work on.
#pragma once
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/support/command.h"

namespace cchc::test {

// What `cchc demo` left behind; made at the first call, removed when the program ends. Not to be changed.
const std::filesystem::path& demoFolder();
// The tables that `cchc demo` starts from, and its values files.
std::filesystem::path sampleFolder();

// A store in a folder of its own.
class Office {
 public:
  // A copy of the demonstration's office: everything received, accepted and in the report.
  static Office afterDemo();
  // A copy of the departments' and communes' store, from which everything was submitted.
  static Office departments();
  // The sample's units, periods and assignments, and nothing received.
  static Office before();

  // cchc --store <its store> arguments...
  Outcome run(std::vector<std::string> arguments) const;
  // The same; fails the test when the command does.
  std::string done(std::vector<std::string> arguments) const;
  // The same with --json, read.
  nlohmann::json json(std::vector<std::string> arguments) const;

  std::filesystem::path operator/(const std::string& name) const { return *folder_ / name; }
  std::filesystem::path store() const { return *folder_ / "suite.sqlite"; }

  // Writes into the store past the program. The statement must be one that the database takes.
  void alter(const std::string& statement) const;

  // The rest are the steps of the round, each of which must succeed. `section` is of unit 296 unless another is named.
  void returnSection(const std::string& section, const std::string& unit = "296") const;
  void fill(const std::string& section, const std::string& values, const std::string& unit = "296") const;
  // Returned, filled in with the content of a <values> element, submitted and accepted.
  void correct(const std::string& section, const std::string& values, const std::string& unit = "296") const;
  // Submitted into a file of this name beside the store.
  std::filesystem::path submit(const std::string& section, const std::string& file,
                               const std::string& unit = "296") const;
  // report.xml, and report.html from it.
  std::string consolidate(std::vector<std::string> options = {}) const;
  std::string render() const;

 private:
  Office();
  std::shared_ptr<TemporaryFolder> folder_;
};

// The package of the demonstration, revision 1.
std::filesystem::path demoPackage(const std::string& section, const std::string& unit = "296");
// A report without the times at which it was made and its parts were taken in.
std::string withoutTimes(std::string report);

// The element that a values file is made of.
std::string valuesFile(const std::string& content);

}  // namespace cchc::test
