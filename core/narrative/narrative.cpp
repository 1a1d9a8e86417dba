#include "core/narrative/narrative.h"

#include <optional>
#include <set>
#include <string>

#include "core/base/text.h"
#include "core/definition/spans_in_force.h"
#include "core/narrative/render_template.h"
#include "core/narrative/tag_formats.h"

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

void checkSpans(const SectionDefinition& form, const SpansInForce& spans, std::size_t index,
                const std::vector<narrative::Tag>& tags, DefinitionProblems& problems) {
  const auto& narrative = form.narratives[index];
  const auto never = [&](FilePosition at, const std::string& other, const std::string& written) {
    problems.error("definition.never-together", at, {{"id", narrative.id}, {"other", other}, {"expression", written}});
  };
  auto when = spans.narrative(index);
  if (const auto table = narrative::tableOf(form, narrative.each)) {
    when = common(when, spans.table(*table));
    if (isEmpty(when)) return never({narrative.line, 0}, narrative.each, narrative.each);
  }
  for (const auto& tag : tags) {
    if (tag.kind != narrative::TagKind::close && isEmpty(common(when, namedBy(spans, tag))))
      never(positionIn(narrative.text, tag.begin), tag.name, "{{" + tag.name + "}}");
  }
}

bool namesSomething(const NarrativeDefinition& narrative) {
  return !narrative.each.empty() || narrative.text.text.find("{{") != std::string::npos;
}

// `formRules`: the rules on how a form is written are checked too.
void checkAll(const SectionDefinition& form, DefinitionProblems& problems, bool formRules) {
  const SpansInForce spans(form);
  for (std::size_t i = 0; i < form.narratives.size(); ++i) {
    const auto& narrative = form.narratives[i];
    const auto tags = narrative::readTags(form, narrative, problems);
    if (form.limited) checkSpans(form, spans, i, tags, problems);
    if (!formRules) continue;
    narrative::checkFormats(form, narrative, tags, problems);
    const FilePosition at{narrative.line, 0};
    if (trim(narrative.text.text).empty())
      problems.warning("definition.empty-text", at, {{"what", "narrative " + narrative.id}});
    else if (!narrative.standing && !namesSomething(narrative))
      problems.warning("definition.names-nothing", at, {{"id", narrative.id}});
  }
}

}  // namespace

Status checkNarratives(const CompiledDefinition& definition) {
  DefinitionProblems problems("");
  checkAll(definition.definition(), problems, false);
  if (problems.anyErrors()) return fail(errorOf(problems.firstError()));
  return {};
}

void checkNarratives(const SectionDefinition& definition, DefinitionProblems& problems) {
  checkAll(definition, problems, true);
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
