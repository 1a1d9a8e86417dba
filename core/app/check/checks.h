// Checks the sections of a unit as the store holds them.
#pragma once
#include <vector>

#include "core/app/suite/suite.h"
#include "core/consolidation/consolidate.h"
#include "core/model/finding.h"

namespace cchc {

// Which state of each section is read.
enum class SectionChoice : unsigned char {
  accepted,   // accepted submissions
  submitted,  // also those that wait for review
  working     // also drafts, where there is nothing newer
};

// Findings of the unit's own sections and of the sums over its child units. With `working` also required fields that
// are blank, and the office's remarks.
// Errors: those of consolidationInput and consolidate.
Result<std::vector<Finding>> checkUnit(Suite& suite, const OrgUnitId& unit, const PeriodId& period,
                                       SectionChoice choice);

// The checks that need more than the definition of the section: those of the plugins, and the dates of well-known
// documents. Borrows the suite; several threads may call what is returned.
SectionChecks sectionChecks(const Suite& suite);

// What the office remarked on places of a section that it has returned, until that is submitted again: return.remark,
// warnings.
Result<std::vector<Finding>> remarkFindings(Suite& suite, const SectionKey& key);

}  // namespace cchc
