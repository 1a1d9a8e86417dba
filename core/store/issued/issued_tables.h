// The tables issued_report, issued_file and kept_file. Private to store/. Each function throws SOCI's exceptions.
#pragma once
#include <vector>

#include "core/model/issued_report.h"
#include "core/model/section.h"
#include "core/store/session.h"

namespace cchc::store {

// Adds a report with the next revision and its files, within the caller's transaction.
void writeIssuedReport(Store::Session& session, const IssuedReport& report);
// The latest first; files without content.
std::vector<IssuedReport> readIssuedReports(soci::session& sql, const OrgUnitId& unit, const PeriodId& period);
// Notes in every issued report that contains the section that it was reopened now: in those of its unit and of the
// units above it on the last day of the period. Within the caller's transaction.
void noteReopened(Store::Session& session, const SectionKey& key);

}  // namespace cchc::store
