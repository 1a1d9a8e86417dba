#include "core/cli/definition_listing.h"

#include <array>
#include <nlohmann/json.hpp>
#include <string_view>

#include "core/base/vietnamese.h"
#include "core/definition/read_definition.h"
#include "core/model/finding.h"

namespace cchc::cli {
namespace {

using nlohmann::json;

// As a definition file writes them.
template <std::size_t n, class Enum>
std::string nameIn(const std::array<std::string_view, n>& names, Enum value) {
  return std::string(names[static_cast<std::size_t>(value)]);
}
constexpr std::array<std::string_view, 5> basisNames = {"", "cumulative", "period", "as-at", "opening"};
constexpr std::array<std::string_view, 5> aggregationNames = {"none", "sum", "same", "count-if", "computed"};
constexpr std::array<std::string_view, 3> carryNames = {"none", "value", "as-target"};
constexpr std::array<std::string_view, 3> tableAggregationNames = {"none", "rows", "by-row"};
constexpr std::array<std::string_view, 4> tableCarryNames = {"none", "rows", "rows-within-year", "tasks"};
constexpr std::array<std::string_view, 3> missingNames = {"skip", "skip-all", "zero"};
constexpr std::array<std::string_view, 9> operatorNames = {
    "=", "!=", "<", "<=", ">", ">=", "implies", "together", "never-together"};

std::string textOf(const std::optional<Date>& day) { return day ? day->toText() : std::string(); }
std::string textOf(const std::optional<Decimal>& number) { return number ? number->toText() : std::string(); }

json qualifiersOf(const FieldDefinition& field) {
  auto names = json::array();
  for (const auto one :
       {Qualifier::over, Qualifier::under, Qualifier::about, Qualifier::estimated, Qualifier::planned}) {
    if (field.allows(one)) names.push_back(std::string(qualifierName(one)));
  }
  return names;
}
json comparisonsOf(const FieldDefinition& field) {
  auto names = json::array();
  if (field.comparePrevious) names.push_back("previous-period");
  if (field.compareLastYear) names.push_back("same-period-last-year");
  return names;
}

void addInForce(json& part, const InForce& inForce) {
  part["from"] = textOf(inForce.from);
  part["until"] = textOf(inForce.until);
  part["unit_forms"] = inForce.unitForms;
}

json jsonOf(const FieldDefinition& field, Language language) {
  auto choices = json::array();
  for (const auto& choice : field.choices) {
    json one{{"value", choice.value}, {"label", choice.label.in(language)}};
    addInForce(one, choice.inForce);
    choices.push_back(std::move(one));
  }
  json part{{"id", field.id},
            {"type", std::string(fieldTypeName(field.type))},
            {"label", field.label.in(language)},
            {"hint", field.hint.in(language)},
            {"source", field.source},
            {"code", field.code},
            {"unit", field.unit},
            {"decimals", field.decimals},
            {"minimum", textOf(field.minimum)},
            {"maximum", textOf(field.maximum)},
            {"max_length", field.maxLength},
            {"required", field.required == Required::submit},
            {"basis", nameIn(basisNames, field.basis)},
            {"opening_of", field.openingOf},
            {"with_opening", field.withOpening},
            {"qualifiers", qualifiersOf(field)},
            {"stated", field.stated},
            {"aggregate", nameIn(aggregationNames, field.aggregation)},
            {"aggregate_value", field.aggregateValue},
            {"carry", nameIn(carryNames, field.carry)},
            {"carry_to", field.carryTo},
            {"compare", comparisonsOf(field)},
            {"target", field.target},
            {"annex", field.annex},
            {"part_of", field.partOf},
            {"choices", choices},
            {"default", field.defaultValue ? lexical(*field.defaultValue) : std::string()},
            {"relevant", field.relevant.text},
            {"formula", field.formula.text},
            {"numerator", field.numerator.text},
            {"denominator", field.denominator.text},
            {"reference", field.reference.text},
            {"renamed_from", field.renamedFrom}};
  if (field.type == FieldType::money) part["entry_unit"] = std::string(entryUnitName(field.entryUnit));
  addInForce(part, field.inForce);
  return part;
}

json jsonOf(const TableDefinition& table, Language language) {
  auto columns = json::array(), rows = json::array();
  for (const auto& column : table.columns) columns.push_back(jsonOf(column, language));
  for (const auto& row : table.fixedRows) {
    json one{{"id", row.id}, {"label", row.label.in(language)}, {"part_of", row.partOf}};
    addInForce(one, row.inForce);
    rows.push_back(std::move(one));
  }
  json part{{"id", table.id},
            {"title", table.title.in(language)},
            {"columns", columns},
            {"fixed_rows", rows},
            {"aggregate", nameIn(tableAggregationNames, table.aggregation)},
            {"carry", nameIn(tableCarryNames, table.carry)},
            {"nothing", table.mayBeNothing},
            {"required", table.required == Required::submit},
            {"max_rows", table.maxRows},
            {"contributes", table.contributes},
            {"annex", table.annex},
            {"key", table.key},
            {"part_of", table.partOf},
            {"renamed_from", table.renamedFrom}};
  addInForce(part, table.inForce);
  return part;
}

json jsonOf(const RuleDefinition& rule, Language language) {
  json part{{"id", rule.id},
            {"severity", std::string(severityName(static_cast<Severity>(rule.severity)))},
            {"missing", nameIn(missingNames, rule.missing)},
            {"place", rule.place},
            {"left", rule.left.text},
            {"operator", nameIn(operatorNames, rule.op)},
            {"right", rule.right.text},
            {"message", rule.message.in(language)},
            {"fix", rule.fix.in(language)}};
  addInForce(part, rule.inForce);
  return part;
}

// "from=2025-07-01 until=… unit-forms=xã, phường"
std::string inForceText(const InForce& inForce) {
  std::string text;
  if (inForce.from) text += " from=" + inForce.from->toText();
  if (inForce.until) text += " until=" + inForce.until->toText();
  for (const auto& form : inForce.unitForms)
    text += (&form == &inForce.unitForms.front() ? " unit-forms=" : ", ") + form;
  return text;
}

// A JSON value as a definition file writes it; "" for what it would leave out.
std::string attributeText(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_boolean()) return value.get<bool>() ? "yes" : "";
  if (value.is_number()) return value.dump();
  std::string text;
  for (const auto& one : value) text += (text.empty() ? "" : " ") + one.get<std::string>();
  return text;
}

class Lines {
 public:
  explicit Lines(Language language) : language_(language) {}

  void add(std::size_t indent, std::string_view text) { lines_.push_back(std::string(indent, ' ').append(text)); }
  std::vector<std::string> release() { return std::move(lines_); }

  void field(std::size_t indent, const FieldDefinition& field, const std::string& mark) {
    auto head = mark + field.id + "  " + std::string(fieldTypeName(field.type)) + "  " + field.label.in(language_);
    if (!field.code.empty()) head += "  [" + field.code + "]";
    if (!field.unit.empty()) head += "  (" + field.unit + ")";
    if (field.required == Required::submit) head += "  *";
    if (!field.formula.empty()) head += "  = " + field.formula.text;
    if (!field.numerator.empty()) head += "  = " + field.numerator.text + " : " + field.denominator.text;
    if (!field.reference.empty()) head += "  ← " + field.reference.text;
    add(indent, head);
    const auto whole = jsonOf(field, language_);
    std::string attributes;
    const auto attribute = [&](const char* key, std::string_view name, std::string_view usual) {
      const auto text = whole.contains(key) ? attributeText(whole[key]) : std::string();
      if (!text.empty() && text != usual)
        attributes += (attributes.empty() ? "" : " ") + std::string(name) + "=" + text;
    };
    const bool fractional =
        field.type == FieldType::decimal || field.type == FieldType::percent || field.type == FieldType::rate;
    attribute("entry_unit", "entry-unit", entryUnitName(EntryUnit::dong));
    if (fractional) attribute("decimals", "decimals", "");
    attribute("minimum", "minimum", "");
    attribute("maximum", "maximum", "");
    if (field.type == FieldType::text || field.type == FieldType::longText)
      attribute("max_length", "max-length", field.type == FieldType::text ? "500" : "1000000");
    attribute("basis", "basis", "");
    attribute("opening_of", "opening-of", "");
    attribute("with_opening", "with-opening", "");
    attribute("qualifiers", "qualifier", "");
    attribute("stated", "stated", "");
    attribute("aggregate", "aggregate", field.computed() ? "computed" : "none");
    attribute("aggregate_value", "aggregate-value", "");
    attribute("carry", "carry", "none");
    attribute("carry_to", "carry-to", "");
    attribute("compare", "compare", "");
    attribute("target", "target", "");
    attribute("annex", "annex", "");
    attribute("part_of", "part-of", "");
    attribute("default", "default", "");
    attribute("relevant", "relevant", "");
    attribute("renamed_from", "renamed-from", "");
    attributes += inForceText(field.inForce);
    if (!attributes.empty()) add(indent + 4, attributes.front() == ' ' ? attributes.substr(1) : attributes);
    for (const auto& choice : field.choices)
      add(indent + 4, choice.value + " = " + choice.label.in(language_) + inForceText(choice.inForce));
    if (!field.hint.empty()) add(indent + 4, field.hint.in(language_));
    if (!field.source.empty()) add(indent + 4, field.source);
  }

  void table(std::size_t indent, const TableDefinition& table) {
    auto head = table.id + "[]  " + table.title.in(language_);
    if (table.required == Required::submit) head += "  *";
    add(indent, head);
    const auto whole = jsonOf(table, language_);
    std::string attributes;
    for (const auto& [key, name, usual] :
         {std::tuple("aggregate", "aggregate", "none"), std::tuple("carry", "carry", "none"),
          std::tuple("nothing", "nothing", ""), std::tuple("max_rows", "max-rows", "2000"),
          std::tuple("contributes", "contributes", ""), std::tuple("annex", "annex", ""), std::tuple("key", "key", ""),
          std::tuple("part_of", "part-of", ""), std::tuple("renamed_from", "renamed-from", "")}) {
      const auto text = attributeText(whole[key]);
      if (!text.empty() && text != usual) attributes += " " + std::string(name) + "=" + text;
    }
    attributes += inForceText(table.inForce);
    if (!attributes.empty()) add(indent + 4, attributes.substr(1));
    for (const auto& column : table.columns) field(indent + 2, column, ".");
    for (const auto& row : table.fixedRows) {
      auto line = "[" + row.id + "]  " + row.label.in(language_) + inForceText(row.inForce);
      if (!row.partOf.empty()) line += " part-of=" + row.partOf;
      add(indent + 2, line);
    }
  }

 private:
  Language language_;
  std::vector<std::string> lines_;
};

}  // namespace

std::string lineOf(const SectionDefinition& definition, Language language) {
  auto line = definition.id.value + " v" + std::to_string(definition.version) + "  " + definition.place + "  " +
              definition.title.in(language);
  const auto& [from, until, forms] = definition.inForce;
  if (from) line += "  " + text("cli.definitions.from", language, {{"day", vietnamese::date(*from)}});
  if (until) line += "  " + text("cli.definitions.until", language, {{"day", vietnamese::date(*until)}});
  for (const auto& form : forms) line += (&form == &forms.front() ? "  " : ", ") + form;
  return line;
}

json jsonOf(const SectionDefinition& definition, Language language) {
  return {{"id", definition.id.value},
          {"version", definition.version},
          {"from", textOf(definition.inForce.from)},
          {"until", textOf(definition.inForce.until)},
          {"unit_forms", definition.inForce.unitForms},
          {"place", definition.place},
          {"owner", definition.owner},
          {"title", definition.title.in(language)},
          {"digest", definition.digest}};
}

std::vector<std::string> linesOf(const SectionDefinition& definition, Language language) {
  Lines lines(language);
  lines.add(0, lineOf(definition, language));
  for (const auto& group : definition.groups) {
    auto head = group.id + "  " + group.title.in(language);
    if (group.place != definition.place) head += "  " + group.place;
    head += "  order=" + std::to_string(group.order);
    if (group.mayBeNothing) head += " nothing=yes";
    if (group.untitled) head += " untitled=yes";
    lines.add(1, head + inForceText(group.inForce));
    for (const auto& item : group.items) {
      if (item.kind == GroupItem::Kind::field) {
        lines.field(3, definition.fields[item.index], "");
      } else if (item.kind == GroupItem::Kind::table) {
        lines.table(3, definition.tables[item.index]);
      } else {
        const auto& narrative = definition.narratives[item.index];
        auto line = "“" + narrative.id + "”";
        if (narrative.level > 0) line += " level=" + std::to_string(narrative.level);
        if (!narrative.each.empty()) line += " each=" + narrative.each;
        if (narrative.numbered) line += " numbered=yes";
        if (narrative.standing) line += " standing=yes";
        lines.add(3, line + inForceText(narrative.inForce) + "  " + narrative.text.text);
      }
    }
    const auto index = static_cast<std::size_t>(&group - definition.groups.data());
    for (const auto& view : definition.views) {
      if (view.group == index) lines.add(3, view.id + " ⊂ " + view.table + "[]  " + view.where.text);
    }
  }
  for (const auto& rule : definition.rules) {
    auto head = rule.id + "  " + std::string(severityName(static_cast<Severity>(rule.severity)));
    if (!rule.place.empty()) head += "  @" + rule.place;
    head += "  " + rule.left.text + " " + nameIn(operatorNames, rule.op) + " " + rule.right.text;
    if (rule.missing != MissingStrategy::skip) head += "  missing=" + nameIn(missingNames, rule.missing);
    lines.add(1, head + inForceText(rule.inForce));
    lines.add(5, rule.message.in(language));
    lines.add(5, rule.fix.in(language));
  }
  return lines.release();
}

json wholeJsonOf(const SectionDefinition& definition, Language language) {
  auto groups = json::array();
  for (const auto& group : definition.groups) {
    const auto index = static_cast<std::size_t>(&group - definition.groups.data());
    auto fields = json::array(), tables = json::array(), views = json::array(), narratives = json::array();
    for (const auto& item : group.items) {
      if (item.kind == GroupItem::Kind::field) {
        fields.push_back(jsonOf(definition.fields[item.index], language));
      } else if (item.kind == GroupItem::Kind::table) {
        tables.push_back(jsonOf(definition.tables[item.index], language));
      } else {
        const auto& narrative = definition.narratives[item.index];
        json one{{"id", narrative.id},
                 {"level", narrative.level},
                 {"each", narrative.each},
                 {"numbered", narrative.numbered},
                 {"standing", narrative.standing},
                 {"text", narrative.text.text}};
        addInForce(one, narrative.inForce);
        narratives.push_back(std::move(one));
      }
    }
    for (const auto& view : definition.views) {
      if (view.group == index) views.push_back({{"id", view.id}, {"table", view.table}, {"where", view.where.text}});
    }
    json part{{"id", group.id},
              {"title", group.title.in(language)},
              {"place", group.place},
              {"order", group.order},
              {"nothing", group.mayBeNothing},
              {"untitled", group.untitled},
              {"fields", fields},
              {"tables", tables},
              {"views", views},
              {"narratives", narratives}};
    addInForce(part, group.inForce);
    groups.push_back(std::move(part));
  }
  auto rules = json::array();
  for (const auto& rule : definition.rules) rules.push_back(jsonOf(rule, language));
  auto result = jsonOf(definition, language);
  result["order"] = definition.order;
  result["minor"] = definition.minor;
  result["renamed_from"] = definition.renamedFrom;
  result["groups"] = groups;
  result["rules"] = rules;
  return result;
}

}  // namespace cchc::cli
