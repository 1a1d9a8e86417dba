#include "core/definition/reading/check_effects.h"

#include <algorithm>
#include <string>
#include <vector>

#include "core/base/reading/similar.h"
#include "core/base/text.h"

namespace cchc::definition_file {
namespace {

bool isWritten(FieldType type) { return type == FieldType::text || type == FieldType::longText; }
bool isChoice(FieldType type) { return type == FieldType::choice || type == FieldType::choices; }
bool isPercentage(FieldType type) { return type == FieldType::percent || type == FieldType::rate; }
bool hasUnit(FieldType type) { return type == FieldType::integer || type == FieldType::decimal; }

std::vector<std::string> valuesOf(const std::vector<Choice>& choices) {
  std::vector<std::string> values;
  for (const auto& choice : choices) values.push_back(choice.value);
  return values;
}
class EffectCheck {
 public:
  EffectCheck(const ElementReader& reader, const pugi::xml_node& node, const FieldDefinition& field,
              const TableDefinition* table)
      : reader_(reader), node_(node), field_(field), table_(table) {}

  void run() {
    checkByType();
    checkLimits();
    checkAggregation();
    checkCode();
    const bool figure = isNumeric(field_.type);
    if (field_.carryTo.size() > 0 && field_.carry != FieldCarry::asTarget) noEffect("carry-to", "effect.as-target");
    if (field_.carry != FieldCarry::none && !field_.enterable()) noEffect("carry", "effect.computed");
    if (field_.stated && !field_.computed()) noEffect("stated", "effect.entered");
    if (!figure) {
      if (!field_.target.empty()) noEffect("target", "effect.figures");
      if (field_.annex) noEffect("annex", "effect.figures");
      if (field_.basis != Basis::unspecified && field_.basis != Basis::asAt) noEffect("basis", "effect.figures");
    }
    if (node_.child("default") && !field_.enterable())
      reader_.problems().warning("definition.no-effect", reader_.at(node_.child("default")),
                                 parameters("default", "effect.computed"));
    for (const auto* attribute : {"target", "carry-to"}) {
      if (field_.id == node_.attribute(attribute).value())
        reader_.wrongValue("definition.circular", node_, attribute, {{"id", field_.id}, {"attribute", attribute}});
    }
  }

 private:
  std::vector<Parameter> parameters(std::string_view attribute, std::string_view reason) const {
    return {{"attribute", std::string(attribute)},
            {"id", table_ == nullptr ? field_.id : table_->id + "." + field_.id},
            {"reason", text(reason, Language::vi, {})},
            {"reason_en", text(reason, Language::en, {})}};
  }
  void noEffect(const char* attribute, std::string_view reason) const {
    if (!node_.attribute(attribute)) return;
    reader_.problems().warning("definition.no-effect", reader_.atName(node_, attribute), parameters(attribute, reason));
  }

  void checkByType() const {
    const auto type = field_.type;
    if (!isWritten(type)) noEffect("max-length", "effect.texts");
    if (type != FieldType::money) noEffect("entry-unit", "effect.money");
    if (!isPercentage(type) && type != FieldType::decimal) noEffect("decimals", "effect.decimals");
    if (!isNumeric(type)) noEffect("qualifier", "effect.figures");
    if (!hasUnit(type)) noEffect("unit", "effect.units");
  }

  void checkLimits() const {
    if (field_.minimum && field_.maximum && *field_.maximum < *field_.minimum)
      reader_.wrongValue(
          "definition.minimum-above-maximum", node_, "maximum",
          {{"id", field_.id}, {"minimum", field_.minimum->toText()}, {"maximum", field_.maximum->toText()}});
    for (const auto* attribute : {"minimum", "maximum"}) {
      const auto& limit = std::string_view(attribute) == "minimum" ? field_.minimum : field_.maximum;
      if (!limit || limit->normalised().scale() <= field_.decimals) continue;
      reader_.wrongAttribute(node_, attribute, limit->toText(), limit->rounded(field_.decimals).toText());
    }
  }

  void checkAggregation() const {
    if (field_.aggregation != Aggregation::countIf) noEffect("aggregate-value", "effect.count-if");
    // The cells of open tables are never added. A column may say all the same how it would be: that is only told.
    if (table_ != nullptr && !table_->fixed && node_.attribute("aggregate"))
      reader_.problems().information("definition.no-effect", reader_.atName(node_, "aggregate"),
                                     parameters("aggregate", "effect.open-table"));
    else if (field_.aggregation == Aggregation::sum && !isNumeric(field_.type))
      noEffect("aggregate", "effect.figures");
    else if (field_.aggregation == Aggregation::computed && !field_.computed())
      noEffect("aggregate", "effect.not-computed");
    if (field_.aggregation != Aggregation::countIf || field_.aggregateValue.empty()) return;
    const auto known = isChoice(field_.type)             ? valuesOf(field_.choices)
                       : field_.type == FieldType::yesNo ? std::vector<std::string>{"yes", "no"}
                                                         : std::vector<std::string>();
    if (known.empty() || std::find(known.begin(), known.end(), field_.aggregateValue) != known.end()) return;
    std::vector<Parameter> what{
        {"given", field_.aggregateValue}, {"of", field_.id}, {"allowed", ElementReader::joined(known)}};
    addSimilar(what, field_.aggregateValue, known);
    reader_.wrongValue("definition.unknown-choice", node_, "aggregate-value", std::move(what));
  }

  void checkCode() const {
    if (field_.code.empty()) {
      if (table_ == nullptr && isNumeric(field_.type))
        reader_.problems().warning("definition.no-code", reader_.at(node_), {{"id", field_.id}});
      return;
    }
    if (!isNumeric(field_.type)) noEffect("code", "effect.figures");
    const auto good = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.'; };
    if (!std::all_of(field_.code.begin(), field_.code.end(), good) || field_.code.front() == '.' ||
        field_.code.back() == '.' || field_.code.find("..") != std::string::npos)
      reader_.wrongAttribute(node_, "code", field_.code, "II5.02");
  }

  const ElementReader& reader_;
  const pugi::xml_node& node_;
  const FieldDefinition& field_;
  const TableDefinition* table_;
};

}  // namespace

void checkEffects(const ElementReader& reader, const pugi::xml_node& node, const FieldDefinition& field,
                  const TableDefinition* table) {
  EffectCheck(reader, node, field, table).run();
}

void checkEffects(const ElementReader& reader, const pugi::xml_node& node, const TableDefinition& table) {
  const auto noEffect = [&](const char* attribute, std::string_view reason) {
    if (!node.attribute(attribute)) return;
    reader.problems().warning("definition.no-effect", reader.atName(node, attribute),
                              {{"attribute", attribute},
                               {"id", table.id},
                               {"reason", text(reason, Language::vi, {})},
                               {"reason_en", text(reason, Language::en, {})}});
  };
  if (table.fixed) {
    noEffect("max-rows", "effect.fixed-rows");
    if (table.aggregation == TableAggregation::rows) noEffect("aggregate", "effect.fixed-rows");
    if (table.required == Required::submit) noEffect("required", "effect.fixed-rows");
  }
  if (table.carry == TableCarry::tasks && !table.columnIndex("outcome")) noEffect("carry", "effect.outcome");
}

bool isAllowed(const FieldDefinition& field, const Value& value) {
  const auto offered = [&](const std::string& one) {
    return std::any_of(field.choices.begin(), field.choices.end(), [&](const Choice& c) { return c.value == one; });
  };
  if (const auto* number = value.number())
    return (!field.minimum || !(*number < *field.minimum)) && (!field.maximum || !(*field.maximum < *number)) &&
           number->normalised().scale() <= field.decimals;
  if (const auto* choices = std::get_if<Choices>(&value.content))
    return std::all_of(choices->begin(), choices->end(), offered);
  if (const auto* written = value.text())
    return field.type == FieldType::choice ? offered(*written) : lengthOf(*written) <= field.maxLength;
  return true;
}

}  // namespace cchc::definition_file
