// The demonstration: a complete round on the sample, through the same use cases that a user has.
#pragma once
#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/app/report/make_report.h"
#include "core/app/suite/resources.h"

namespace cchc {

struct DemoOutcome {
  std::filesystem::path report, html, store, packages;
  std::size_t sections = 0;  // that were filled in and submitted
  ReportOutcome made;
};
// Leaves in `folder`: report.xml, report.html, suite.sqlite (the store of the office), departments.sqlite (the store of
// the departments and communes), packages/. The files of an earlier demonstration are replaced. `progress` is called
// after each step with the code of a text and a count. The clock is fixed, so that the files are the same each time.
// Errors:
//   demo.folder-not-empty   the folder contains other files
//   suite.resources         the sample is not installed
//   file.write, and those of the use cases
Result<DemoOutcome> runDemo(const Resources& resources, const std::vector<std::filesystem::path>& pluginFolders,
                            const std::filesystem::path& folder,
                            const std::function<void(const std::string& code, std::size_t count)>& progress);

}  // namespace cchc
