// The findings of one section's own checks.
#pragma once
#include <vector>

#include "core/model/finding.h"
#include "core/rules/evaluation.h"

namespace cchc {

// Findings in order of the definition, each with the explanation that the data contain for it. A rule over several
// sections runs only if the surroundings have all of them. Codes:
//   core.required, core.required-table      something required is missing; checked only if `forSubmission` is set
//   core.below-minimum, core.above-maximum  a figure is outside its limits
//   core.stated-differs                     the figure that the letter states is not the computed one
//   DEFINITION.RULE                         a rule of the definition does not hold
std::vector<Finding> sectionFindings(const CompiledDefinition& definition, const SectionKey& key,
                                     const SectionData& data, const Evaluation& evaluation,
                                     const Surroundings& surroundings, bool forSubmission);

}  // namespace cchc
