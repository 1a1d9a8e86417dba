#include "core/rules/section_findings.h"

#include "core/rules/section_check.h"

namespace cchc {

std::vector<Finding> sectionFindings(const CompiledDefinition& definition, const SectionKey& key,
                                     const SectionData& data, const Evaluation& evaluation,
                                     const Surroundings& surroundings, bool forSubmission) {
  std::vector<Finding> result;
  rules::SectionCheck check(definition, key, data, evaluation, surroundings);
  if (forSubmission) check.checkRequired(result);
  for (std::size_t i = 0; i < definition.definition().fields.size(); ++i) check.checkField(i, result);
  for (std::size_t i = 0; i < definition.definition().tables.size(); ++i) check.checkTable(i, result);
  for (std::size_t i = 0; i < definition.definition().rules.size(); ++i) check.checkRule(i, result);
  return result;
}

}  // namespace cchc
