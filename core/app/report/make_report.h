// Consolidates sections to a report.xml, and renders it.
#pragma once
#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/app/suite/progress.h"
#include "core/app/suite/resources.h"
#include "core/app/suite/suite.h"
#include "core/model/report.h"

namespace cchc {

struct ReportOutcome {
  ReportHeading heading;  // with the counts of units and sections
  std::vector<MissingSection> missing;
  std::vector<MissingPart> missingParts;
  std::string missingSentence;          // what the document says of what is missing; "" if nobody has confirmed it
  std::vector<Finding> notPrinted;      // what came in and is not in the report: namesNotPrinted (not_printed.h)
  std::vector<Finding> wrong;           // the other errors
  bool confirmed = false;               // a person confirmed just what is missing and wrong now
  std::map<SectionKey, int> revisions;  // of the submissions that are in the report
  std::size_t errors = 0, warnings = 0, informations = 0;
  std::vector<Error> unusable;  // of each section that was accepted and cannot be in the report
};
// The error with {what} and {what_en}: the first of the findings, by section and place.
Error errorOn(std::string_view code, const std::string& place, const std::vector<Finding>& findings);
// Consolidates with what is installed, or with what an issued report of the unit and period kept (issued.h).
// Writes the report next to `file` as a stream, so that memory does not grow with the number of units. When it is
// complete, the accepted sections that are in it get the state "in report" and the report its name, in one transaction.
// `replaceIssued`: replace even a report in `file` that was signed or issued. `progress` is called for each section; if
// it cancels the work, the file and the states are as before. Errors:
//   unit.unknown, period.unknown, period.none
//   consolidate.nothing   none of the assigned sections was accepted (or, with `includeUnreviewed`, submitted)
//   report.issued         `file` is a report that was signed or issued
//   submission.altered, and those of signerOf (trusting.h)   with the section as the place
//   work.cancelled        `progress` cancelled it
//   file.read, file.write
Result<ReportOutcome> makeReport(Suite& suite, const OrgUnitId& unit, const PeriodId& period, bool includeUnreviewed,
                                 const std::filesystem::path& file, const ProgressCallback& progress = {},
                                 bool replaceIssued = false);
// The bytes of a report of the submissions that are accepted now, with `created` as its time of creation, and what the
// report has. Errors: those of makeReport that do not concern a file.
struct MadeReport {
  std::string xml;
  ReportOutcome outcome;
};
Result<MadeReport> reportAsOf(Suite& suite, const OrgUnitId& unit, const PeriodId& period, Time created);
// What such a report would have. Errors: as reportAsOf.
Result<ReportOutcome> reportOutcome(Suite& suite, const OrgUnitId& unit, const PeriodId& period);

// The plain HTML for the preview in the window, in pieces (renderPreview).
Result<std::vector<std::string>> previewReport(const Resources& resources, const std::filesystem::path& report);
// Renders a report.xml into the format that the extension of `target` names: .html.
// Errors:
//   render.unknown-format   another extension
//   file.read, file.write, and those of renderHtml
Status renderReport(const Resources& resources, const std::filesystem::path& report,
                    const std::filesystem::path& target);

}  // namespace cchc
