// The whole round on the Bình Giang sample, through the same use cases that a user has.
#pragma once
#include <functional>

#include "core/app/receive/receive.h"
#include "core/app/report/make_report.h"

namespace cchc {

struct DemoOutcome {
  std::filesystem::path report, html, store, packages;
  std::size_t sections = 0;
  ReportOutcome made;
};
// Leaves report.xml, report.html, suite.sqlite (the office's store), departments.sqlite (the departments' and
// communes') and packages/ in `folder`. A folder that holds an earlier demonstration is made anew; one that holds
// anything else is refused: demo.folder-not-empty. `progress` is told each step. The clock stands still, so that the
// same files come out each time.
Result<DemoOutcome> runDemo(const Resources& resources, const std::vector<std::filesystem::path>& pluginFolders,
                            const std::filesystem::path& folder,
                            const std::function<void(const std::string& code, std::size_t count)>& progress);

// Units, periods and assignments of a folder of TSV files into a store.
Status importTables(Suite& suite, const std::filesystem::path& folder);

}  // namespace cchc
