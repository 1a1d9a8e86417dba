// A report that was issued, and the files that shaped it: definitions, outline, catalogues, texts, style sheets.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/model/ids.h"
#include "core/model/section.h"

namespace cchc {

struct IssuedFile {
  std::string name;    // "report.xml", "definitions/finance.budget-1.xml", "schemas/report-outline.xml", …
  std::string digest;  // SHA-256 of its content
  // nullopt: only the digest is kept, as of programs and libraries; or the content has not been read.
  std::optional<std::string> content = {};
  bool operator==(const IssuedFile&) const = default;
};
// The name of the report itself among the files of an issued report.
inline constexpr const char* issuedReportName = "report.xml";

struct IssuedReport {
  OrgUnitId unit;
  PeriodId period;
  int revision = 0;  // from 1: how often the report of this unit and period was issued
  Time at{};
  Actor by;
  std::string program;             // the version of the program
  std::optional<Time> reopenedAt;  // when one of its sections was reopened
  std::vector<IssuedFile> files;   // in order of name
};

}  // namespace cchc
