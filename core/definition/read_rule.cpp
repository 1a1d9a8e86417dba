#include "core/definition/read_rule.h"

#include <algorithm>
#include <iterator>

#include "core/definition/read_in_force.h"

namespace cchc::definition_file {

Result<RuleDefinition> readRule(const ElementReader& reader, const pugi::xml_node& node) {
  CCHC_CHECK(reader.allow(node, {"id", "severity", "missing", "place"}, {"left", "operator", "right", "message", "fix"},
                          {"from", "until", "unit-forms"}));
  RuleDefinition rule;
  rule.line = reader.line(node);
  CCHC_TRY(rule.id, reader.required(node, "id"));
  CCHC_TRY(auto word, reader.required(node, "severity"));
  CCHC_TRY(const int severity, (reader.oneOf<int>(node, "severity", {"information", "warning", "error"})));
  rule.severity = static_cast<unsigned char>(severity);
  CCHC_TRY(rule.missing, (reader.oneOf<MissingStrategy>(node, "missing", {"skip", "skip-all", "zero"})));
  CCHC_TRY(rule.inForce, readInForce(reader, node));
  rule.place = node.attribute("place").value();
  for (const auto* name : {"left", "operator", "right", "message", "fix"}) {
    if (!node.child(name))
      return reader.wrong("definition.missing-element", node, {{"element", name}, {"parent", rule.id}});
  }
  rule.left = reader.expression(node, "left");
  rule.right = reader.expression(node, "right");
  constexpr std::string_view operators[] = {"=", "!=", "<", "<=", ">", ">=", "implies", "together", "never-together"};
  const auto given = reader.expression(node, "operator").text;
  const auto* found = std::find(std::begin(operators), std::end(operators), given);
  if (found == std::end(operators)) {
    return reader.wrong("definition.wrong-operator", node.child("operator"),
                        {{"given", given}, {"allowed", "= != < <= > >= implies together never-together"}});
  }
  rule.op = static_cast<RuleOperator>(found - std::begin(operators));
  CCHC_TRY(rule.message, reader.label(node.child("message")));
  CCHC_TRY(rule.fix, reader.label(node.child("fix")));
  return rule;
}

}  // namespace cchc::definition_file
