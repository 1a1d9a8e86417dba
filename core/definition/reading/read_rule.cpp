#include "core/definition/reading/read_rule.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/base/reading/similar.h"
#include "core/base/text.h"
#include "core/definition/reading/read_in_force.h"

namespace cchc::definition_file {

namespace {

// What the messages of a rule may name: {left}, {right}, {difference}, {row}, {column-id} and {field-id}.
void checkPlaceholders(const ElementReader& reader, const pugi::xml_node& node, const RuleDefinition& rule,
                       const SectionDefinition& definition) {
  std::vector<std::string> known{"left", "right", "difference"};
  for (const auto& table : definition.tables) {
    if (table.id != rule.place) continue;
    known.emplace_back("row");
    for (const auto& column : table.columns) known.push_back(column.id);
  }
  for (const auto& field : definition.fields) known.push_back(field.id);
  for (const auto* attribute : {"vi", "en"}) {
    const std::string_view text = node.attribute(attribute).value();
    for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
      const auto close = text.find('}', open);
      if (close == std::string_view::npos) break;
      const std::string name(text.substr(open + 1, close - open - 1));
      if (std::find(known.begin(), known.end(), name) != known.end()) continue;
      std::vector<Parameter> parameters{{"placeholder", "{" + name + "}"},
                                        {"allowed", "{left} {right} {difference} {row} {…}"}};
      const auto similar = mostLike(name, known);
      addSuggestion(parameters, similar.empty() ? "" : "{" + similar + "}");
      reader.problems().error("definition.unknown-placeholder", positionIn(reader.attributeText(node, attribute), open),
                              std::move(parameters));
    }
  }
}

}  // namespace

RuleDefinition readRule(const ElementReader& reader, const pugi::xml_node& node, const SectionDefinition& definition) {
  reader.allow(node, {"id", "severity", "missing", "place"}, {"left", "operator", "right", "message", "fix"},
               {"from", "until", "unit-forms"});
  RuleDefinition rule;
  rule.line = reader.line(node);
  rule.id = reader.required(node, "id");
  if (!reader.required(node, "severity").empty())
    rule.severity =
        static_cast<unsigned char>(reader.oneOf<int>(node, "severity", {"information", "warning", "error"}));
  rule.missing = reader.oneOf<MissingStrategy>(node, "missing", {"skip", "skip-all", "zero"});
  rule.inForce = readInForce(reader, node);
  rule.place = node.attribute("place").value();
  bool complete = true;
  for (const auto* name : {"left", "operator", "right", "message", "fix"}) {
    if (node.child(name)) continue;
    reader.wrong("definition.missing-element", node, {{"element", name}, {"parent", rule.id}});
    complete = false;
  }
  rule.left = reader.expression(node, "left");
  rule.right = reader.expression(node, "right");
  for (const auto* name : {"left", "right"}) {
    if (node.child(name) && trim(node.child_value(name)).empty())
      reader.wrong("definition.empty-element", node.child(name), {{"element", name}});
  }
  const std::vector<std::string> operators = {"=", "!=", "<", "<=", ">", ">=", "implies", "together", "never-together"};
  const auto given = reader.expression(node, "operator").text;
  const auto found = std::find(operators.begin(), operators.end(), given);
  if (found != operators.end()) {
    rule.op = static_cast<RuleOperator>(found - operators.begin());
  } else if (node.child("operator")) {
    std::vector<Parameter> parameters{{"given", given}, {"allowed", "= != < <= > >= implies together never-together"}};
    addSimilar(parameters, given, operators);
    reader.wrong("definition.wrong-operator", node.child("operator"), std::move(parameters));
    complete = false;
  }
  if (!complete) reader.problems().uncertain.insert("rule " + rule.id);
  const auto readLabel = [&](const char* name, Label& label, int& line) {
    const auto child = node.child(name);
    if (!child) return;
    if (reader.formRules()) reader.allow(child, {"vi", "en"}, {});
    label = reader.label(child, true);
    line = reader.line(child);
    if (reader.formRules()) checkPlaceholders(reader, child, rule, definition);
  };
  readLabel("message", rule.message, rule.messageLine);
  readLabel("fix", rule.fix, rule.fixLine);
  return rule;
}

}  // namespace cchc::definition_file
