// The parts of report.xml (schemas/report.xsd says what each attribute means). Private to this folder.
#pragma once
#include <string_view>

#include "core/exchange/xml/indented_xml.h"
#include "core/model/report.h"

namespace cchc::detail {

inline constexpr auto line = IndentedXml::Layout::line;

// "qualifier" and "denominator", attributes of the element that holds a value.
void writeValueAttributes(IndentedXml& xml, const Value& value);
// The typed element(s) of a value: <money>…</money>, <document …/>; none when it is blank.
void writeValueContent(IndentedXml& xml, FieldType type, const Value& value);
// A figure of an annex as it is printed: full đồng, no unit.
std::string annexDisplay(FieldType type, const Decimal& number);

void writeSectionKey(IndentedXml& xml, const SectionKey& key);
void writeHeading(IndentedXml& xml, const ReportHeading& heading);
void writeGroup(IndentedXml& xml, const ReportGroup& group);
void writeAnnex(IndentedXml& xml, const Annex& annex);
void writeMissing(IndentedXml& xml, const MissingSection& missing);
void writeProvenance(IndentedXml& xml, const ProvenanceLine& line);
void writeFinding(IndentedXml& xml, const Finding& finding);

}  // namespace cchc::detail
