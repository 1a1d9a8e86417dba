#include "core/definition/reading/read_table.h"

#include <algorithm>

#include "core/base/texts.h"
#include "core/definition/reading/check_effects.h"
#include "core/definition/reading/read_field.h"
#include "core/definition/reading/read_in_force.h"

namespace cchc::definition_file {
namespace {

Label labelOf(std::string_view code) {
  return {std::string(text(code, Language::vi)), std::string(text(code, Language::en))};
}

}  // namespace

TableDefinition readTable(const ElementReader& reader, const pugi::xml_node& node) {
  reader.allow(node,
               {"id", "fixed-rows", "aggregate", "carry", "nothing", "required", "max-rows", "contributes", "annex",
                "renamed-from"},
               {"title", "column*", "fixed-row*"}, {"key", "part-of", "from", "until", "unit-forms"});
  TableDefinition table;
  table.line = reader.line(node);
  table.id = reader.id(node, true);
  table.fixed = reader.yesNo(node, "fixed-rows");
  table.aggregation = reader.oneOf<TableAggregation>(node, "aggregate", {"none", "rows", "by-row"});
  table.carry = reader.oneOf<TableCarry>(node, "carry", {"none", "rows", "rows-within-year", "tasks"});
  table.mayBeNothing = reader.yesNo(node, "nothing");
  table.required = reader.oneOf<Required>(node, "required", {"no", "submit"});
  table.maxRows = static_cast<std::size_t>(reader.wholeNumber(node, "max-rows", 2000, 1, 100000));
  table.annex = reader.yesNo(node, "annex");
  table.key = ElementReader::splitWords(node.attribute("key").value());
  table.partOf = node.attribute("part-of").value();
  table.inForce = readInForce(reader, node);
  table.contributes = node.attribute("contributes").value();
  table.renamedFrom = ElementReader::splitWords(node.attribute("renamed-from").value());
  table.title = reader.childLabel(node, "title", table.id);
  for (const auto& child : node.children("column")) {
    auto column = readField(reader, child, &table);
    reader.checkNew(child, "id", column.id, table.columns, &FieldDefinition::id);
    table.columns.push_back(std::move(column));
  }
  if (table.columns.empty()) reader.wrong("definition.no-columns", node, {{"id", table.id}});
  for (const auto& child : node.children("fixed-row")) {
    reader.allow(child, {"id", "vi", "en"}, {}, {"part-of", "from", "until", "unit-forms"});
    auto id = reader.id(child, false);
    reader.checkNew(child, "id", id, table.fixedRows, &FixedRow::id);
    auto label = reader.label(child);
    table.fixedRows.push_back({std::move(id), std::move(label), child.attribute("part-of").value(),
                               readInForce(reader, child), reader.line(child)});
  }
  const bool byRow = table.aggregation == TableAggregation::byRow;
  if (table.fixed == table.fixedRows.empty() || (byRow && !table.fixed))
    reader.wrong("definition.fixed-rows", node, {{"id", table.id}});
  if (reader.formRules()) checkEffects(reader, node, table);
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
