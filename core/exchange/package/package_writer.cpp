// Writes packages.
#include <cstddef>
#include <string>
#include <string_view>

#include "core/base/digest.h"
#include "core/exchange/package/package.h"
#include "core/exchange/package/package_attachments.h"
#include "core/exchange/package/package_head.h"
#include "core/exchange/values/value_element.h"
#include "core/exchange/xml/canonical_xml.h"

namespace cchc {
namespace {

// Writes the fields that are not blank.
void writeFields(CanonicalXml& xml, const SectionDefinition& definition, const SectionData& data) {
  for (std::size_t i = 0; i < definition.fields.size() && i < data.fields.size(); ++i) {
    const auto& value = data.fields[i];
    if (isEmptyValue(value)) continue;
    xml.open("field");
    xml.since(1, "base", rateBaseName(value.base))
        .optional("denominator", denominatorName(value.denominator))
        .attribute("id", definition.fields[i].id)
        .optional("qualifier", qualifierText(value));
    xml.close();
    writeValueContent(xml, value);
    xml.end("field");
  }
}

bool isEmptyRow(const Row& row) {
  for (const auto& cell : row.cells) {
    if (!isEmptyValue(cell)) return false;
  }
  return true;
}

void writeRow(CanonicalXml& xml, const TableDefinition& table, const Row& row) {
  xml.open("row").attribute("id", row.id).close();
  for (std::size_t i = 0; i < table.columns.size() && i < row.cells.size(); ++i) {
    const auto& value = row.cells[i];
    if (isEmptyValue(value)) continue;
    xml.open("cell")
        .since(1, "base", rateBaseName(value.base))
        .attribute("column", table.columns[i].id)
        .optional("denominator", denominatorName(value.denominator))
        .optional("qualifier", qualifierText(value));
    xml.close();
    writeValueContent(xml, value);
    xml.end("cell");
  }
  xml.end("row");
}

// A fixed row always exists, so it is written only if it has a value. Any other row is an entry, and is written even if
// it is empty.
void writeTables(CanonicalXml& xml, const SectionDefinition& definition, const SectionData& data) {
  for (std::size_t i = 0; i < definition.tables.size() && i < data.tables.size(); ++i) {
    const auto& table = definition.tables[i];
    const bool nothing = data.tables[i].nothing;
    bool any = false;
    for (const auto& row : data.tables[i].rows) {
      if (table.fixed && isEmptyRow(row)) continue;
      if (!any) xml.open("table").attribute("id", table.id).close();
      any = true;
      writeRow(xml, table, row);
    }
    if (!any && nothing) xml.open("table").attribute("id", table.id).attribute("nothing", "yes").close();
    if (any || nothing) xml.end("table");
  }
}

void writeTexts(CanonicalXml& xml, const SectionDefinition& definition, const SectionData& data) {
  for (std::size_t i = 0; i < definition.groups.size() && i < data.groupNothing.size(); ++i) {
    if (data.groupNothing[i])
      xml.open("group").attribute("id", definition.groups[i].id).attribute("nothing", "yes").close().end("group");
  }
  for (const auto& paragraph : data.paragraphs) {
    xml.open("paragraph").optional("basis", paragraph.basis);
    if (paragraph.confirmed) xml.attribute("confirmed", std::to_string(*paragraph.confirmed));
    xml.attribute("id", paragraph.id).close().text(paragraph.text.value_or("")).end("paragraph");
  }
  for (const auto& explanation : data.explanations) {
    xml.open("comment")
        .attribute("code", explanation.code)
        .optional("place", placeText(explanation.place))
        .close()
        .text(explanation.text)
        .end("comment");
  }
  for (const auto& kept : data.kept)
    xml.open("kept").attribute("place", placeText(kept.place)).close().text(kept.value).end("kept");
}

void writeEnteredFor(CanonicalXml& xml, const EnteredFor& enteredFor) {
  std::string places;
  for (const auto& place : enteredFor.places) places += (places.empty() ? "" : " ") + placeText(place);
  xml.needs(1)
      .open("entered-for")
      .attribute("asked-by", enteredFor.askedBy)
      .attribute("asked-on", enteredFor.askedOn.toText())
      .attribute("by", codeOf(enteredFor.by))
      .optional("places", places)
      .close()
      .end("entered-for");
}

void writeContent(CanonicalXml& xml, const SubmissionHeader& header, const SectionDefinition& definition,
                  const SectionData& data) {
  // Canonical order: the namespace first, then the attributes by name.
  xml.open("content").attribute("xmlns", submissionFormat.space).attribute("definition", header.key.definition.value);
  xml.attribute("definition-digest", header.definitionDigest)
      .attribute("id", "content")
      .optional("journal-head", header.journalHead);
  xml.attribute("period", header.key.period.value)
      .attribute("reporter", codeOf(header.reporter))
      .attribute("revision", std::to_string(header.revision));
  xml.attribute("unit", codeOf(header.key.unit)).attribute("version", std::to_string(header.definitionVersion)).close();
  const auto& by = header.submittedBy;
  xml.open("submitted")
      .attribute("at", timeText(header.submittedAt))
      .optional("by", by.name)
      .optional("login", by.login)
      .optional("station", by.station);
  xml.close().end("submitted");
  if (header.enteredFor) writeEnteredFor(xml, *header.enteredFor);
  writeFields(xml, definition, data);
  writeTables(xml, definition, data);
  writeTexts(xml, definition, data);
  xml.end("content");
}

}  // namespace

std::string writePackage(SubmissionHeader& header, const SectionDefinition& definition, const SectionData& data,
                         const std::vector<AttachmentBytes>& attachments) {
  if (header.definitionVersion == 0) header.definitionVersion = definition.version;
  if (header.definitionDigest.empty()) header.definitionDigest = definition.digest;
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<submission xmlns=\"";
  out.append(submissionFormat.space).append("\" minor=\"");
  const auto minorAt = out.size();
  out += "0\">\n";
  const auto begin = out.size();
  CanonicalXml xml(out);
  writeContent(xml, header, definition, data);
  out[minorAt] = static_cast<char>('0' + xml.minor());
  header.contentDigest = sha256(std::string_view(out).substr(begin));
  out += '\n';
  writeAttachments(out, attachments);
  return out += "</submission>\n";
}

}  // namespace cchc
