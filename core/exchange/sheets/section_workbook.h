// A section as a workbook: for a unit without the suite to fill in, with Excel or LibreOffice, and read back with no
// mapping.
#pragma once
#include <optional>

#include "core/exchange/values/values_file.h"
#include "core/model/org_unit.h"

namespace cchc {

struct SectionWorkbook {
  const SectionDefinition& definition;
  SectionKey key;
  std::string unitName, periodName;
};

// One sheet with the fields and one for each table, with what `data` holds; only what can be entered is open.
// Attachments are not in it. A hidden sheet says what the workbook is of. file.write.
Result<std::string> writeSectionWorkbook(const SectionWorkbook& about, const SectionData& data, Language language);

// The definition that such a workbook is of; nothing for any other file.
std::optional<DefinitionId> sectionOfWorkbook(std::string_view bytes);

// What of it differs from `present`; rows that are no longer in it go. Errors: values.other-section (of another
// section, unit or period than `key`), values.* and value.* with file, sheet and cell.
Result<ValuesFile> readSectionWorkbook(std::string_view bytes, const std::filesystem::path& file,
                                       const SectionDefinition& definition, const SectionKey& key,
                                       const SectionData& present);

}  // namespace cchc
