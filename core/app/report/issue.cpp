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
//   issue.incomplete    sections are missing, and nobody has confirmed that the report is issued without them
Status checkComplete(Suite& suite, const ConsolidationInput& input, const ReportOutcome& outcome) {
  const auto& period = input.period;
  const auto place = codeOf(input.unit.id) + "/" + period.id.value;
  if (!outcome.notPrinted.empty()) return fail(notPrintedError("issue.not-printed", place, outcome));
  if (outcome.missing.empty() || !outcome.missingSentence.empty()) return {};
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

// The bytes of the file, once they have been compared with what consolidating now gives for the time of creation in the
// file.
Result<std::string> checkedReport(Suite& suite, const ConsolidationInput& input, const std::filesystem::path& file) {
  const auto& unit = input.unit.id;
  const auto& period = input.period.id;
  const auto name = file.string();
  CCHC_TRY(auto bytes, readFile(file, reportLimit));
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
  if (now.xml != bytes) return fail("report.differs", name);
  return bytes;
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
  Label waiting;
  for (const auto& one : newer) {
    if (!one.issued) addTo(waiting, one.key, ": " + std::to_string(one.accepted) + " → " + std::to_string(one.waiting));
  }
  if (!waiting.empty())
    return fail("issue.newer-waiting", period.value, {{"sections", waiting.vi}, {"sections_en", waiting.en}});
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
    if (found == confirmed.revisions.end() || found->second != header->revision)
      return submissionAltered(header->key, "submission.altered.state");
  }
  for (const auto& header : headers) {
    if (!ours.contains(header.key.unit) || confirmed.revisions.contains(header.key)) continue;
    CCHC_CHECK(journalWhole(suite, header.key));
  }
  if (report.file.empty()) {
    CCHC_TRY(const auto outcome, reportOutcome(suite, unit, period));
    CCHC_CHECK(checkComplete(suite, input, outcome));
  }
  std::string made;
  IssuedReport record{unit, period, 0, suite.now(), suite.options.actor, std::string(version()), {}, {}};
  CCHC_TRY(record.files, filesOf(suite, input));
  if (!report.file.empty()) {
    CCHC_TRY(made, checkedReport(suite, input, report.file));
    record.files.push_back({unsignedReportName, sha256(made), {}});
  }
  if (issuing.empty()) return fail("section.none-in-report", period.value);
  if (!confirmed.formless.empty()) return fail(confirmed.formless.begin()->second);
  // They would be in the report and not be locked.
  Label accepted;
  for (const auto& header : headers) {
    if (header.state == SectionState::accepted && ours.contains(header.key.unit)) addTo(accepted, header.key, "");
  }
  if (!accepted.empty())
    return fail("issue.not-consolidated", period.value, {{"sections", accepted.vi}, {"sections_en", accepted.en}});
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
  if (!report.file.empty()) record.files.push_back({issuedReportName, sha256(made), made});
  std::vector<SectionKey> sections;
  for (const auto* header : issuing) sections.push_back(header->key);
  CCHC_CHECK(suite.store.issueSections(sections, record));
  // The store has the signed report too (issued.h), in case that the file cannot get its name any more.
  if (signedFile) CCHC_CHECK(signedFile->finish());
  return issuing.size();
}

}  // namespace cchc
