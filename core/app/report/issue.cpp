#include "core/app/report/issue.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/app/check/stored_check.h"
#include "core/app/receive/review.h"
#include "core/app/report/issued.h"
#include "core/app/report/make_report.h"
#include "core/app/report/store_source.h"
#include "core/app/suite/catalogue.h"
#include "core/app/suite/desk.h"
#include "core/base/digest.h"
#include "core/base/files/new_file.h"
#include "core/base/version.h"
#include "core/exchange/report/report_differences.h"
#include "core/signing/report_signature.h"

namespace cchc {
namespace {

constexpr std::size_t reportLimit = std::size_t(1) << 30U;

struct Confirmed {
  std::map<SectionKey, int> revisions;   // the latest accepted one of each section
  std::map<SectionKey, Error> formless;  // sections whose form is not installed, which the report therefore lacks
};

// Confirms each accepted section from its package.
Result<Confirmed> confirmAccepted(Suite& suite, const std::set<OrgUnitId>& ours, const PeriodId& period) {
  CCHC_TRY(auto check, StoredCheck::of(suite));
  Confirmed confirmed;
  StoredSubmission last;
  const auto confirmLast = [&]() -> Status {
    if (last.header.revision == 0) return {};
    const auto& key = last.header.key;
    const auto sound = check.confirm(last);
    if (!sound && sound.error().code != "package.unknown-section") return sound;
    if (!sound)
      confirmed.formless.emplace(key, sound.error());
    else
      confirmed.revisions[key] = last.header.revision;
    return {};
  };
  CCHC_CHECK(suite.store.forEachPackage(period, [&](const StoredSubmission& row) -> Status {
    if (row.state != SubmissionState::accepted || !ours.contains(row.header.key.unit)) return {};
    if (row.header.key != last.header.key) CCHC_CHECK(confirmLast());
    last = row;
    return {};
  }));
  CCHC_CHECK(confirmLast());
  return confirmed;
}

// Errors:
//   issue.not-printed   something that came in is not in the report
//   issue.errors        the report has errors, and nobody has confirmed that it is issued with them
//   issue.incomplete    sections are missing, and nobody has confirmed that the report is issued without them
Status checkComplete(Suite& suite, const ConsolidationInput& input, const ReportOutcome& outcome) {
  const auto& period = input.period;
  const auto place = codeOf(input.unit.id) + "/" + period.id.value;
  // What was confirmed is just what is missing now, and nothing that has to be mended (missing_sections.h).
  if (outcome.confirmed) return {};
  if (!outcome.notPrinted.empty()) return fail(errorOn("issue.not-printed", place, outcome.notPrinted));
  if (!outcome.wrong.empty()) return fail(errorOn("issue.errors", place, outcome.wrong));
  if (outcome.missing.empty()) return {};
  constexpr std::size_t shown = 5;
  Label sections;
  for (std::size_t i = 0; i < outcome.missing.size() && i < shown; ++i) {
    const auto& missing = outcome.missing[i];
    const auto title = titleOf(*suite.definitions, missing.section.definition, period.end);
    sections.vi += (i == 0 ? "" : "; ") + missing.definitionTitle + " (" + missing.unitName + ")";
    sections.en += (i == 0 ? "" : "; ") + title.in(Language::en) + " (" + missing.unitName + ")";
  }
  if (outcome.missing.size() > shown) sections.vi += "; …", sections.en += "; …";
  return fail("issue.incomplete", place,
              {{"count", std::to_string(outcome.missing.size())},
               {"sections", sections.vi},
               {"sections_en", sections.en},
               {"unit", codeOf(input.unit.id)},
               {"period", period.id.value}});
}

// The report as it is consolidated now. With a file, once its bytes have been compared with that, for the time of
// creation in the file.
Result<MadeReport> checkedReport(Suite& suite, const ConsolidationInput& input, const std::filesystem::path& file) {
  const auto& unit = input.unit.id;
  const auto& period = input.period.id;
  const auto name = file.string();
  if (file.empty()) {
    CCHC_TRY(auto made, reportAsOf(suite, unit, period, suite.now()));
    CCHC_CHECK(checkComplete(suite, input, made.outcome));
    return made;
  }
  CCHC_TRY(const auto bytes, readFile(file, reportLimit));
  CCHC_TRY(const auto identity, readReportIdentity(bytes, name));
  if (identity.unit.value != codeOf(unit) || identity.period != period) {
    CCHC_TRY(const auto codes, unitCodes(suite));
    const auto other = codes.unitOf(identity.unit.value, identity.period);
    return fail("report.other", name, sectionParameters(suite, {{}, other, identity.period}));
  }
  CCHC_TRY(const auto certificates, verifyReport(bytes, name));
  if (!certificates.empty()) return fail("signature.present", name);
  CCHC_TRY(auto now, reportAsOf(suite, unit, period, identity.created));
  CCHC_CHECK(checkComplete(suite, input, now.outcome));
  if (now.xml != bytes) {
    const auto all = reportDifferences(bytes, now.xml);
    constexpr std::size_t shown = 5;
    std::string places;
    for (std::size_t i = 0; i < all.size() && i < shown; ++i) places += (i == 0 ? "" : "; ") + all[i].place;
    if (all.size() > shown) places += "; …";
    return fail("report.differs", name, {{"places", places.empty() ? "XML" : places}});
  }
  return now;
}

}  // namespace

Result<std::size_t> issueReport(Suite& suite, const OrgUnitId& unit, const PeriodId& period,
                                const ReportToIssue& report) {
  CCHC_CHECK(permittedAtAll(suite, DeskCommand::issue));
  CCHC_TRY(const auto input, consolidationInput(suite, unit, period));
  const auto ours = unitsOf(input);
  CCHC_TRY(const auto newer, newerWaiting(suite, period, ours));
  const auto addTo = [&](Label& list, const SectionKey& key, const std::string& more) {
    const auto title = titleOf(*suite.definitions, key.definition, input.period.end);
    const auto rest = " (" + nameOf(suite, key.unit, key.period) + more + ")";
    list.vi += (list.vi.empty() ? "" : "; ") + title.vi + rest;
    list.en += (list.en.empty() ? "" : "; ") + title.in(Language::en) + rest;
  };
  // The report would not contain what was sent last, so a person has to decide first.
  const auto refuse = [&](const char* code, const Label& sections) {
    return fail(code, period.value, {{"sections", sections.vi}, {"sections_en", sections.en}});
  };
  Label waiting, returned, undecided;
  for (const auto& one : newer) {
    if (!one.issued)
      addTo(one.returned ? returned : waiting, one.key,
            ": " + std::to_string(one.accepted) + " → " + std::to_string(one.waiting));
  }
  if (!waiting.empty()) return refuse("issue.newer-waiting", waiting);
  if (!returned.empty()) return refuse("issue.newer-returned", returned);
  CCHC_TRY(const auto severalPackages, suite.store.undecidedSections(period));
  for (const auto& key : severalPackages) {
    if (ours.contains(key.unit)) addTo(undecided, key, "");
  }
  if (!undecided.empty()) return refuse("issue.undecided", undecided);
  CCHC_TRY(const auto headers, suite.store.sections(period));
  std::vector<const SectionHeader*> issuing;
  for (const auto& header : headers) {
    if (header.state == SectionState::inReport && ours.contains(header.key.unit)) issuing.push_back(&header);
  }
  if (issuing.empty() && report.file.empty()) return fail("section.none-in-report", period.value);
  // First, so that what was altered in the store is named as that, and not as missing or as a report that differs.
  CCHC_TRY(const auto confirmed, confirmAccepted(suite, ours, period));
  for (const auto* header : issuing) {
    if (confirmed.formless.contains(header->key)) continue;
    const auto found = confirmed.revisions.find(header->key);
    if (found == confirmed.revisions.end() || found->second != header->revision) {
      CCHC_TRY(const auto now, suite.store.section(header->key));
      if (now != *header) return fail("issue.changed-meanwhile", keyText(header->key));
      return submissionAltered(header->key, "submission.altered.state");
    }
  }
  for (const auto& header : headers) {
    if (!ours.contains(header.key.unit) || confirmed.revisions.contains(header.key)) continue;
    CCHC_CHECK(journalWhole(suite, header.key));
  }
  CCHC_TRY(const auto now, checkedReport(suite, input, report.file));
  // What is not asked any more is not in the report, and stays as it is.
  std::erase_if(issuing, [&](const SectionHeader* header) {
    const auto found = now.outcome.revisions.find(header->key);
    return found == now.outcome.revisions.end() || found->second != header->revision;
  });
  auto made = now.xml;
  IssuedReport record{unit, period, 0, suite.now(), suite.options.actor, std::string(version()), {}, {}};
  CCHC_TRY(record.files, filesOf(suite, input));
  record.files.push_back({unsignedReportName, sha256(made), {}});
  if (issuing.empty()) return fail("section.none-in-report", period.value);
  if (!confirmed.formless.empty()) return fail(confirmed.formless.begin()->second);
  // They would be in the report and not be locked.
  Label accepted;
  for (const auto& header : headers) {
    if (header.state == SectionState::accepted && ours.contains(header.key.unit)) addTo(accepted, header.key, "");
  }
  if (!accepted.empty()) return refuse("issue.not-consolidated", accepted);
  std::optional<NewFile> signedFile;
  if (report.key != nullptr) {
    CCHC_CHECK(report.key->validAt(suite.now()));
    CCHC_TRY(made, signReport(made, report.file.string(), *report.key));
    // Written under another name first, so that no section is locked if its report cannot be written.
    CCHC_TRY(auto file, NewFile::create(report.file));
    signedFile.emplace(std::move(file));
    if (auto written = platform::writeBytes(signedFile->path(), made); !written) {
      auto error = written.error();
      error.place = report.file.string();
      return fail(std::move(error));
    }
    CCHC_CHECK(platform::flushFile(signedFile->path()));
  }
  record.files.push_back({issuedReportName, sha256(made), made});
  std::vector<SectionKey> sections;
  for (const auto* header : issuing) sections.push_back(header->key);
  CCHC_CHECK(suite.store.issueSections(sections, record));
  // The store has the signed report too (issued.h), in case that the file cannot get its name any more.
  if (signedFile) CCHC_CHECK(signedFile->finish());
  return issuing.size();
}

}  // namespace cchc
