// Fills in a section from a file.
#pragma once
#include <cstddef>
#include <filesystem>
#include <string>

#include "core/app/suite/suite.h"
#include "core/base/texts.h"
#include "core/exchange/values/values_file.h"

namespace cchc {

struct FillOutcome {
  std::size_t changes = 0;  // journal entries written
  SectionHeader header;
};
// Applies the values: all of them or none (SectionDraft).
// Errors: those of SectionDraft::read, SectionDraft::apply and stepOf, with the section as the place of
// section.conflict.
Result<FillOutcome> fillSection(Suite& suite, const SectionKey& key, const ValuesFile& values);

// Reads a values file: a file whose name ends in .xml, or a workbook or delimited text (sheet_file.h). `table`: the
// table whose rows are the lines of the file; empty: each line is a field. `year`: of the period (onlyYear); 0: not
// known. A workbook made by sectionWorkbook is recognised, and compared with `present`, the current data of the
// section. Errors:
//   values.unknown-format   another extension
//   file.read, and those of the readers in exchange/values and exchange/sheets
Result<ValuesFile> readValues(const std::filesystem::path& file, const SectionDefinition& definition,
                              const std::string& table, const SectionKey& key, const SectionData& present, int year,
                              OldTexts old = OldTexts::refuse);
// The current data of the section, or the data that it would start with.
Result<SectionData> presentData(Suite& suite, const SectionKey& key);
// The section as a workbook to fill in (exchange/sheets/section_workbook.h), for a unit that does not have the suite.
Result<std::string> sectionWorkbook(Suite& suite, const SectionKey& key, const SectionData& present, Language language);

}  // namespace cchc
