#include <algorithm>

#include "core/definition/element_reader.h"

namespace cchc::definition_file {

Result<TableDefinition> readTable(const ElementReader& reader, const pugi::xml_node& node) {
  CCHC_CHECK(reader.allow(node,
                          {"id", "fixed-rows", "aggregate", "carry", "nothing", "required", "max-rows", "contributes",
                           "annex", "renamed-from"},
                          {"title", "column", "fixed-row"}));
  TableDefinition table;
  table.line = reader.line(node);
  CCHC_TRY(table.id, reader.id(node, true));
  CCHC_TRY(table.fixed, reader.yesNo(node, "fixed-rows"));
  CCHC_TRY(table.aggregation, (reader.oneOf<TableAggregation>(node, "aggregate", {"none", "rows", "by-row"})));
  CCHC_TRY(table.carry, (reader.oneOf<TableCarry>(node, "carry", {"none", "rows", "rows-within-year", "tasks"})));
  CCHC_TRY(table.mayBeNothing, reader.yesNo(node, "nothing"));
  CCHC_TRY(table.required, (reader.oneOf<Required>(node, "required", {"no", "submit"})));
  CCHC_TRY(const int rows, reader.whole(node, "max-rows", 2000, 1, 100000));
  table.maxRows = static_cast<std::size_t>(rows);
  CCHC_TRY(table.annex, reader.yesNo(node, "annex"));
  table.contributes = node.attribute("contributes").value();
  table.renamedFrom = ElementReader::words(node.attribute("renamed-from").value());
  const auto title = node.child("title");
  if (!title) return reader.wrong("definition.missing-element", node, {{"element", "title"}, {"parent", table.id}});
  CCHC_TRY(table.title, reader.label(title));
  for (const auto& child : node.children("column")) {
    CCHC_TRY(auto column, readField(reader, child, true));
    if (table.columnIndex(column.id)) return reader.wrong("definition.duplicate-id", child, {{"id", column.id}});
    table.columns.push_back(std::move(column));
  }
  if (table.columns.empty()) return reader.wrong("definition.no-columns", node, {{"id", table.id}});
  for (const auto& child : node.children("fixed-row")) {
    CCHC_CHECK(reader.allow(child, {"id", "vi", "en"}, {}));
    CCHC_TRY(auto id, reader.id(child, false));
    const bool repeated =
        std::any_of(table.fixedRows.begin(), table.fixedRows.end(), [&](const FixedRow& row) { return row.id == id; });
    if (repeated) return reader.wrong("definition.duplicate-id", child, {{"id", id}});
    CCHC_TRY(auto label, reader.label(child));
    table.fixedRows.push_back({std::move(id), std::move(label)});
  }
  const bool byRow = table.aggregation == TableAggregation::byRow;
  if (table.fixed == table.fixedRows.empty() || (byRow && !table.fixed))
    return reader.wrong("definition.fixed-rows", node, {{"id", table.id}});
  return table;
}

// A fact nobody foresaw has a typed place in every section.
TableDefinition otherFacts() {
  TableDefinition table;
  table.id = "other_facts";
  table.title = {"Số liệu khác", "Other facts"};
  const auto column = [&](std::string id, FieldType type, Label label) {
    FieldDefinition field;
    field.id = std::move(id);
    field.type = type;
    field.label = std::move(label);
    field.qualifiers = 0x3f;
    field.decimals = type == FieldType::decimal ? 6 : 0;
    if (type == FieldType::longText) field.maxLength = 1000000;
    table.columns.push_back(std::move(field));
  };
  column("fact", FieldType::text, {"Nội dung", "Fact"});
  column("figure", FieldType::decimal, {"Số liệu", "Figure"});
  column("unit", FieldType::text, {"Đơn vị tính", "Unit"});
  column("note", FieldType::longText, {"Ghi chú", "Note"});
  table.columns[0].required = Required::submit;
  return table;
}

Result<RuleDefinition> readRule(const ElementReader& reader, const pugi::xml_node& node) {
  CCHC_CHECK(
      reader.allow(node, {"id", "severity", "missing", "place"}, {"left", "operator", "right", "message", "fix"}));
  RuleDefinition rule;
  rule.line = reader.line(node);
  CCHC_TRY(rule.id, reader.required(node, "id"));
  CCHC_TRY(auto word, reader.required(node, "severity"));
  CCHC_TRY(const int severity, (reader.oneOf<int>(node, "severity", {"information", "warning", "error"})));
  rule.severity = static_cast<unsigned char>(severity);
  CCHC_TRY(rule.missing, (reader.oneOf<MissingStrategy>(node, "missing", {"skip", "skip-all", "zero"})));
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
