#include "core/narrative/text_findings.h"

#include <optional>
#include <set>
#include <string>

#include "core/base/digest.h"
#include "core/base/vietnamese.h"
#include "core/narrative/display.h"
#include "core/narrative/text_facts.h"

namespace cchc {
namespace {

using narrative::factsOf;

void addFacts(std::set<std::string>& facts, const FieldDefinition& field, const Effective& effective) {
  if (!effective.relevant || effective.value().blank()) return;
  for (const auto* format : {"bare", "full", "plain", "padded", "words", "number", "title"}) {
    facts.merge(factsOf(display(field, effective, format)));
  }
}

// The facts that the section's typed values state, and those of the period.
std::set<std::string> typedFacts(const CompiledDefinition& definition, const SectionData& data,
                                 const Evaluation& evaluation, const NarrativeContext& context) {
  std::set<std::string> facts;
  const auto& form = definition.definition();
  for (std::size_t i = 0; i < form.fields.size(); ++i) addFacts(facts, form.fields[i], evaluation.fields[i]);
  for (std::size_t t = 0; t < form.tables.size(); ++t) {
    const auto& table = form.tables[t];
    facts.insert("figure " + std::to_string(data.tables[t].rows.size()));
    for (std::size_t r = 0; r < data.tables[t].rows.size(); ++r) {
      for (std::size_t c = 0; c < table.columns.size(); ++c)
        addFacts(facts, table.columns[c], evaluation.cells[t][r][c]);
    }
    for (const auto& row : table.fixedRows) facts.merge(factsOf(row.label.vi));
  }
  if (context.period != nullptr) {
    facts.merge(factsOf(context.period->name));
    facts.merge(factsOf(context.period->nextName));
    facts.insert("figure " + std::to_string(context.period->end.year));
    facts.merge(factsOf(vietnamese::date(context.period->end)));
    facts.merge(factsOf(vietnamese::date(context.period->start)));
  }
  return facts;
}

// The paragraph generated from the current values, ignoring its edited text.
std::string generatedText(const CompiledDefinition& definition, std::size_t group, const std::string& id,
                          const SectionData& data, const Evaluation& evaluation, const NarrativeContext& context) {
  SectionData unedited = data;
  unedited.paragraphs.clear();
  for (const auto& paragraph : paragraphs(definition, group, unedited, evaluation, context)) {
    if (paragraph.id == id) return paragraph.text;
  }
  return {};
}

}  // namespace

std::vector<Finding> textFindings(const CompiledDefinition& definition, const SectionKey& key, const SectionData& data,
                                  const Evaluation& evaluation, const NarrativeContext& context) {
  std::vector<Finding> result;
  std::optional<std::set<std::string>> typed;
  const auto find = [&](const std::string& id) -> const NarrativeDefinition* {
    const ParagraphPlace place{id};
    for (const auto& narrative : definition.definition().narratives) {
      if (narrative.id == place.narrative()) return &narrative;
    }
    return nullptr;
  };
  const auto inForce = [&](const NarrativeDefinition& narrative) {
    return evaluation.inForce.narrative(
        static_cast<std::size_t>(&narrative - definition.definition().narratives.data()));
  };
  for (const auto& paragraph : data.paragraphs) {
    const auto* narrative = find(paragraph.id);
    if (narrative == nullptr || !paragraph.text || !inForce(*narrative)) continue;
    const auto place = Place::ofParagraph(paragraph.id);
    if (!typed) typed = typedFacts(definition, data, evaluation, context);
    for (const auto& fact : factsOf(*paragraph.text)) {
      if (typed->contains(fact)) continue;
      result.push_back(makeFinding("narrative.figure-not-typed", Severity::warning, key, place,
                                   {{"figure", fact.substr(fact.find(' ') + 1)}}));
    }
    const auto now = generatedText(definition, narrative->group, paragraph.id, data, evaluation, context);
    if (!paragraph.basis.empty() && paragraph.basis != sha256(now)) {
      result.push_back(makeFinding("narrative.drift", Severity::warning, key, place, {{"generated", now}}));
    }
  }
  const int year = context.period != nullptr ? context.period->end.year : 0;
  for (const auto& narrative : definition.definition().narratives) {
    if (!narrative.standing || year == 0 || !inForce(narrative)) continue;
    bool confirmed = false;
    for (const auto& paragraph : data.paragraphs)
      confirmed = confirmed || (paragraph.id == narrative.id && paragraph.confirmed == year);
    if (!confirmed) {
      result.push_back(makeFinding("narrative.standing-unconfirmed", Severity::information, key,
                                   Place::ofParagraph(narrative.id), {{"year", std::to_string(year)}}));
    }
  }
  for (auto& finding : result) setExplanation(finding, data);
  return result;
}

}  // namespace cchc
