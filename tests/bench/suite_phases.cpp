// The suite's own work, through the use cases that the command line has.
#include <atomic>
#include <fstream>
#include <iostream>
#include <thread>

#include "core/app/receive/receive.h"
#include "core/app/report/make_report.h"
#include "core/app/suite/catalogue.h"
#include "core/app/units/import_tables.h"
#include "core/base/platform.h"
#include "core/exchange/package/package.h"
#include "core/rules/section_findings.h"
#include "tests/bench/measure.h"
#include "tests/bench/phases.h"

namespace bench {
namespace {

using namespace cchc;

const FixedClock& clock() {
  static const FixedClock fixed(*parseTime("2023-08-29T08:00:00Z"));
  return fixed;
}

std::unique_ptr<Suite> open(const std::filesystem::path& folder, const char* store = "suite.sqlite") {
  SuiteOptions options;
  options.store = (folder / store).string();
  options.resources = resources();
  options.clock = &clock();
  options.actor = {"Nguyễn Văn B", "nvb", "MAY-02"};
  auto suite = openSuite(std::move(options));
  if (!suite) stop(suite.error());
  return std::move(*suite);
}

std::string between(std::string_view text, std::string_view from, std::string_view to, std::size_t start) {
  const auto at = text.find(from, start);
  if (at == std::string_view::npos) return {};
  const auto begin = at + from.size();
  return std::string(text.substr(begin, text.find(to, begin) - begin));
}

}  // namespace

Resources resources() {
  auto found = findResources(platform::programPath());
  if (!found) stop(found.error());
  return *found;
}

void stop(const Error& error) {
  std::cerr << messageLine(error, Language::en) << "\n";
  std::exit(1);
}

void setUp(const std::filesystem::path& folder) {
  for (const auto* store : {"suite.sqlite", "two.sqlite"}) {
    for (const auto* part : {"", "-wal", "-shm"}) std::filesystem::remove(folder / (std::string(store) + part));
    const auto suite = open(folder, store);
    if (const auto done = importTables(*suite, folder); !done) stop(done.error());
  }
}

void receivePhase(const std::filesystem::path& folder, unsigned threads) {
  const auto suite = open(folder, threads == 1 ? "suite.sqlite" : "two.sqlite");
  std::size_t stored = 0, findings = 0;
  const auto done = receiveFiles(*suite, {folder / "packages"}, threads, [&](const ReceivedFile& file) {
    if (file.refusal) stop(*file.refusal);
    stored += file.result == ReceiveResult::stored ? 1 : 0;
    findings += static_cast<std::size_t>(file.errors + file.warnings);
  });
  if (!done) stop(done.error());
  print("stored", static_cast<double>(stored));
  print("findings", static_cast<double>(findings));
  printUsage();
}

void checkPhase(const std::filesystem::path& folder, unsigned threads) {
  const auto catalogue = *loadCatalogue(resources(), {});
  const auto definition = catalogue.definitions.newest(DefinitionId("office.commune"));
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder / "packages")) files.push_back(entry.path());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    SubmissionReader reader(
        [&](const SubmissionHeader&) -> Result<const SectionDefinition*> { return &definition->definition(); },
        UnitCodes());
    Package package;
    Evaluation evaluation;
    const Surroundings none;
    for (auto i = next++; i < files.size(); i = next++) {
      const auto bytes = *readFile(files[i]);
      auto read = reader.read(bytes, "bench", std::move(package));
      if (!read) stop(read.error());
      package = std::move(*read);
      evaluate(*definition, package.data, none, evaluation);
      if (!sectionFindings(*definition, package.header.key, package.data, evaluation, none, false).empty()) continue;
    }
  };
  const auto started = wallNow();
  std::vector<std::thread> helpers;
  for (unsigned i = 1; i < threads; ++i) helpers.emplace_back(work);
  work();
  for (auto& helper : helpers) helper.join();
  print("checking", wallNow() - started);
  printUsage();
}

void consolidatePhase(const std::filesystem::path& folder) {
  {
    const auto suite = open(folder);
    const auto made = makeReport(*suite, OrgUnitId("0"), PeriodId("2023-8T"), true, folder / "report.xml");
    if (!made) stop(made.error());
    print("units", made->heading.presentUnits);
  }
  printUsage();
  const auto report = readFile(folder / "report.xml");
  if (!report) stop(report.error());
  std::ifstream totals(folder / "totals.tsv");
  std::size_t exact = 0;
  for (std::string id, total; totals >> id >> total;) {
    const auto at = report->find("<indicator id=\"" + id + "\"");
    const auto shown = at == std::string::npos ? "(none)" : between(*report, "<integer>", "</integer>", at);
    if (shown != total) {
      std::cerr << "the sum of " << id << " is " << shown << ", not " << total << "\n";
      std::exit(1);
    }
    ++exact;
  }
  print("exact", static_cast<double>(exact));
}

}  // namespace bench
