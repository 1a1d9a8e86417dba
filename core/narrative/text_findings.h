// Findings on paragraphs that were edited by hand.
#pragma once
#include <vector>

#include "core/model/finding.h"
#include "core/narrative/narrative.h"

namespace cchc {

// Each finding has the explanation that the data contain for it. Codes:
//   narrative.figure-not-typed      an edited text has a figure, date or document symbol that is not in any typed value
//   narrative.drift                 the generated text has changed since the paragraph was edited
//   narrative.standing-unconfirmed  a standing paragraph was not confirmed for the year of the period
std::vector<Finding> textFindings(const CompiledDefinition& definition, const SectionKey& key, const SectionData& data,
                                  const Evaluation& evaluation, const NarrativeContext& context);

}  // namespace cchc
