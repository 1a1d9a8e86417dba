// The findings of one section's own checks.
#pragma once
#include <string>
#include <vector>

#include "core/model/finding.h"
#include "core/rules/evaluation.h"

namespace cchc {

// Findings in order of the definition, each with the explanation that the data contain for it. A rule over several
// sections runs only if the surroundings have all of them. Codes:
//   core.required, core.required-table      something required is missing; checked only if `forSubmission` is set
//   core.below-minimum, core.above-maximum  a figure is outside its limits
//   core.stated-differs                     the figure that the letter states is not the computed one
//   core.opening-differs                    an opening stock is not the closing stock of the period before
//   core.rate-high and others                what can hardly be true (sanity/sanity.h)
//   core.value-kept                         a value that the definition has no place for
//   core.not-in-force                       a value in a part that is not in force for this period, or for this unit
//   core.not-relevant                       a value that is not asked, since the condition of its field does not hold
//   DEFINITION.RULE                         a rule of the definition does not hold
std::vector<Finding> sectionFindings(const CompiledDefinition& definition, const SectionKey& key,
                                     const SectionData& data, const Evaluation& evaluation,
                                     const Surroundings& surroundings, bool forSubmission);

// A kept value as a person reads it. The field that would take it is gone or of another type, so that the text itself
// must show what it is: a figure, a date, documents, an attachment, "yes", "no", "nothing to report", or else a text.
std::string keptValueText(const KeptValue& kept, Language language);
// One warning for each kept value, at the place where it was: core.not-in-force if that place is not in force, else
// core.value-kept. The same for each value that is still in a part that is not in force, as packages may have it. Among
// the findings of sectionFindings.
std::vector<Finding> keptFindings(const SectionDefinition& definition, const PartsInForce& parts, const SectionKey& key,
                                  const SectionData& data);

}  // namespace cchc
