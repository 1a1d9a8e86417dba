#include "core/app/report/issue.h"

#include <map>
#include <set>
#include <string>

#include "core/app/check/stored_check.h"
#include "core/app/receive/review.h"
#include "core/app/report/issued.h"
#include "core/app/report/make_report.h"
#include "core/app/report/store_source.h"
#include "core/app/suite/catalogue.h"
#include "core/app/suite/desk.h"
#include "core/base/digest.h"
#include "core/base/platform.h"
#include "core/base/version.h"
#include "core/signing/report_signature.h"

namespace cchc {
namespace {

constexpr std::size_t reportLimit = std::size_t(1) << 30U;

// The latest accepted revision of each section, after each was confirmed from its package.
Result<std::map<SectionKey, int>> confirmAccepted(Suite& suite, const std::set<OrgUnitId>& ours,
                                                  const PeriodId& period) {
  CCHC_TRY(auto check, StoredCheck::of(suite));
  std::map<SectionKey, int> confirmed;
  StoredSubmission last;
  const auto confirmLast = [&]() -> Status {
    if (last.header.revision == 0) return {};
    CCHC_CHECK(check.confirm(last));
    confirmed[last.header.key] = last.header.revision;
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

// The bytes of the file, once they have been compared with what consolidating now gives for the time of creation in the
// file.
Result<std::string> checkedReport(Suite& suite, const OrgUnitId& unit, const PeriodId& period,
                                  const std::filesystem::path& file) {
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
  CCHC_TRY(const auto now, reportAsOf(suite, unit, period, identity.created));
  if (now != bytes) return fail("report.differs", name);
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
  std::string made;
  IssuedReport record{unit, period, 0, suite.now(), suite.options.actor, std::string(version()), {}, {}};
  CCHC_TRY(record.files, filesOf(suite, input));
  if (!report.file.empty()) {
    CCHC_TRY(made, checkedReport(suite, unit, period, report.file));
    record.files.push_back({unsignedReportName, sha256(made), {}});
  }
  if (issuing.empty()) return fail("section.none-in-report", period.value);
  // They would be in the report and not be locked.
  Label accepted;
  for (const auto& header : headers) {
    if (header.state == SectionState::accepted && ours.contains(header.key.unit)) addTo(accepted, header.key, "");
  }
  if (!accepted.empty())
    return fail("issue.not-consolidated", period.value, {{"sections", accepted.vi}, {"sections_en", accepted.en}});
  CCHC_TRY(const auto confirmed, confirmAccepted(suite, ours, period));
  for (const auto* header : issuing) {
    const auto found = confirmed.find(header->key);
    if (found == confirmed.end() || found->second != header->revision) {
      return submissionAltered(header->key, "submission.altered.state");
    }
  }
  if (report.key != nullptr) {
    CCHC_CHECK(report.key->validAt(suite.now()));
    CCHC_TRY(made, signReport(made, report.file.string(), *report.key));
    // Written under another name first, so that no section is locked if its report cannot be written.
    if (auto written = platform::writeFileDurably(report.file.string() + ".part", made); !written) {
      auto error = written.error();
      error.place = report.file.string();
      return fail(std::move(error));
    }
  }
  if (!report.file.empty()) record.files.push_back({issuedReportName, sha256(made), made});
  std::error_code failed;
  std::vector<SectionKey> sections;
  for (const auto* header : issuing) sections.push_back(header->key);
  if (auto issued = suite.store.issueSections(sections, record); !issued) {
    if (report.key != nullptr) std::filesystem::remove(report.file.string() + ".part", failed);
    return fail(issued.error());
  }
  if (report.key != nullptr) {
    std::filesystem::rename(report.file.string() + ".part", report.file, failed);
    if (failed) return fail("file.write", report.file.string(), {{"reason", failed.message()}}, ErrorKind::failure);
  }
  return issuing.size();
}

}  // namespace cchc
