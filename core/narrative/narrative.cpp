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
  for (const auto& narrative : definition.definition().narratives) {
    if (!narrative.each.empty() && !narrative::tableOf(definition.definition(), narrative.each)) {
      return fail("definition.narrative", std::to_string(narrative.line),
                  {{"definition", definition.definition().id.value},
                   {"paragraph", narrative.id},
                   {"tag", narrative.each},
                   {"wanted", ""}});
    }
    if (auto tags = narrative::readTags(definition.definition(), narrative); !tags) return fail(tags.error());
  }
  return {};
}

std::vector<ReportParagraph> paragraphs(const CompiledDefinition& definition, std::size_t group,
                                        const SectionData& data, const Evaluation& evaluation,
                                        const NarrativeContext& context) {
  const auto values = narrative::valuesOf(definition, data, evaluation, context);
  std::vector<ReportParagraph> result;
  int number = 0;
  for (const auto& item : definition.definition().groups[group].items) {
    if (item.kind != GroupItem::Kind::narrative) continue;
    const auto& narrative = definition.definition().narratives[item.index];
    const auto tags = narrative::readTags(definition.definition(), narrative);
    if (!tags) continue;  // never: checkNarratives ran when the definition was loaded
    const auto add = [&](std::string id, const std::optional<narrative::RowPosition>& row) {
      std::set<std::string> uses;
      ReportParagraph paragraph;
      paragraph.text = narrative::renderTemplate(values, narrative, *tags, row, uses);
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
