// Values of a section as XML (urn:cchc:values:1, see plugins/DEFINITION.md), and the edits that any file contains;
// sheets are read in importing/.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/definition/definition.h"
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
// Writes all values of a section that are not blank, in the lowest minor version that holds them. It is the inverse of
// readValuesXml.
std::string writeValuesXml(const SectionDefinition& definition, const SectionData& data);

}  // namespace cchc
