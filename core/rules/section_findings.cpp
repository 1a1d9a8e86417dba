#include "core/rules/section_findings.h"

#include <algorithm>
#include <iterator>

#include "core/base/text.h"
#include "core/rules/figure_text.h"
#include "core/rules/section_check.h"

namespace cchc {

std::string keptValueText(const KeptValue& kept, Language language) {
  const bool isCell = kept.place.cell() != nullptr;
  if (kept.value == "nothing" && !isCell) return std::string(text("common.nothing-to-report", language));
  for (const auto type : {FieldType::decimal, FieldType::date, FieldType::dateRange, FieldType::documents}) {
    const auto value = decodeValue(type, kept.value);
    if (!value || value->blank()) continue;
    FieldDefinition field;
    field.type = type;
    return rules::figureText(*value, field);
  }
  auto shown = kept.value;
  std::replace_if(
      shown.begin(), shown.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return shown;
}

std::vector<Finding> keptFindings(const SectionDefinition& definition, const SectionKey& key, const SectionData& data) {
  std::vector<Finding> findings;
  for (const auto& kept : data.kept) {
    const auto label = placeLabel(definition, kept.place);
    findings.push_back(makeFinding("core.value-kept", Severity::information, key, kept.place,
                                   {{"label", label.vi},
                                    {"label_en", label.in(Language::en)},
                                    {"value", shortened(keptValueText(kept, Language::vi))},
                                    {"value_en", shortened(keptValueText(kept, Language::en))}}));
  }
  return findings;
}

std::vector<Finding> sectionFindings(const CompiledDefinition& definition, const SectionKey& key,
                                     const SectionData& data, const Evaluation& evaluation,
                                     const Surroundings& surroundings, bool forSubmission) {
  std::vector<Finding> result;
  rules::SectionCheck check(definition, key, data, evaluation, surroundings);
  if (forSubmission) check.checkRequired(result);
  for (std::size_t i = 0; i < definition.definition().fields.size(); ++i) check.checkField(i, result);
  for (std::size_t i = 0; i < definition.definition().tables.size(); ++i) check.checkTable(i, result);
  for (std::size_t i = 0; i < definition.definition().rules.size(); ++i) check.checkRule(i, result);
  auto kept = keptFindings(definition.definition(), key, data);
  std::move(kept.begin(), kept.end(), std::back_inserter(result));
  return result;
}

}  // namespace cchc
