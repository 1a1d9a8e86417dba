#include "core/app/demo/demo.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "core/app/receive/receive.h"
#include "core/app/receive/review.h"
#include "core/app/section/fill.h"
#include "core/app/send/submit.h"
#include "core/app/suite/catalogue.h"
#include "core/app/units/import_tables.h"
#include "core/base/platform.h"
#include "core/base/texts.h"
#include "core/rules/compiled_definition.h"

namespace cchc {
namespace {

namespace fs = std::filesystem;

// Noon (UTC) on 28 August 2023, the date of the figures in the source report.
constexpr Time demoTime{std::chrono::seconds(1693224000)};
const char* const mark = ".cchc-demo";

Status prepareFolder(const fs::path& folder) {
  std::error_code failed;
  if (fs::exists(folder, failed) && !fs::is_empty(folder, failed)) {
    if (!fs::exists(folder / mark, failed)) return fail("demo.folder-not-empty", folder.string(), {}, ErrorKind::usage);
    for (const auto* name : {"suite.sqlite", "departments.sqlite", "report.xml", "report.html"}) {
      fs::remove(folder / name, failed);
      fs::remove(folder / (std::string(name) + "-wal"), failed);
      fs::remove(folder / (std::string(name) + "-shm"), failed);
      fs::remove_all(folder / (std::string(name) + ".backups"), failed);
    }
    fs::remove_all(folder / "packages", failed);
  }
  fs::create_directories(folder / "packages", failed);
  if (failed) return fail("file.write", folder.string(), {{"reason", failed.message()}}, ErrorKind::failure);
  return platform::writeFileDurably(folder / mark, "");
}

// values/<definition>.xml for the sections of the unit itself, values/<definition>/<unit>.xml for those of child units.
fs::path valuesFile(const fs::path& sample, const Assignment& assignment) {
  const auto own = sample / "values" / (assignment.definition.value + ".xml");
  std::error_code ignored;
  return fs::exists(own, ignored)
             ? own
             : sample / "values" / assignment.definition.value / (codeOf(assignment.subject) + ".xml");
}

// In ASCII, and unique: 10945_office.commune_2023-8T_lan1.cchc
std::string packageName(const SectionKey& key) {
  return codeOf(key.unit) + "_" + key.definition.value + "_" + key.period.value + "_lan1.cchc";
}

Result<std::size_t> departmentsSubmit(Suite& suite, const fs::path& folder, const PeriodId& period) {
  CCHC_TRY(const auto assignments, suite.store.assignments(period));
  CCHC_TRY(const auto in, periodOf(suite, period));
  for (const auto& assignment : assignments) {
    const SectionKey key{assignment.definition, assignment.subject, period};
    CCHC_TRY(const auto definition, definitionOf(suite, key.definition, in));
    const auto file = valuesFile(suite.options.resources.sample, assignment);
    CCHC_TRY(const auto bytes, readFile(file));
    CCHC_TRY(const auto values, readValuesXml(bytes, file, definition->definition()));
    CCHC_CHECK(fillSection(suite, key, values));
    std::vector<Finding> blocking;
    auto sent = submitSection(suite, key, folder / "packages" / packageName(key), blocking);
    if (!sent) {
      auto error = sent.error();
      for (const auto& finding : blocking) error.parameters.push_back({"blocking", findingLine(finding, Language::vi)});
      return fail(std::move(error));
    }
  }
  return assignments.size();
}

// What the sample is about: the last period with assignments, and the unit that is above all subjects of it.
Result<std::pair<OrgUnitId, PeriodId>> sampleReport(Suite& suite) {
  CCHC_TRY(const auto periods, suite.store.periods());
  CCHC_TRY(const auto units, suite.store.units());
  for (auto period = periods.rbegin(); period != periods.rend(); ++period) {
    CCHC_TRY(const auto assignments, suite.store.assignments(period->id));
    for (const auto& head : assignments) {
      const auto below = units->below(head.subject, period->end);
      const bool aboveAll = std::all_of(assignments.begin(), assignments.end(), [&](const Assignment& each) {
        return each.subject == head.subject ||
               std::any_of(below.begin(), below.end(), [&](const OrgUnit& unit) { return unit.id == each.subject; });
      });
      if (aboveAll) return std::pair(head.subject, period->id);
    }
  }
  return fail("suite.resources", suite.options.resources.sample.string(), {{"missing", "assignments.tsv"}},
              ErrorKind::failure);
}

}  // namespace

Result<DemoOutcome> runDemo(const Resources& resources, const std::vector<fs::path>& pluginFolders,
                            const fs::path& folder,
                            const std::function<void(const std::string&, std::size_t)>& progress) {
  if (resources.sample.empty())
    return fail("suite.resources", "share/cchc/sample", {{"missing", "sample"}}, ErrorKind::failure);
  CCHC_CHECK(prepareFolder(folder));
  const FixedClock clock(demoTime);
  // The report names them, so they do not depend on the user's language.
  const Actor clerk{std::string(text("demo.actor.clerk", Language::vi)), "mau", "may-mau"},
      office{std::string(text("demo.actor.office", Language::vi)), "mau", "may-van-phong"};
  DemoOutcome outcome{
      folder / "report.xml", folder / "report.html", folder / "suite.sqlite", folder / "packages", 0, {}};

  CCHC_TRY(const auto departments,
           openSuite({(folder / "departments.sqlite").string(), pluginFolders, resources, &clock, clerk}));
  CCHC_CHECK(importTables(*departments, resources.sample));
  CCHC_TRY(const auto reported, sampleReport(*departments));
  const auto& [unit, period] = reported;
  progress("demo.plugins", departments->definitions->registry().ids().size());
  CCHC_TRY(outcome.sections, departmentsSubmit(*departments, folder, period));
  progress("demo.submitted", outcome.sections);

  CCHC_TRY(const auto suite, openSuite({outcome.store.string(), pluginFolders, resources, &clock, office}));
  CCHC_CHECK(importTables(*suite, resources.sample));
  std::size_t received = 0;
  std::optional<Error> refused;
  CCHC_CHECK(receiveFiles(*suite, {outcome.packages}, 0, [&](const ReceivedFile& file) {
    received += file.refusal ? 0 : 1;
    if (file.refusal && !refused) refused = file.refusal;
  }));
  if (refused) return fail(*refused);
  progress("demo.received", received);
  CCHC_TRY(const auto accepted, acceptAll(*suite, unit, period));
  progress("demo.accepted", accepted);
  CCHC_TRY(outcome.made, makeReport(*suite, unit, period, false, outcome.report));
  CCHC_CHECK(renderReport(resources, outcome.report, outcome.html));
  return outcome;
}

}  // namespace cchc
