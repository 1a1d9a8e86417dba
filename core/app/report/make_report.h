// Consolidation to a file, and rendering.
#pragma once
#include "core/app/check/checks.h"
#include "core/app/suite/watch.h"

namespace cchc {

struct ReportOutcome {
  ReportHeading heading;                // counts of units and sections, complete or not
  std::vector<MissingSection> missing;  // at most 200 are listed here; the report has all
  std::size_t errors = 0, warnings = 0, informations = 0;
};
// Writes report.xml as a stream (memory is flat in the number of units) beside `file` and renames it when whole.
// Sections that were accepted and now stand in the report pass to "in report". consolidate.nothing when no section is
// in; submission.altered, and the errors of signerOf (trusting.h), at the section. report.issued: the file holds a
// report that was signed or issued, which is overwritten with `replaceIssued` alone. `watch` is asked at each section;
// stopped, neither file nor states have changed.
Result<ReportOutcome> makeReport(Suite& suite, const OrgUnitId& unit, const PeriodId& period, bool includeUnreviewed,
                                 const std::filesystem::path& file, const Watch& watch = {},
                                 bool replaceIssued = false);
// The bytes that a report of the accepted submissions, made at that moment, would have now.
Result<std::string> reportAsOf(Suite& suite, const OrgUnitId& unit, const PeriodId& period, Time created);

// The plain HTML of the desktop's preview, in pieces (renderPreview).
Result<std::vector<std::string>> previewReport(const Resources& resources, const std::filesystem::path& report);
// By the extension of `target`: .html. render.unknown-format for others.
Status renderReport(const Resources& resources, const std::filesystem::path& report,
                    const std::filesystem::path& target);

}  // namespace cchc
