#include "core/definition/reading/read_field.h"

#include <algorithm>
#include <array>

#include "core/base/reading/similar.h"
#include "core/base/text.h"
#include "core/definition/read_definition.h"
#include "core/definition/reading/check_effects.h"
#include "core/definition/reading/read_in_force.h"

namespace cchc {
namespace {

constexpr std::array<std::string_view, 3> entryUnits = {"đồng", "triệu", "tỷ"};

}  // namespace

std::string_view entryUnitName(EntryUnit unit) { return entryUnits[static_cast<std::size_t>(unit)]; }

}  // namespace cchc

namespace cchc::definition_file {
namespace {

void readNumbers(const ElementReader& reader, const pugi::xml_node& node, FieldDefinition& field) {
  const bool fractional =
      field.type == FieldType::decimal || field.type == FieldType::percent || field.type == FieldType::rate;
  field.decimals = reader.wholeNumber(node, "decimals", fractional ? 2 : 0, 0, fractional ? 6 : 0);
  for (const auto* name : {"minimum", "maximum"}) {
    const std::string text = node.attribute(name).value();
    if (text.empty()) continue;
    const auto number = Decimal::parse(text);
    if (!number || !isNumeric(field.type))
      reader.wrongAttribute(node, name, text, "1234.5");
    else
      (std::string_view(name) == "minimum" ? field.minimum : field.maximum) = number;
  }
  const bool longText = field.type == FieldType::longText;
  field.maxLength =
      static_cast<std::size_t>(reader.wholeNumber(node, "max-length", longText ? 1000000 : 500, 1, 10000000));
}

void readQualifiers(const ElementReader& reader, const pugi::xml_node& node, FieldDefinition& field) {
  field.qualifiers = 1;
  for (const auto& word : ElementReader::splitWords(node.attribute("qualifier").value())) {
    const auto qualifier = qualifierOf(word);
    if (word == "any")
      field.qualifiers = 0x3f;
    else if (qualifier)
      field.qualifiers = static_cast<std::uint8_t>(field.qualifiers | (1U << static_cast<unsigned>(*qualifier)));
    else
      reader.wrongAttribute(node, "qualifier", word,
                            std::vector<std::string>{"over", "under", "about", "estimated", "planned", "any"});
  }
}

void readChoices(const ElementReader& reader, const pugi::xml_node& node, FieldDefinition& field) {
  for (const auto& child : node.children("choice")) {
    reader.allow(child, {"value", "vi", "en"}, {}, {"from", "until", "unit-forms"});
    auto value = reader.required(child, "value");
    if (value.find(' ') != std::string::npos)
      reader.wrongValue("definition.wrong-id", child, "value", {{"id", value}, {"element", "choice"}});
    reader.checkNew(child, "value", value, field.choices, &Choice::value);
    auto label = reader.label(child);
    field.choices.push_back({std::move(value), std::move(label), readInForce(reader, child), reader.line(child)});
  }
  const bool wants = field.type == FieldType::choice || field.type == FieldType::choices;
  if (wants == field.choices.empty()) reader.wrong("definition.choices", node, {{"id", field.id}});
}

void readExpressions(const ElementReader& reader, const pugi::xml_node& node, FieldDefinition& field) {
  field.relevant = reader.expression(node, "relevant");
  field.formula = reader.expression(node, "formula");
  field.numerator = reader.expression(node, "numerator");
  field.denominator = reader.expression(node, "denominator");
  field.reference = reader.expression(node, "reference");
  for (const auto* name : {"relevant", "formula", "numerator", "denominator", "reference"}) {
    const auto child = node.child(name);
    if (!child || !trim(child.child_value()).empty()) continue;
    reader.wrong("definition.empty-element", child, {{"element", name}});
    return;
  }
  const int ways =
      (field.formula.empty() ? 0 : 1) + (field.numerator.empty() ? 0 : 1) + (field.reference.empty() ? 0 : 1);
  if (ways > 1 || field.numerator.empty() != field.denominator.empty() ||
      (!field.numerator.empty() && field.type != FieldType::rate)) {
    reader.wrong("definition.computed-twice", node, {{"id", field.id}});
  }
}

void readDefault(const ElementReader& reader, const pugi::xml_node& node, FieldDefinition& field) {
  const auto child = node.child("default");
  if (!child) return;
  auto value = parseLexical(field.type, child.child_value());
  if (value && (!reader.formRules() || isAllowed(field, *value)))
    field.defaultValue = std::move(*value);
  else
    reader.wrong("definition.wrong-default", child, {{"id", field.id}, {"given", child.child_value()}});
}

void readAggregation(const ElementReader& reader, const pugi::xml_node& node, FieldDefinition& field) {
  field.aggregation = reader.oneOf<Aggregation>(node, "aggregate", {"none", "sum", "same", "count-if", "computed"});
  if (node.attribute("aggregate").empty() && field.computed()) field.aggregation = Aggregation::computed;
  field.aggregateValue = node.attribute("aggregate-value").value();
  if (field.aggregation == Aggregation::countIf && field.aggregateValue.empty()) {
    reader.wrong("definition.missing-attribute", node, {{"attribute", "aggregate-value"}, {"element", node.name()}});
  }
}

void readReporting(const ElementReader& reader, const pugi::xml_node& node, FieldDefinition& field) {
  field.carry = reader.oneOf<FieldCarry>(node, "carry", {"none", "value", "as-target"});
  field.carryTo = node.attribute("carry-to").value();
  field.target = node.attribute("target").value();
  field.annex = reader.yesNo(node, "annex");
  for (const auto& word : ElementReader::splitWords(node.attribute("compare").value())) {
    if (word == "previous-period")
      field.comparePrevious = true;
    else if (word == "same-period-last-year")
      field.compareLastYear = true;
    else
      reader.wrongAttribute(node, "compare", word,
                            std::vector<std::string>{"previous-period", "same-period-last-year"});
  }
}

void readBasis(const ElementReader& reader, const pugi::xml_node& node, FieldDefinition& field) {
  if (node.attribute("basis").empty()) return;
  const int at = reader.oneOf<int>(node, "basis", {"cumulative", "period", "as-at", "opening"});
  field.basis = static_cast<Basis>(at + 1);
  if (field.basis == Basis::opening && reader.minor() < 1) reader.needsMinor(node, "basis", "basis=\"opening\"");
}

FieldType readType(const ElementReader& reader, const pugi::xml_node& node, const std::string& name) {
  const auto word = reader.required(node, "type");
  const auto type = fieldTypeOf(word);
  if (type) return *type;
  reader.problems().uncertain.insert(name);
  if (word.empty()) return FieldType::text;
  std::vector<std::string> known;
  for (int i = 0; i <= static_cast<int>(FieldType::attachment); ++i)
    known.emplace_back(fieldTypeName(static_cast<FieldType>(i)));
  std::vector<Parameter> parameters{{"type", word}, {"id", name}};
  addSimilar(parameters, word, known);
  reader.wrongValue("definition.unknown-type", node, "type", std::move(parameters));
  return FieldType::text;
}

}  // namespace

FieldDefinition readField(const ElementReader& reader, const pugi::xml_node& node, const TableDefinition* table) {
  if (table != nullptr) {
    reader.allow(node,
                 {"id", "type", "code", "unit", "entry-unit", "decimals", "minimum", "maximum", "max-length",
                  "required", "basis", "qualifier", "stated", "aggregate", "aggregate-value", "renamed-from"},
                 {"label", "hint", "source", "choice*", "relevant", "default", "formula", "numerator", "denominator"},
                 {"part-of", "from", "until", "unit-forms", "opening-of", "with-opening"});
  } else {
    reader.allow(
        node,
        {"id",         "type",     "code",   "unit",      "entry-unit",  "decimals",  "minimum",         "maximum",
         "max-length", "required", "basis",  "qualifier", "stated",      "aggregate", "aggregate-value", "carry",
         "carry-to",   "compare",  "target", "annex",     "renamed-from"},
        {"label", "hint", "source", "choice*", "relevant", "default", "formula", "numerator", "denominator",
         "reference"},
        {"part-of", "from", "until", "unit-forms", "opening-of", "with-opening"});
  }
  FieldDefinition field;
  field.line = reader.line(node);
  field.id = reader.id(node, table == nullptr);
  const auto name = table == nullptr ? field.id : table->id + "." + field.id;
  field.type = readType(reader, node, name);
  field.code = node.attribute("code").value();
  field.unit = node.attribute("unit").value();
  field.entryUnit = reader.oneOf<EntryUnit>(node, "entry-unit", {entryUnits[0], entryUnits[1], entryUnits[2]});
  field.required = reader.oneOf<Required>(node, "required", {"no", "submit"});
  readBasis(reader, node, field);
  field.stated = reader.yesNo(node, "stated");
  field.partOf = node.attribute("part-of").value();
  field.openingOf = node.attribute("opening-of").value();
  field.withOpening = node.attribute("with-opening").value();
  field.inForce = readInForce(reader, node);
  field.renamedFrom = ElementReader::splitWords(node.attribute("renamed-from").value());
  field.label = reader.childLabel(node, "label", field.id);
  if (const auto hint = node.child("hint")) {
    if (reader.formRules()) reader.allow(hint, {"vi", "en"}, {});
    field.hint = reader.label(hint);
  }
  field.source = node.child("source").child_value();
  // Of a type that is not known, nothing more can be said.
  const bool isKnown = !reader.problems().uncertain.contains(name);
  if (isKnown) {
    readNumbers(reader, node, field);
    readQualifiers(reader, node, field);
    readChoices(reader, node, field);
  }
  readExpressions(reader, node, field);
  if (isKnown) readDefault(reader, node, field);
  readAggregation(reader, node, field);
  readReporting(reader, node, field);
  if (isKnown && reader.formRules()) checkEffects(reader, node, field, table);
  return field;
}

}  // namespace cchc::definition_file
