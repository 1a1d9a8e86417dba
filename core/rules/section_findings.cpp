#include "core/rules/section_findings.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "core/base/text.h"
#include "core/definition/located_place.h"
#include "core/definition/not_in_force.h"
#include "core/rules/figure_text.h"
#include "core/rules/section_check.h"

namespace cchc {

namespace {

// One line of a kept value, which is all of it for most types. nullopt: it is a text, and is shown as it is.
std::optional<std::string> keptLineText(const std::string& line, Language language) {
  if (line == "yes" || line == "no") return std::string(text(line == "yes" ? "value.yes" : "value.no", language));
  if (const auto value = decodeValue(FieldType::attachment, line); value && !value->blank())
    return std::get<Attachment>(value->content).name;
  for (const auto type : {FieldType::decimal, FieldType::date, FieldType::dateRange, FieldType::documents}) {
    const auto value = decodeValue(type, line);
    // What encodeValue would write in another way is a text, such as the telephone number "0912345678".
    if (!value || value->blank() || encodeValue(*value) != line) continue;
    FieldDefinition field;
    field.type = type;
    return rules::figureText(*value, field);
  }
  return std::nullopt;
}

// Whether the value was kept because its place, or its choice, is not in force.
bool isKeptOutOfForce(const SectionDefinition& definition, const PartsInForce& parts, const KeptValue& kept) {
  if (!parts.place(definition, kept.place)) return true;
  const auto place = locate(definition, kept.place);
  if (!place || place->value == nullptr) return false;
  const auto value = decodeValue(place->value->type, kept.value);
  return value && parts.choiceNotInForce(*place->value, *value) != nullptr;
}

}  // namespace

std::string keptValueText(const KeptValue& kept, Language language) {
  if (kept.value == "nothing" && kept.place.cell() == nullptr)
    return std::string(text("common.nothing-to-report", language));
  // Each document has a line, and so has each value of a place that has several. The lines of a long text are words.
  std::vector<std::string> lines;
  bool onlyText = true;
  for (std::size_t from = 0; from < kept.value.size();) {
    const auto to = std::min(kept.value.find('\n', from), kept.value.size());
    const auto line = kept.value.substr(from, to - from);
    const auto shown = keptLineText(line, language);
    onlyText = onlyText && !shown;
    lines.push_back(shown.value_or(line));
    from = to + 1;
  }
  std::string shown;
  for (const auto& line : lines) shown += (&line == &lines.front() ? "" : onlyText ? " " : "; ") + line;
  std::replace(shown.begin(), shown.end(), '\t', ' ');
  return shown;
}

std::vector<Finding> keptFindings(const SectionDefinition& definition, const PartsInForce& parts, const SectionKey& key,
                                  const SectionData& data) {
  std::vector<Finding> findings;
  const auto add = [&](const char* code, const KeptValue& kept) {
    const auto label = placeLabel(definition, data, kept.place);
    findings.push_back(makeFinding(code, Severity::warning, key, kept.place,
                                   {{"label", label.vi},
                                    {"label_en", label.in(Language::en)},
                                    {"value", shortened(keptValueText(kept, Language::vi))},
                                    {"value_en", shortened(keptValueText(kept, Language::en))}}));
  };
  for (const auto& kept : data.kept)
    add(isKeptOutOfForce(definition, parts, kept) ? "core.not-in-force" : "core.value-kept", kept);
  for (const auto& value : valuesNotInForce(definition, parts, data)) add("core.not-in-force", value);
  return findings;
}

namespace {

// What is entered stays when its condition no longer holds; the form does not show it and the report does not print it.
void addNotRelevant(const SectionDefinition& definition, const SectionKey& key, const SectionData& data,
                    const Evaluation& evaluation, std::vector<Finding>& findings) {
  const auto check = [&](const Value& entered, bool inForce, const Effective& effective, const auto& place) {
    if (entered.blank() || !inForce || effective.relevant) return;
    const Place at = place();
    const auto label = placeLabel(definition, data, at);
    const KeptValue hidden{at, encodeValue(entered)};
    findings.push_back(makeFinding("core.not-relevant", Severity::warning, key, at,
                                   {{"label", label.vi},
                                    {"label_en", label.in(Language::en)},
                                    {"value", shortened(keptValueText(hidden, Language::vi))},
                                    {"value_en", shortened(keptValueText(hidden, Language::en))}}));
  };
  for (std::size_t i = 0; i < definition.fields.size(); ++i) {
    const auto& field = definition.fields[i];
    if (field.relevant.empty()) continue;
    check(data.fields[i], evaluation.inForce.field(i), evaluation.fields[i], [&] { return Place::ofField(field.id); });
  }
  for (std::size_t t = 0; t < definition.tables.size(); ++t) {
    const auto& table = definition.tables[t];
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      const auto& column = table.columns[c];
      if (column.relevant.empty()) continue;
      for (std::size_t r = 0; r < data.tables[t].rows.size(); ++r) {
        const auto& row = data.tables[t].rows[r];
        check(row.cells[c], evaluation.inForce.cell(t, r, c), evaluation.cells[t][r][c],
              [&] { return Place::ofCell(table.id, row.id, column.id); });
      }
    }
  }
}

}  // namespace

std::vector<Finding> sectionFindings(const CompiledDefinition& definition, const SectionKey& key,
                                     const SectionData& data, const Evaluation& evaluation,
                                     const Surroundings& surroundings, bool forSubmission) {
  std::vector<Finding> result;
  rules::SectionCheck check(definition, key, data, evaluation, surroundings);
  if (forSubmission) check.checkRequired(result);
  for (std::size_t i = 0; i < definition.definition().fields.size(); ++i) check.checkField(i, result);
  for (std::size_t i = 0; i < definition.definition().tables.size(); ++i) check.checkTable(i, result);
  for (std::size_t i = 0; i < definition.definition().rules.size(); ++i) check.checkRule(i, result);
  addNotRelevant(definition.definition(), key, data, evaluation, result);
  auto kept = keptFindings(definition.definition(), evaluation.inForce, key, data);
  std::move(kept.begin(), kept.end(), std::back_inserter(result));
  return result;
}

}  // namespace cchc
