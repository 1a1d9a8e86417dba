// A section as a workbook (XLSX) that a unit without the suite fills in with Excel or LibreOffice. It is read back
// without mapping columns (importing/own_workbook.h). section_workbook_write.cpp writes it; section_workbook_read.cpp
// reads whose it is.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/base/texts.h"
#include "core/definition/in_force.h"
#include "core/model/section.h"
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

// What the hidden sheet of such a workbook says of itself.
struct WorkbookAbout {
  std::string section, unit, period;                        // ids; the unit by its code
  std::vector<std::pair<std::string, std::string>> sheets;  // name, and id of the table; "" for the fields
};
// nullopt for any other file. Only the hidden sheet is read, so that what is wrong in other sheets does not hide whose
// workbook it is. Errors: those of readSheetNamed (workbook_reader.h)
Result<std::optional<WorkbookAbout>> aboutWorkbook(std::string_view bytes, std::string_view file);

}  // namespace cchc
