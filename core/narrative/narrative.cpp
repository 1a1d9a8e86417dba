#include "core/narrative/narrative.h"

#include <optional>
#include <set>
#include <string>

#include "core/definition/spans_in_force.h"
#include "core/narrative/render_template.h"

namespace cchc {
namespace {

const ParagraphData* editedParagraph(const SectionData& data, const std::string& id) {
  for (const auto& paragraph : data.paragraphs) {
    if (paragraph.id == id) return &paragraph;
  }
  return nullptr;
}

// When what the tag names is in force; always, if it names nothing of the definition.
SpansInForce::Set namedBy(const SpansInForce& spans, const narrative::Tag& tag) {
  using narrative::TagTarget;
  switch (tag.target) {
    case TagTarget::field:
      return spans.field(tag.field);
    case TagTarget::column:
      return spans.column(tag.table, tag.field);
    case TagTarget::fixedCell:
      return common(spans.column(tag.table, tag.field), spans.row(tag.table, tag.fixedRow));
    case TagTarget::table:
    case TagTarget::view:
      return spans.table(tag.table);
    default:
      return spans.always();
  }
}

Status checkSpans(const SectionDefinition& form, const SpansInForce& spans, std::size_t index,
                  const narrative::ParsedTemplate& parsed) {
  const auto& narrative = form.narratives[index];
  const auto never = [&](const std::string& other, const std::string& written) {
    return fail("definition.never-together", std::to_string(narrative.line),
                {{"id", narrative.id}, {"other", other}, {"expression", written}});
  };
  auto when = spans.narrative(index);
  if (!narrative.each.empty()) {
    when = common(when, spans.table(*narrative::tableOf(form, narrative.each)));
    if (isEmpty(when)) return never(narrative.each, narrative.each);
  }
  for (const auto& tag : parsed.tags()) {
    if (tag.kind != narrative::TagKind::close && isEmpty(common(when, namedBy(spans, tag))))
      return never(tag.name, "{{" + tag.name + "}}");
  }
  return {};
}

}  // namespace

Status checkNarratives(const CompiledDefinition& definition) {
  const auto& form = definition.definition();
  const auto& templates = narrative::templatesOf(definition).all();
  for (const auto& parsed : templates) {
    if (!parsed) return fail(parsed.error());
  }
  if (!form.limited) return {};
  const SpansInForce spans(form);
  for (std::size_t i = 0; i < form.narratives.size(); ++i) CCHC_CHECK(checkSpans(form, spans, i, *templates[i]));
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
    if (!evaluation.inForce.narrative(item.index)) continue;
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
