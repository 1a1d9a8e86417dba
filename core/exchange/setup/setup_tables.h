// The tables that an installation starts from: units, periods, assignments as TSV with a header line.
#pragma once
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/model/org_unit.h"

namespace cchc {

// Columns: code kind name parent from to identifier. Errors table.* with file:line.
Result<std::vector<OrgUnit>> readUnits(std::string_view tsv, std::string_view file);
// Columns: id name start end closing deadline comparison last_year next_name.
Result<std::vector<Period>> readPeriods(std::string_view tsv, std::string_view file);
// Columns: definition subject reporter period deadline.
Result<std::vector<Assignment>> readAssignments(std::string_view tsv, std::string_view file);

}  // namespace cchc
