// Writes one group of a section: its paragraphs, indicators and tables.
#include <string>
#include <vector>

#include "core/exchange/report/report_elements.h"

namespace cchc::detail {
namespace {

std::string joined(const std::vector<std::string>& places) {
  std::string text;
  for (const auto& place : places) text += (text.empty() ? "" : " ") + place;
  return text;
}

void writeParagraph(IndentedXml& xml, const ReportParagraph& paragraph) {
  xml.open("paragraph")
      .attribute("id", paragraph.id)
      .optional("level", paragraph.level)
      .optional("number", paragraph.number)
      .flag("edited", paragraph.edited)
      .flag("standing", paragraph.standing)
      .optional("uses", joined(paragraph.uses))
      .text(paragraph.text)
      .close();
}

// The figure that the letter states is kept as text. If it is not a value of the type, it is written as text.
void writeStated(IndentedXml& xml, FieldType type, const std::string& stated) {
  if (stated.empty()) return;
  const auto value = decodeValue(type, stated);
  xml.open("stated", line);
  if (value && !value->blank()) {
    writeValueAttributes(xml, *value);
    writeValueContent(xml, type, *value);
  } else {
    xml.open("text").text(stated).close();
  }
  xml.close();
}

void writeComparison(IndentedXml& xml, FieldType type, const ReportComparison& comparison) {
  xml.open("comparison", line).attribute("kind", comparison.kind);
  writeValueAttributes(xml, comparison.value);
  xml.optional("change", comparison.change).since(1, "period", comparison.period.value);
  if (comparison.notComparable) xml.since(1, "absent", "not-comparable");
  if (comparison.expected > 0) {
    xml.since(1, "reported", std::to_string(comparison.reported))
        .since(1, "expected", std::to_string(comparison.expected));
  }
  if (comparison.regrouped) xml.since(1, "regrouped", "yes");
  xml.optional("display", comparison.display);
  writeValueContent(xml, type, comparison.value);
  xml.close();
}

void writeIndicator(IndentedXml& xml, const ReportIndicator& indicator) {
  xml.open("indicator")
      .attribute("id", indicator.id)
      .optional("code", indicator.code)
      .attribute("label", indicator.label)
      .optional("unit", indicator.unit)
      .attribute("type", fieldTypeName(indicator.type))
      .attribute("origin", indicator.origin);
  writeValueAttributes(xml, indicator.value);
  if (indicator.basis == "opening") xml.needs(1);
  xml.optional("basis", indicator.basis);
  if (indicator.expected > 0) xml.attribute("reported", indicator.reported).attribute("expected", indicator.expected);
  xml.optional("uses", joined(indicator.uses)).optional("display", indicator.display);
  if (!indicator.value.blank()) {
    xml.open("value", line);
    writeValueContent(xml, indicator.type, indicator.value);
    xml.close();
  }
  writeStated(xml, indicator.type, indicator.stated);
  xml.textElement("formula", indicator.formula);
  for (const auto& comparison : indicator.comparisons) writeComparison(xml, indicator.type, comparison);
  xml.close();
}

void writeRow(IndentedXml& xml, const ReportRow& row) {
  xml.open("row").attribute("id", row.id).optional("label", row.label);
  for (const auto& cell : row.cells) {
    xml.open("cell", line).attribute("column", cell.column).attribute("type", fieldTypeName(cell.type));
    writeValueAttributes(xml, cell.value);
    xml.optional("display", cell.display);
    writeValueContent(xml, cell.type, cell.value);
    xml.close();
  }
  xml.close();
}

void writeTable(IndentedXml& xml, const ReportTable& table) {
  xml.open("table")
      .attribute("id", table.id)
      .attribute("title", table.title)
      .flag("nothing", table.nothing)
      .flag("annex", table.annex);
  for (const auto& column : table.columns) {
    xml.open("column")
        .attribute("id", column.id)
        .attribute("label", column.label)
        .optional("unit", column.unit)
        .close();
  }
  for (const auto& row : table.rows) writeRow(xml, row);
  xml.close();
}

}  // namespace

void writeGroup(IndentedXml& xml, const ReportGroup& group) {
  xml.open("group");
  writeSectionKey(xml, group.section);
  xml.attribute("version", group.version)
      .attribute("id", group.id)
      .optional("title", group.title)
      .flag("untitled", group.untitled)
      .flag("nothing", group.nothing)
      .flag("aggregate", group.aggregate);
  for (const auto& paragraph : group.paragraphs) writeParagraph(xml, paragraph);
  for (const auto& indicator : group.indicators) writeIndicator(xml, indicator);
  for (const auto& table : group.tables) writeTable(xml, table);
  xml.close();
}

}  // namespace cchc::detail
