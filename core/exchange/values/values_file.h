// Values files, as `cchc fill` reads them: values of a section as XML (urn:cchc:values:1, see plugins/DEFINITION.md),
// CSV, TSV or XLSX.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/definition/definition.h"
#include "core/exchange/sheets/sheet_file.h"
#include "core/model/section_data.h"
#include "core/model/submission.h"

namespace cchc {

// The edits in a file, in the order of the file.
struct ValueEdit {
  Place place;  // field, cell or paragraph
  Value value;  // a blank value clears the place
};
struct RowEdit {
  std::string table, row;
  bool remove = false;
};
struct TableEdit {
  std::string table;
  bool replace = false;         // existing rows are removed first
  std::optional<bool> nothing;  // whether the table is declared to have nothing to report
};
struct ValuesFile {
  std::vector<TableEdit> tables;
  std::vector<RowEdit> rows;  // a row with an unknown id is new, and added at the end of the table
  std::vector<ValueEdit> values;
  std::vector<ParagraphData> paragraphs;
  std::vector<ExplanationData> explanations;
  std::vector<std::pair<std::string, bool>> groups;  // whether a group is declared to have nothing to report
  std::vector<AttachmentBytes> attachments;          // from <attachment file="…"/>, next to the values file
};

// Errors, at file:line:column:
//   those of guardXml (exchange/xml/strict_xml.h)
//   values.not-values, values.newer-format               the root element is wrong, or of a newer format
//   values.structure, values.attribute                   an element or attribute is not allowed there
//   values.unknown-field, values.unknown-row             the definition has no such field, column, table, row, ...
//   values.duplicate                                     the file names a place twice
//   values.nothing, package.too-many-rows                "nothing to report" is not allowed; a table has too many rows
//   values.attachment                                    the attached file cannot be read or is too large
//   values.wrong-value                                   a value does not fit its field, with the reason
Result<ValuesFile> readValuesXml(std::string_view bytes, const std::filesystem::path& file,
                                 const SectionDefinition& definition);
// A workbook (XLSX), of which the first sheet that is not hidden is read, or delimited text (CSV, TSV). If `table` is
// empty, each line is "field,value[,qualifier]"; otherwise each line is a row of the table, under headings that are
// column ids or labels. A column "row" gives the rows' ids; without it the rows are numbered. Figures may be written as
// a clerk types them (1.234,5), or by English marks if the whole sheet is (sheet_context.h). `year`: of the period; 0:
// not known. Errors, at file:line, or at file!cell for a workbook:
//   those of readSheetFile (exchange/sheets/sheet_file.h)
//   values.no-header                                     there is no line of headings
//   values.unknown-field, values.unknown-row, values.unknown-column
//                                                        the definition has no such field, table, row or column
//   values.duplicate, values.duplicate-column            a field, row or column occurs twice
//   values.unnamed-figure                                a line has a figure as its value, and names no field
//   values.too-many-cells, package.too-many-rows         a line is longer than the headings, the table too long
//   values.wrong-value                                   a value does not fit its field, with the reason
Result<ValuesFile> readValuesSheet(std::string_view bytes, const std::filesystem::path& file,
                                   const SectionDefinition& definition, std::string_view table, int year = 0,
                                   OldTexts old = OldTexts::refuse);

// Writes all values of a section that are not blank, in the lowest minor version that holds them. It is the inverse of
// readValuesXml.
std::string writeValuesXml(const SectionDefinition& definition, const SectionData& data);

}  // namespace cchc
