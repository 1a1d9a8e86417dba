#include "core/definition/read_table.h"

#include <algorithm>

#include "core/base/texts.h"
#include "core/definition/read_field.h"
#include "core/definition/read_in_force.h"

namespace cchc::definition_file {
namespace {

Label labelOf(std::string_view code) {
  return {std::string(text(code, Language::vi)), std::string(text(code, Language::en))};
}

}  // namespace

Result<TableDefinition> readTable(const ElementReader& reader, const pugi::xml_node& node) {
  CCHC_CHECK(reader.allow(node,
                          {"id", "fixed-rows", "aggregate", "carry", "nothing", "required", "max-rows", "contributes",
                           "annex", "renamed-from"},
                          {"title", "column", "fixed-row"}, {"key", "part-of", "from", "until", "unit-forms"}));
  TableDefinition table;
  table.line = reader.line(node);
  CCHC_TRY(table.id, reader.id(node, true));
  CCHC_TRY(table.fixed, reader.yesNo(node, "fixed-rows"));
  CCHC_TRY(table.aggregation, (reader.oneOf<TableAggregation>(node, "aggregate", {"none", "rows", "by-row"})));
  CCHC_TRY(table.carry, (reader.oneOf<TableCarry>(node, "carry", {"none", "rows", "rows-within-year", "tasks"})));
  CCHC_TRY(table.mayBeNothing, reader.yesNo(node, "nothing"));
  CCHC_TRY(table.required, (reader.oneOf<Required>(node, "required", {"no", "submit"})));
  CCHC_TRY(const int rows, reader.wholeNumber(node, "max-rows", 2000, 1, 100000));
  table.maxRows = static_cast<std::size_t>(rows);
  CCHC_TRY(table.annex, reader.yesNo(node, "annex"));
  table.key = ElementReader::splitWords(node.attribute("key").value());
  table.partOf = node.attribute("part-of").value();
  CCHC_TRY(table.inForce, readInForce(reader, node));
  table.contributes = node.attribute("contributes").value();
  table.renamedFrom = ElementReader::splitWords(node.attribute("renamed-from").value());
  const auto title = node.child("title");
  if (!title) return reader.wrong("definition.missing-element", node, {{"element", "title"}, {"parent", table.id}});
  CCHC_TRY(table.title, reader.label(title));
  for (const auto& child : node.children("column")) {
    CCHC_TRY(auto column, readField(reader, child, true));
    CCHC_CHECK(reader.checkNew(child, column.id, table.columns, &FieldDefinition::id));
    table.columns.push_back(std::move(column));
  }
  if (table.columns.empty()) return reader.wrong("definition.no-columns", node, {{"id", table.id}});
  for (const auto& child : node.children("fixed-row")) {
    CCHC_CHECK(reader.allow(child, {"id", "vi", "en"}, {}, {"part-of", "from", "until", "unit-forms"}));
    CCHC_TRY(auto id, reader.id(child, false));
    CCHC_CHECK(reader.checkNew(child, id, table.fixedRows, &FixedRow::id));
    CCHC_TRY(auto label, reader.label(child));
    CCHC_TRY(auto inForce, readInForce(reader, child));
    table.fixedRows.push_back(
        {std::move(id), std::move(label), child.attribute("part-of").value(), std::move(inForce), reader.line(child)});
  }
  const bool byRow = table.aggregation == TableAggregation::byRow;
  if (table.fixed == table.fixedRows.empty() || (byRow && !table.fixed))
    return reader.wrong("definition.fixed-rows", node, {{"id", table.id}});
  return table;
}

TableDefinition otherFacts() {
  TableDefinition table;
  table.id = "other_facts";
  table.title = labelOf("other-facts.title");
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
  column("fact", FieldType::text, labelOf("other-facts.fact"));
  column("figure", FieldType::decimal, labelOf("other-facts.figure"));
  column("unit", FieldType::text, labelOf("other-facts.unit"));
  column("note", FieldType::longText, labelOf("other-facts.note"));
  table.columns[0].required = Required::submit;
  return table;
}

}  // namespace cchc::definition_file
