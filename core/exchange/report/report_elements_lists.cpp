// Writes the heading and the lists after the outline: annexes, missing sections, provenance, findings.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/report/report_elements.h"

namespace cchc::detail {
namespace {

std::string dateText(const std::optional<Date>& date) { return date ? date->toText() : std::string(); }
std::string timeOrNothing(Time time) { return time == Time{} ? std::string() : timeText(time); }

void writeAnnexCells(IndentedXml& xml, const Annex& annex, const std::vector<std::optional<Decimal>>& values) {
  for (std::size_t i = 0; i < annex.columns.size() && i < values.size(); ++i) {
    if (!values[i]) continue;
    const auto& column = annex.columns[i];
    xml.open("cell", line).attribute("column", column.id).attribute("type", fieldTypeName(column.type));
    xml.attribute("display", annexDisplay(column.type, *values[i]));
    writeValueContent(xml, column.type, Value{*values[i]});
    xml.close();
  }
}

// Writes a text in both languages; an empty one is left out.
void writeTexts(IndentedXml& xml, std::string_view element, const std::string& vi, const std::string& en) {
  if (!vi.empty()) xml.open(element).attribute("lang", "vi").text(vi).close();
  if (!en.empty()) xml.open(element).attribute("lang", "en").text(en).close();
}

}  // namespace

void writeSectionKey(IndentedXml& xml, const SectionKey& key) {
  xml.optional("definition", key.definition.value)
      .optional("subject", codeOf(key.unit))
      .optional("period", key.period.value);
}

void writeHeading(IndentedXml& xml, const ReportHeading& heading) {
  xml.open("heading")
      .attribute("created", timeText(heading.createdAt))
      .attribute("complete", heading.complete ? "yes" : "no");
  xml.open("unit")
      .attribute("code", heading.unit.code)
      .attribute("kind", heading.unit.kind)
      .attribute("name", heading.unit.name)
      .optional("identifier", heading.unit.identifier)
      .close();
  if (!heading.parentName.empty()) xml.open("parent").attribute("name", heading.parentName).close();
  xml.open("period")
      .attribute("id", heading.period.id.value)
      .attribute("name", heading.period.name)
      .optional("next-name", heading.period.nextName)
      .attribute("start", heading.period.start.toText())
      .attribute("end", heading.period.end.toText())
      .optional("closing", dateText(heading.period.closing))
      .optional("deadline", dateText(heading.period.deadline))
      .close();
  xml.open("coverage")
      .attribute("expected-sections", heading.expectedSections)
      .attribute("present-sections", heading.presentSections)
      .attribute("expected-units", heading.expectedUnits)
      .attribute("present-units", heading.presentUnits)
      .close();
  xml.close();
}

void writeAnnex(IndentedXml& xml, const Annex& annex) {
  xml.open("annex").attribute("definition", annex.definition.value).attribute("title", annex.title);
  for (const auto& column : annex.columns) {
    xml.open("column")
        .attribute("id", column.id)
        .optional("code", column.code)
        .attribute("label", column.label)
        .optional("unit", column.unit)
        .attribute("type", fieldTypeName(column.type))
        .close();
  }
  for (const auto& row : annex.rows) {
    xml.open("row").attribute("unit", codeOf(row.unit)).attribute("name", row.unitName);
    writeAnnexCells(xml, annex, row.values);
    xml.close();
  }
  if (!annex.totals.empty()) {
    xml.open("total");
    writeAnnexCells(xml, annex, annex.totals);
    xml.close();
  }
  xml.close();
}

void writeMissing(IndentedXml& xml, const MissingSection& missing) {
  xml.open("section");
  writeSectionKey(xml, missing.section);
  xml.optional("unit-name", missing.unitName)
      .optional("title", missing.definitionTitle)
      .optional("reporter", missing.reporter)
      .optional("deadline", dateText(missing.deadline))
      .since(1, "why", missingReasonName(missing.why));
  if (missing.confirmed) {
    xml.since(1, "confirmed-by", missing.confirmed->by).since(1, "confirmed-at", timeText(missing.confirmed->at));
  }
  xml.close();
}

void writeMissingPart(IndentedXml& xml, const MissingPart& part) {
  xml.needs(1).open("part");
  writeSectionKey(xml, part.section);
  xml.attribute("place", placeText(part.place))
      .optional("title", part.title)
      .attribute("why", missingReasonName(part.why))
      .close();
}

void writeMissingSentence(IndentedXml& xml, const std::string& sentence) {
  xml.needs(1).open("sentence").text(sentence);
  xml.close();
}

void writeLeftOut(IndentedXml& xml, const LeftOutPart& part) {
  xml.needs(1).open("part").attribute("definition", part.definition.value);
  xml.optional("place", part.group.empty() ? std::string() : placeText(Place::ofGroup(part.group)))
      .optional("title", part.title)
      .attribute("by", part.by)
      .attribute("at", timeText(part.at))
      .optional("reason", part.reason)
      .close();
}

void writeProvenance(IndentedXml& xml, const ProvenanceLine& line) {
  xml.open("submission");
  writeSectionKey(xml, line.section);
  xml.attribute("version", line.definitionVersion)
      .optional("title", line.definitionTitle)
      .optional("unit-name", line.unitName)
      .optional("reporter", codeOf(line.reporter))
      .attribute("revision", line.revision)
      .attribute("digest", line.digest)
      .optional("signer", line.signer)
      .optional("submitted", timeOrNothing(line.submittedAt))
      .optional("received", timeOrNothing(line.receivedAt))
      .attribute("reviewed", line.reviewed ? "yes" : "no")
      .close();
}

void writeFinding(IndentedXml& xml, const Finding& finding) {
  xml.open("finding").attribute("code", finding.code).attribute("severity", severityName(finding.severity));
  writeSectionKey(xml, finding.section);
  xml.optional("place", placeText(finding.place));
  writeTexts(xml, "what", finding.viWhat, finding.enWhat);
  writeTexts(xml, "fix", finding.viFix, finding.enFix);
  xml.textElement("comment", finding.explanation);
  xml.close();
}

}  // namespace cchc::detail
