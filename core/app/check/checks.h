// Checking: everything that can be said of the sections of a unit, from what the store holds.
#pragma once
#include "core/app/suite/suite.h"

namespace cchc {

// Which state of each section is looked at.
enum class SectionChoice : unsigned char {
  accepted,   // accepted submissions
  submitted,  // also those not yet reviewed
  working     // drafts too, where there is nothing newer
};

// Findings of the unit's own sections and, summed, of its child units'; required fields that are blank among them.
Result<std::vector<Finding>> checkUnit(Suite& suite, const OrgUnitId& unit, const PeriodId& period,
                                       SectionChoice choice);

// The checks that need more than the section's own definition: plugins', and the catalogue of well-known documents.
SectionChecks sectionChecks(const Suite& suite);

// What the office remarked on places of a section that it returned, while that is being mended: return.remark,
// warnings.
Result<std::vector<Finding>> remarkFindings(Suite& suite, const SectionKey& key);

// A document cited with another date than the catalogue has: core.document-date; silent about unknown documents.
std::vector<Finding> documentDateFindings(const std::map<std::string, CentralDocument>& catalogue,
                                          const SectionKey& key, const SectionView& section);

}  // namespace cchc
