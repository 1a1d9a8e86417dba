// What `cchc fill` takes: values as XML (urn:cchc:values:1, see plugins/DEFINITION.md), CSV or TSV.
#pragma once
#include <filesystem>
#include <string_view>
#include <vector>

#include "core/definition/definition.h"
#include "core/model/submission.h"

namespace cchc {

// The edits that a file asks for, in its order.
struct ValueEdit {
  Place place;  // field, cell or paragraph
  Value value;  // blank blanks it
};
struct RowEdit {
  std::string table, row;
  bool remove = false;
};
struct TableEdit {
  std::string table;
  bool replace = false;         // all rows go first
  std::optional<bool> nothing;  // declared "Không phát sinh"
};
struct ValuesFile {
  std::vector<TableEdit> tables;
  std::vector<RowEdit> rows;  // rows named, in order; unknown ids are new rows at the end
  std::vector<ValueEdit> values;
  std::vector<ParagraphData> paragraphs;
  std::vector<CommentData> comments;
  std::vector<std::pair<std::string, bool>> groups;  // "Không phát sinh" of a group
  std::vector<AttachmentBytes> attachments;          // <attachment file="…"/> beside the values file
};

// Errors: values.* and value.*, with file:line and the field.
Result<ValuesFile> readValuesXml(std::string_view bytes, const std::filesystem::path& file,
                                 const SectionDefinition& definition);
// CSV or TSV (told apart by the header): either "field,value[,qualifier]" lines, or with `table` one row per line under
// a header of column ids or labels (vi); a column "row" gives row ids, else they are numbered. Figures may be typed as
// a clerk does (1.234,5).
Result<ValuesFile> readValuesCsv(std::string_view bytes, const std::filesystem::path& file,
                                 const SectionDefinition& definition, std::string_view table);
// XLSX: the first sheet, read as CSV is.
Result<ValuesFile> readValuesXlsx(std::string_view bytes, const std::filesystem::path& file,
                                  const SectionDefinition& definition, std::string_view table);

// The values of a section as such a file (all that is not blank), the inverse of readValuesXml.
std::string writeValuesXml(const SectionDefinition& definition, const SectionData& data);

}  // namespace cchc
