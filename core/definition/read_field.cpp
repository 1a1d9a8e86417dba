#include "core/definition/read_field.h"

#include <algorithm>

#include "core/definition/read_in_force.h"

namespace cchc::definition_file {
namespace {

Status readNumbers(const ElementReader& reader, const pugi::xml_node& node, FieldDefinition& field) {
  const bool fractional =
      field.type == FieldType::decimal || field.type == FieldType::percent || field.type == FieldType::rate;
  CCHC_TRY(field.decimals, reader.wholeNumber(node, "decimals", fractional ? 2 : 0, 0, fractional ? 6 : 0));
  for (const auto* name : {"minimum", "maximum"}) {
    const std::string text = node.attribute(name).value();
    if (text.empty()) continue;
    const auto number = Decimal::parse(text);
    if (!number || !isNumeric(field.type))
      return reader.wrong("definition.wrong-attribute", node,
                          {{"attribute", name}, {"given", text}, {"allowed", "1234.5"}});
    (std::string_view(name) == "minimum" ? field.minimum : field.maximum) = number;
  }
  const bool longText = field.type == FieldType::longText;
  CCHC_TRY(const int length, reader.wholeNumber(node, "max-length", longText ? 1000000 : 500, 1, 10000000));
  field.maxLength = static_cast<std::size_t>(length);
  return {};
}

Status readQualifiers(const ElementReader& reader, const pugi::xml_node& node, FieldDefinition& field) {
  field.qualifiers = 1;
  for (const auto& word : ElementReader::splitWords(node.attribute("qualifier").value())) {
    if (word == "any") {
      field.qualifiers = 0x3f;
      continue;
    }
    const auto qualifier = qualifierOf(word);
    if (!qualifier) {
      return reader.wrong(
          "definition.wrong-attribute", node,
          {{"attribute", "qualifier"}, {"given", word}, {"allowed", "over, under, about, estimated, planned, any"}});
    }
    field.qualifiers = static_cast<std::uint8_t>(field.qualifiers | (1U << static_cast<unsigned>(*qualifier)));
  }
  return {};
}

Status readChoices(const ElementReader& reader, const pugi::xml_node& node, FieldDefinition& field) {
  for (const auto& child : node.children("choice")) {
    CCHC_CHECK(reader.allow(child, {"value", "vi", "en"}, {}, {"from", "until", "unit-forms"}));
    CCHC_TRY(auto value, reader.required(child, "value"));
    if (value.find(' ') != std::string::npos)
      return reader.wrong("definition.wrong-id", child, {{"id", value}, {"element", "choice"}});
    CCHC_CHECK(reader.checkNew(child, value, field.choices, &Choice::value));
    CCHC_TRY(auto label, reader.label(child));
    CCHC_TRY(auto inForce, readInForce(reader, child));
    field.choices.push_back({std::move(value), std::move(label), std::move(inForce)});
  }
  const bool wants = field.type == FieldType::choice || field.type == FieldType::choices;
  if (wants == field.choices.empty()) return reader.wrong("definition.choices", node, {{"id", field.id}});
  return {};
}

Status readExpressions(const ElementReader& reader, const pugi::xml_node& node, FieldDefinition& field) {
  field.relevant = reader.expression(node, "relevant");
  field.formula = reader.expression(node, "formula");
  field.numerator = reader.expression(node, "numerator");
  field.denominator = reader.expression(node, "denominator");
  field.reference = reader.expression(node, "reference");
  const int ways =
      (field.formula.empty() ? 0 : 1) + (field.numerator.empty() ? 0 : 1) + (field.reference.empty() ? 0 : 1);
  if (ways > 1 || field.numerator.empty() != field.denominator.empty() ||
      (!field.numerator.empty() && field.type != FieldType::rate)) {
    return reader.wrong("definition.computed-twice", node, {{"id", field.id}});
  }
  for (const auto* name : {"relevant", "formula", "numerator", "denominator", "reference"}) {
    if (const auto child = node.child(name); child && reader.expression(node, name).empty()) {
      return reader.wrong("definition.empty-element", child, {{"element", name}});
    }
  }
  return {};
}

Status readDefault(const ElementReader& reader, const pugi::xml_node& node, FieldDefinition& field) {
  const auto child = node.child("default");
  if (!child) return {};
  auto value = parseLexical(field.type, child.child_value());
  if (!value)
    return reader.wrong("definition.wrong-default", child, {{"id", field.id}, {"given", child.child_value()}});
  field.defaultValue = std::move(*value);
  return {};
}

Status readAggregation(const ElementReader& reader, const pugi::xml_node& node, FieldDefinition& field) {
  CCHC_TRY(field.aggregation,
           (reader.oneOf<Aggregation>(node, "aggregate", {"none", "sum", "same", "count-if", "computed"})));
  if (node.attribute("aggregate").empty() && field.computed()) field.aggregation = Aggregation::computed;
  field.aggregateValue = node.attribute("aggregate-value").value();
  if (field.aggregation == Aggregation::countIf && field.aggregateValue.empty()) {
    return reader.wrong("definition.missing-attribute", node,
                        {{"attribute", "aggregate-value"}, {"element", node.name()}});
  }
  return {};
}

Status readReporting(const ElementReader& reader, const pugi::xml_node& node, FieldDefinition& field) {
  CCHC_TRY(field.carry, (reader.oneOf<FieldCarry>(node, "carry", {"none", "value", "as-target"})));
  field.carryTo = node.attribute("carry-to").value();
  field.target = node.attribute("target").value();
  CCHC_TRY(field.annex, reader.yesNo(node, "annex"));
  for (const auto& word : ElementReader::splitWords(node.attribute("compare").value())) {
    if (word == "previous-period")
      field.comparePrevious = true;
    else if (word == "same-period-last-year")
      field.compareLastYear = true;
    else
      return reader.wrong(
          "definition.wrong-attribute", node,
          {{"attribute", "compare"}, {"given", word}, {"allowed", "previous-period, same-period-last-year"}});
  }
  return {};
}

}  // namespace

Result<FieldDefinition> readField(const ElementReader& reader, const pugi::xml_node& node, bool column) {
  if (column) {
    CCHC_CHECK(reader.allow(
        node,
        {"id", "type", "code", "unit", "entry-unit", "decimals", "minimum", "maximum", "max-length", "required",
         "basis", "qualifier", "stated", "aggregate", "aggregate-value", "renamed-from"},
        {"label", "hint", "source", "choice", "relevant", "default", "formula", "numerator", "denominator"},
        {"part-of", "from", "until", "unit-forms", "opening-of", "with-opening"}));
  } else {
    CCHC_CHECK(reader.allow(
        node,
        {"id",         "type",     "code",   "unit",      "entry-unit",  "decimals",  "minimum",         "maximum",
         "max-length", "required", "basis",  "qualifier", "stated",      "aggregate", "aggregate-value", "carry",
         "carry-to",   "compare",  "target", "annex",     "renamed-from"},
        {"label", "hint", "source", "choice", "relevant", "default", "formula", "numerator", "denominator",
         "reference"},
        {"part-of", "from", "until", "unit-forms", "opening-of", "with-opening"}));
  }
  FieldDefinition field;
  field.line = reader.line(node);
  CCHC_TRY(field.id, reader.id(node, !column));
  CCHC_TRY(auto typeWord, reader.required(node, "type"));
  const auto type = fieldTypeOf(typeWord);
  if (!type) return reader.wrong("definition.unknown-type", node, {{"type", typeWord}, {"id", field.id}});
  field.type = *type;
  field.code = node.attribute("code").value();
  field.unit = node.attribute("unit").value();
  CCHC_TRY(field.entryUnit, (reader.oneOf<EntryUnit>(node, "entry-unit", {"đồng", "triệu", "tỷ"})));
  CCHC_TRY(field.required, (reader.oneOf<Required>(node, "required", {"no", "submit"})));
  const std::string_view basis = node.attribute("basis").value();
  if (!basis.empty()) {
    CCHC_TRY(const int at, (reader.oneOf<int>(node, "basis", {"cumulative", "period", "as-at", "opening"})));
    field.basis = static_cast<Basis>(at + 1);
    if (field.basis == Basis::opening && reader.minor() < 1) return reader.needsMinor(node, "basis=\"opening\"");
  }
  CCHC_TRY(field.stated, reader.yesNo(node, "stated"));
  field.partOf = node.attribute("part-of").value();
  field.openingOf = node.attribute("opening-of").value();
  field.withOpening = node.attribute("with-opening").value();
  CCHC_TRY(field.inForce, readInForce(reader, node));
  field.renamedFrom = ElementReader::splitWords(node.attribute("renamed-from").value());
  const auto label = node.child("label");
  if (!label) return reader.wrong("definition.missing-element", node, {{"element", "label"}, {"parent", field.id}});
  CCHC_CHECK(reader.allow(label, {"vi", "en"}, {}));
  CCHC_TRY(field.label, reader.label(label));
  if (const auto hint = node.child("hint")) {
    CCHC_TRY(field.hint, reader.label(hint));
  }
  field.source = node.child("source").child_value();
  CCHC_CHECK(readNumbers(reader, node, field));
  CCHC_CHECK(readQualifiers(reader, node, field));
  CCHC_CHECK(readChoices(reader, node, field));
  CCHC_CHECK(readExpressions(reader, node, field));
  CCHC_CHECK(readDefault(reader, node, field));
  CCHC_CHECK(readAggregation(reader, node, field));
  CCHC_CHECK(readReporting(reader, node, field));
  return field;
}

}  // namespace cchc::definition_file
