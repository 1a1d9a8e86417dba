#include "core/app/report/make_report.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

#include "core/app/report/issued.h"
#include "core/app/report/known_findings.h"
#include "core/app/report/missing_sections.h"
#include "core/app/report/store_source.h"
#include "core/app/suite/desk.h"
#include "core/base/files/new_file.h"
#include "core/consolidation/not_printed.h"
#include "core/exchange/report/report_writer.h"
#include "core/rendering/render.h"
#include "core/signing/report_signature.h"

namespace cchc {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view signatureMark = "<ds:Signature ";

// Passes the report on to the writer, and counts what the summary needs.
class CountingSink final : public ReportSink {
 public:
  CountingSink(ReportSink& next, ReportOutcome& outcome) : next_(next), outcome_(outcome) {}
  Status heading(const ReportHeading& heading) override { return outcome_.heading = heading, next_.heading(heading); }
  Status beginPlace(const ReportPlace& place) override { return next_.beginPlace(place); }
  Status group(const ReportGroup& group) override { return next_.group(group); }
  Status endPlace() override { return next_.endPlace(); }
  Status annex(const Annex& annex) override { return next_.annex(annex); }
  Status missing(const MissingSection& missing) override {
    outcome_.missing.push_back(missing);
    return next_.missing(missing);
  }
  Status missingPart(const MissingPart& part) override {
    outcome_.missingParts.push_back(part);
    return next_.missingPart(part);
  }
  Status missingSentence(const std::string& sentence) override {
    outcome_.missingSentence = sentence;
    return next_.missingSentence(sentence);
  }
  Status leftOut(const LeftOutPart& part) override { return next_.leftOut(part); }
  Status provenance(const ProvenanceLine& line) override {
    outcome_.revisions[line.section] = line.revision;
    return next_.provenance(line);
  }
  Status finding(const Finding& finding) override {
    if (namesNotPrinted(finding))
      outcome_.notPrinted.push_back(finding);
    else if (finding.severity == Severity::error)
      outcome_.wrong.push_back(finding);
    ++(finding.severity == Severity::error     ? outcome_.errors
       : finding.severity == Severity::warning ? outcome_.warnings
                                               : outcome_.informations);
    return next_.finding(finding);
  }
  Status finish() override { return next_.finish(); }

 private:
  ReportSink& next_;
  ReportOutcome& outcome_;
};

// Passes the sections on, and reports progress at each.
class ProgressSource final : public SubmissionSource {
 public:
  ProgressSource(SubmissionSource& source, const ProgressCallback& progress, std::size_t all)
      : source_(source), progress_(progress), all_(all) {}
  Status each(const DefinitionId& definition, const OrgUnitId& whole, Scope scope,
              const std::function<Status(const ReceivedSection&)>& visit) override {
    return source_.each(definition, whole, scope, [&](const ReceivedSection& section) -> Status {
      CCHC_CHECK(reportProgress(progress_, std::min(++done_, all_), all_));
      return visit(section);
    });
  }
  Status eachHeader(const std::function<Status(const ReceivedSection&)>& visit) override {
    return source_.eachHeader(visit);
  }
  Status eachOf(const PeriodId& period, const SectionDefinition& layout,
                const std::function<Status(const ReceivedSection&)>& visit) override {
    return source_.eachOf(period, layout, visit);
  }
  std::vector<Finding> unusable() const override { return source_.unusable(); }

 private:
  SubmissionSource& source_;
  const ProgressCallback& progress_;
  std::size_t done_ = 0, all_;
};

// Sets that a person confirmed just what the report lacks now, which only the report itself shows.
Status addConfirmation(Suite& suite, ConsolidationInput& input, SectionChoice choice) {
  CCHC_TRY(auto confirmed, suite.store.confirmedMissing(input.unit.id, input.period.id));
  if (!confirmed) return {};
  CCHC_TRY(auto check, StoredCheck::of(suite));
  StoreSource source(suite, input.period.id, choice, &check);
  IgnoringSink nothing;
  ReportOutcome outcome;
  CountingSink sink(nothing, outcome);
  CCHC_CHECK(consolidate(input, source, sectionChecks(suite), sink));
  if (missingLines(outcome) == confirmed->missing) input.confirmed = std::move(confirmed->confirmed);
  return {};
}

Status writeReportStream(const ConsolidationInput& input, Suite& suite, SubmissionSource& source, std::ostream& stream,
                         ReportOutcome& outcome) {
  const auto writer = reportWriter(stream);
  CountingSink sink(*writer, outcome);
  return consolidate(input, source, sectionChecks(suite), sink);
}

// Writes to `partial`. Errors name `file`, which was asked for.
Status writeReport(const ConsolidationInput& input, Suite& suite, SubmissionSource& source, const fs::path& partial,
                   const fs::path& file, ReportOutcome& outcome) {
  const auto failed = [&] {
    return fail("file.write", file.string(), {{"reason", std::strerror(errno)}}, ErrorKind::failure);
  };
  std::ofstream stream(partial, std::ios::binary | std::ios::trunc);
  if (!stream) return failed();
  if (auto done = writeReportStream(input, suite, source, stream, outcome); !done) {
    auto error = done.error();
    if (error.code == "file.write") error.place = file.string();
    return fail(std::move(error));
  }
  stream.flush();
  if (!stream) return failed();
  return {};
}

// Gives accepted sections that are in the report the state "in report", and the report its name, both or neither. If no
// state changes, nothing is written to the store, which may be one that can only be read. `unusable` gets an error for
// each section whose journal does not say that it was accepted. Error section.held: somebody else holds the section of
// the place, which is in the report and stays accepted; the others have their state.
Status finishReport(Suite& suite, const ConsolidationInput& input, const StoreSource& source, NewFile& report,
                    std::vector<Error>& unusable) {
  std::vector<SectionKey> accepted;
  const auto ours = unitsOf(input);
  const Store::SubmissionFilter filter{input.period.id, {}, false, false, {}, {}};
  CCHC_CHECK(suite.store.forEachSubmission(filter, [&](const StoredSubmission& stored) -> Status {
    const auto& key = stored.header.key;
    if (ours.contains(key.unit) && !source.leavesOut(key)) accepted.push_back(key);
    return {};
  }));
  std::vector<SectionKey> moving;
  for (const auto& key : accepted) {
    CCHC_TRY(const auto header, suite.store.section(key));
    if (header && header->state == SectionState::accepted) moving.push_back(key);
  }
  if (moving.empty()) return report.finish();
  CCHC_TRY(const auto left,
           suite.store.consolidateSections(moving, suite.options.actor, [&] { return report.finish(); }));
  for (const auto& key : left.altered) unusable.push_back(submissionAltered(key, "submission.altered.state").value());
  if (!left.held.empty()) return fail("section.held", keyText(left.held.front()), {}, ErrorKind::failure);
  return {};
}

// Refuses to overwrite a report that was signed or issued, since others may have verified its bytes.
Status checkNotIssued(Suite& suite, const OrgUnitId& unit, const PeriodId& period, const fs::path& file) {
  std::error_code none;
  if (!fs::is_regular_file(file, none)) return {};
  CCHC_TRY(const auto bytes, readFile(file, std::size_t(1) << 30U));
  if (!looksLikeReport(bytes)) return {};
  if (bytes.find(signatureMark) != std::string::npos) return fail("report.issued", file.string());
  const auto identity = readReportIdentity(bytes, file.string());
  if (!identity || identity->unit.value != codeOf(unit) || identity->period != period) return {};
  CCHC_TRY(const auto sections, suite.store.sections(period));
  const bool issued = std::any_of(sections.begin(), sections.end(), [&](const SectionHeader& section) {
    return section.key.unit == unit && section.state == SectionState::issued;
  });
  if (issued) return fail("report.issued", file.string());
  return {};
}

Status consolidateTo(ReportSink& sink, Suite& suite, const OrgUnitId& unit, const PeriodId& period, Time created,
                     ReportOutcome& outcome) {
  CCHC_TRY(auto input, consolidationInput(suite, unit, period));
  input.createdAt = created;
  CCHC_CHECK(addKnown(suite, SectionChoice::accepted, input));
  CCHC_CHECK(addConfirmation(suite, input, SectionChoice::accepted));
  outcome.confirmed = input.confirmed.has_value();
  CCHC_TRY(auto check, StoredCheck::of(suite));
  StoreSource source(suite, period, SectionChoice::accepted, &check);
  CountingSink counting(sink, outcome);
  return consolidate(input, source, sectionChecks(suite), counting);
}

}  // namespace

Error errorOn(std::string_view code, const std::string& place, const std::vector<Finding>& findings) {
  constexpr std::size_t shown = 5;
  Label what;
  for (std::size_t i = 0; i < findings.size() && i < shown; ++i) {
    const auto& finding = findings[i];
    const auto where = (i == 0 ? "" : "; ") + finding.section.definition.value + "/" + codeOf(finding.section.unit) +
                       (finding.place.empty() ? "" : "/" + placeText(finding.place)) + ": ";
    what.vi += where + finding.viWhat;
    what.en += where + finding.enWhat;
  }
  if (findings.size() > shown) what.vi += "; …", what.en += "; …";
  return {std::string(code), place, {{"what", what.vi}, {"what_en", what.en}}, ErrorKind::refusal};
}

Result<MadeReport> reportAsOf(Suite& suite, const OrgUnitId& unit, const PeriodId& period, Time created) {
  std::ostringstream stream;
  const auto writer = reportWriter(stream);
  MadeReport made;
  CCHC_CHECK(consolidateTo(*writer, suite, unit, period, created, made.outcome));
  made.xml = std::move(stream).str();
  return made;
}

Result<ReportOutcome> reportOutcome(Suite& suite, const OrgUnitId& unit, const PeriodId& period) {
  IgnoringSink nothing;
  ReportOutcome outcome;
  CCHC_CHECK(consolidateTo(nothing, suite, unit, period, suite.now(), outcome));
  return outcome;
}

Result<ReportOutcome> makeReport(Suite& present, const OrgUnitId& unit, const PeriodId& period, bool includeUnreviewed,
                                 const fs::path& file, const ProgressCallback& progress, bool replaceIssued) {
  CCHC_CHECK(permittedAtAll(present, DeskCommand::consolidate));
  CCHC_TRY(const auto asIssued, suiteAsIssued(present, unit, period));
  auto& suite = asIssued ? *asIssued : present;
  if (!replaceIssued) CCHC_CHECK(checkNotIssued(suite, unit, period, file));
  CCHC_TRY(auto input, consolidationInput(suite, unit, period));
  const auto choice = includeUnreviewed ? SectionChoice::submitted : SectionChoice::accepted;
  CCHC_CHECK(addKnown(suite, choice, input));
  CCHC_CHECK(addConfirmation(suite, input, choice));
  CCHC_TRY(auto check, StoredCheck::of(suite));
  StoreSource stored(suite, period, choice, &check);
  ProgressSource source(stored, progress, input.assignments.size());
  ReportOutcome outcome;
  outcome.confirmed = input.confirmed.has_value();
  CCHC_TRY(auto report, NewFile::create(file));
  CCHC_CHECK(writeReport(input, suite, source, report.path(), file, outcome));
  CCHC_CHECK(reportProgress(progress, input.assignments.size(), input.assignments.size()));
  const auto ours = unitsOf(input);
  if (outcome.heading.presentSections == 0) {
    // All that there is was left out.
    for (const auto& [key, fault] : stored.faults()) {
      if (ours.contains(key.unit)) return fail(fault);
    }
    return fail("consolidate.nothing", codeOf(unit) + "/" + period.value,
                {{"expected", std::to_string(outcome.heading.expectedSections)}});
  }
  CCHC_CHECK(finishReport(suite, input, stored, report, outcome.unusable));
  for (const auto& [key, fault] : stored.faults()) {
    if (ours.contains(key.unit)) outcome.unusable.push_back(fault);
  }
  // A section that was accepted, and of which nothing accepted is there.
  for (const auto& missing : outcome.missing) {
    const auto& key = missing.section;
    if (missing.why == MissingReason::unusable && !stored.leavesOut(key))
      outcome.unusable.push_back(submissionAltered(key, "submission.altered.state").value());
  }
  return outcome;
}

namespace {

// The bytes of a report. What was signed and then altered is not made readable. A file that is no report is refused
// where it is rendered.
Result<std::string> readableReport(const fs::path& report) {
  CCHC_TRY(auto xml, readFile(report));
  if (readReportIdentity(xml, report.string())) {
    CCHC_TRY(const auto certificates, verifyReport(xml, report.string()));
    static_cast<void>(certificates);
  }
  return xml;
}

}  // namespace

Result<std::vector<std::string>> previewReport(const Resources& resources, const fs::path& report) {
  CCHC_TRY(const auto xml, readableReport(report));
  return renderPreview(xml, resources.schemas);
}

Status renderReport(const Resources& resources, const fs::path& report, const fs::path& target) {
  if (target.extension() != ".html")
    return fail("render.unknown-format", target.string(), {{"extension", target.extension().string()}},
                ErrorKind::usage);
  CCHC_TRY(const auto xml, readableReport(report));
  CCHC_TRY(const auto html, renderHtml(xml, resources.schemas));
  return platform::writeFileDurably(target, html);
}

}  // namespace cchc
