#include "core/narrative/narrative.h"

#include <optional>
#include <set>
#include <string>

#include "core/narrative/render_template.h"

namespace cchc {
namespace {

const ParagraphData* editedParagraph(const SectionData& data, const std::string& id) {
  for (const auto& paragraph : data.paragraphs) {
    if (paragraph.id == id) return &paragraph;
  }
  return nullptr;
}

}  // namespace

Status checkNarratives(const CompiledDefinition& definition) {
  for (const auto& parsed : narrative::templatesOf(definition).all()) {
    if (!parsed) return fail(parsed.error());
  }
  return {};
}

std::vector<ReportParagraph> paragraphs(const CompiledDefinition& definition, std::size_t group,
                                        const SectionData& data, const Evaluation& evaluation,
                                        const NarrativeContext& context) {
  const auto values = narrative::valuesOf(definition, data, evaluation, context);
  const auto& templates = narrative::templatesOf(definition).all();
  std::vector<ReportParagraph> result;
  int number = 0;
  for (const auto& item : definition.definition().groups[group].items) {
    if (item.kind != GroupItem::Kind::narrative) continue;
    const auto& narrative = definition.definition().narratives[item.index];
    const auto& parsed = templates[item.index];
    if (!parsed) continue;  // only in a definition that a store kept, which is not checked again
    const auto add = [&](std::string id, const std::optional<narrative::RowPosition>& row) {
      std::set<std::string> uses;
      ReportParagraph paragraph;
      paragraph.text = parsed->render(values, row, uses);
      if (const auto* own = editedParagraph(data, id); own != nullptr && own->text) {
        paragraph.text = *own->text;
        paragraph.edited = true;
      }
      if (paragraph.text.empty()) return;
      paragraph.id = std::move(id);
      paragraph.level = narrative.level;
      paragraph.standing = narrative.standing;
      paragraph.number = narrative.numbered ? ++number : 0;
      paragraph.uses.assign(uses.begin(), uses.end());
      result.push_back(std::move(paragraph));
    };
    if (narrative.each.empty()) {
      add(narrative.id, std::nullopt);
      continue;
    }
    const auto rows = narrative::rowsOf(values, narrative.each);
    const auto table = *narrative::tableOf(definition.definition(), narrative.each);
    for (std::size_t n = 0; n < rows.size(); ++n) {
      add(narrative.id + "[" + data.tables[table].rows[rows[n]].id + "]",
          narrative::RowPosition{table, rows[n], n + 1, rows.size()});
    }
  }
  return result;
}

}  // namespace cchc
