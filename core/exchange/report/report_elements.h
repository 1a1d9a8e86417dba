// Writes the elements of report.xml; schemas/report.xsd defines what each attribute means. Private to this folder.
#pragma once
#include <string>

#include "core/exchange/xml/indented_xml.h"
#include "core/model/report.h"

namespace cchc::detail {

inline constexpr auto line = IndentedXml::Layout::line;

// report_elements_value.cpp
// Writes "qualifier" and "denominator", the attributes of an element that holds a value.
void writeValueAttributes(IndentedXml& xml, const Value& value);
// Writes a value as elements of its type: <money>…</money>, <document …/>. For a blank value writes nothing.
void writeValueContent(IndentedXml& xml, FieldType type, const Value& value);
// A figure of an annex as printed: an amount of money in full đồng, without the unit.
std::string annexDisplay(FieldType type, const Decimal& number);

// report_elements_group.cpp
void writeGroup(IndentedXml& xml, const ReportGroup& group);

// report_elements_lists.cpp
void writeSectionKey(IndentedXml& xml, const SectionKey& key);
void writeHeading(IndentedXml& xml, const ReportHeading& heading);
void writeAnnex(IndentedXml& xml, const Annex& annex);
void writeMissing(IndentedXml& xml, const MissingSection& missing);
void writeMissingPart(IndentedXml& xml, const MissingPart& part);
void writeMissingSentence(IndentedXml& xml, const std::string& sentence);
void writeLeftOut(IndentedXml& xml, const LeftOutPart& part);
void writeProvenance(IndentedXml& xml, const ProvenanceLine& line);
void writeFinding(IndentedXml& xml, const Finding& finding);

}  // namespace cchc::detail
