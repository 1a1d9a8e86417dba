// A section as a workbook (XLSX) that a unit without the suite fills in with Excel or LibreOffice. It is read back
// without mapping columns. section_workbook_write.cpp writes it, section_workbook_read.cpp reads it.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/base/texts.h"
#include "core/definition/in_force.h"
#include "core/exchange/sheets/sheet_file.h"
#include "core/exchange/values/values_file.h"
#include "core/model/section_data.h"

namespace cchc {

// What a workbook contains; borrows the definition.
struct SectionWorkbook {
  const SectionDefinition& definition;
  SectionKey key;
  std::string unitName, periodName;
  PartsInForce parts = {};  // what is in force for the section
};

// Writes one sheet with the fields and one for each table, as far as they are in force, with the values of `data`. Only
// cells that can be entered are unlocked. Attachments are left out. A hidden sheet identifies the section. Errors:
//   file.write  the archive could not be created
Result<std::string> writeSectionWorkbook(const SectionWorkbook& about, const SectionData& data, Language language);

// The definition of the section in such a workbook; nullopt for any other file. Only the hidden sheet is read, so that
// what is wrong in other sheets does not hide whose workbook it is.
// Errors: those of readSheetNamed (workbook_reader.h)
Result<std::optional<DefinitionId>> sectionOfWorkbook(std::string_view bytes, std::string_view file);

// Reads the values that differ from `present`; rows that are no longer in the workbook are removed. `year`: as for
// readValuesSheet.
// Errors, with file, sheet and cell:
//   values.other-section  the workbook is for a section, unit or period other than `key`
//   values.sheet-missing  a sheet was deleted or renamed
//   those of readValuesSheet (exchange/values/values_file.h)
Result<ValuesFile> readSectionWorkbook(std::string_view bytes, const std::filesystem::path& file,
                                       const SectionDefinition& definition, const SectionKey& key,
                                       const SectionData& present, int year = 0, OldTexts old = OldTexts::refuse);

}  // namespace cchc
