// Checks the sections of a unit that are in the store.
#pragma once
#include <vector>

#include "core/app/suite/suite.h"
#include "core/consolidation/consolidate.h"
#include "core/model/finding.h"

namespace cchc {

// Which version of each section is read.
enum class SectionChoice : unsigned char {
  accepted,   // accepted submissions
  submitted,  // and submissions that wait for review
  working     // and drafts, if there is nothing newer
};

// Findings of the unit's own sections and of the sums over its child units, by what is installed, or by what an issued
// report of the unit and period kept (report/issued.h). `working` adds the required fields that are
// blank, the office's remarks, and what the office entered in the unit's place (entered_figures.h).
// Errors: those of consolidationInput and consolidate.
Result<std::vector<Finding>> checkUnit(Suite& suite, const OrgUnitId& unit, const PeriodId& period,
                                       SectionChoice choice);

// The findings of one section, as the department sees them: what checkUnit finds in it with SectionChoice::working.
// Only what the section's rules and checks need is read from the store; the unit is not consolidated. None if the
// section has not been begun. Errors: those of consolidationInput and of StoreSource.
Result<std::vector<Finding>> findingsOf(Suite& suite, const SectionKey& key);

// The checks that need more than the definition of the section: those of the plugins, and those of documents. The dates
// of the cited documents are compared with all other sections of the unit that are present, and with the catalogue of
// well-known documents. Borrows the suite. Several threads may call the returned function.
SectionChecks sectionChecks(const Suite& suite);

// What the store says of a section besides its values: the office's remarks, and from where another unit's values and
// tasks carry over to it (carryFindings in section/section_content.h).
Result<std::vector<Finding>> storeFindings(Suite& suite, const SectionKey& key);
// The same, with what is said of its period and of its form (formFindings) where a single section is checked.
Result<std::vector<Finding>> sectionNotes(Suite& suite, const SectionKey& key);
// The office's remarks on a section that it has returned, as warnings return.remark; none once the section is submitted
// again.
Result<std::vector<Finding>> remarkFindings(Suite& suite, const SectionKey& key);

}  // namespace cchc
