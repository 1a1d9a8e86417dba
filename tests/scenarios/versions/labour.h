// A department of labour whose form has two versions, with units, periods on both sides of 1 July 2025 and assignments:
// what the tests of versions begin with.
#pragma once
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/scenarios/support/demo_folder.h"

namespace cchc::test {

// The form of the department, labour.jobs. Version 2 renames `people` to `workers`, adds `young`, and has no `remark`.
std::string firstForm(const std::string& attributes = "");
std::string secondForm(const std::string& attributes = "from=\"2025-07-01\"");

// Several installations, each with the files of its plugin folder, and several stores beside them. The tree is the
// province T with the communes X1 and X2. Periods: Y2024, and S2025 from 1 July 2025, which is compared with Y2024.
class Labour {
 public:
  // The file replaces an earlier one of that name in the installation; empty: it is removed.
  void install(const std::string& installation, const std::string& file, const std::string& xml) const;
  // Units, periods and assignments: labour.jobs for both communes in both periods.
  void prepare(const std::string& installation, const std::string& store) const;

  Outcome run(const std::string& installation, const std::string& store, std::vector<std::string> arguments) const;
  // The same; fails the test when the command does.
  std::string done(const std::string& installation, const std::string& store,
                   const std::vector<std::string>& arguments) const;
  nlohmann::json read(const std::string& installation, const std::string& store,
                      std::vector<std::string> arguments) const;
  // Fills the section of the commune with the content of a <values> element, and submits it: the path of the package.
  void fill(const std::string& installation, const std::string& store, const std::string& unit,
            const std::string& period, const std::string& values) const;
  std::string submit(const std::string& installation, const std::string& store, const std::string& unit,
                     const std::string& period) const;
  std::string at(const std::string& name) const { return (folder_ / name).string(); }

 private:
  TemporaryFolder folder_;
};

// "labour.jobs -u UNIT -p PERIOD" after a command, and more.
std::vector<std::string> jobs(const std::string& command, const std::string& unit, const std::string& period,
                              const std::vector<std::string>& more = {});
// The kept values of a section as `show --json` gives it, by place.
std::map<std::string, std::string> keptIn(const nlohmann::json& shown);
std::string figure(const std::string& field, const std::string& value);

}  // namespace cchc::test
