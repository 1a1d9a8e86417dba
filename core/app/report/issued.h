// Issued reports: what shaped them is kept by digest, and used when they are read or checked again.
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/app/suite/suite.h"
#include "core/consolidation/consolidate.h"
#include "core/exchange/report/report_differences.h"
#include "core/model/issued_report.h"

namespace cchc {

// What shapes the report of the input now, in order of name: the definitions of its period, the files of the catalogue,
// the style sheets, the texts of the plugins; and by digest alone the libraries and the program.
// Errors:
//   file.read
Result<std::vector<IssuedFile>> filesOf(Suite& suite, const ConsolidationInput& input);

// A further suite on the same store, with the definitions, outline, catalogues and texts that the issued report of the
// unit and period kept. nullptr: none is issued, one of its sections was reopened, or what it kept is what is
// installed. Errors: those of openSuite and of the store, and
//   issued.incomplete   a file that the report used is not kept any more, or cannot be read
Result<std::unique_ptr<Suite>> suiteAsIssued(Suite& suite, const OrgUnitId& unit, const PeriodId& period);

// The issued report of this revision; 0: the latest.
// Errors:
//   issued.none   the report was not issued, or not so often; the error names the last revision
Result<IssuedReport> issuedReport(Suite& suite, const OrgUnitId& unit, const PeriodId& period, int revision = 0);
// A file of an issued report, and how it compares with what is installed.
struct IssuedFileState {
  enum class State : unsigned char { same, different, notInstalled };
  IssuedFile file;
  State state = State::same;
  bool kept = false;  // its content is kept
};
// Without the report itself.
Result<std::vector<IssuedFileState>> fileStates(Suite& suite, const IssuedReport& report);
// Writes the report and all that is kept of what shaped it into the folder, each under its name, and renders the report
// by the style sheets that were kept: report.html.
// Errors:
//   issued.incomplete, file.write, and those of renderReport
Status writeIssued(Suite& suite, const IssuedReport& report, const std::filesystem::path& folder);
// Whether consolidating with what was kept gives the issued report again, byte for byte; nullopt: it was issued without
// a file. If not, what differs, as a package that came in later, or another name of the period: `before` in the issued
// report, `after` now. Errors: those of makeReport that do not concern a file, and issued.incomplete.
struct Reproduction {
  bool same = false;
  std::vector<ReportDifference> differences;
};
Result<std::optional<Reproduction>> reproduce(Suite& suite, const IssuedReport& report);

// The name under which the digest of the report before it was signed is kept.
inline constexpr const char* unsignedReportName = "report-unsigned.xml";

}  // namespace cchc
