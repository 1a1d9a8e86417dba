// Fills in a section with values, and writes it as a workbook. A file is imported by import.h.
#pragma once
#include <cstddef>
#include <string>

#include "core/app/section/import.h"
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
// The same for the lines of an import that are correct, with a note of the file in the journal.
Result<FillOutcome> applyImport(Suite& suite, const SectionKey& key, const ImportPlan& plan);

// The current data of the section, or the data that it would start with.
Result<SectionData> presentData(Suite& suite, const SectionKey& key);
// The section as a workbook to fill in (exchange/sheets/section_workbook.h), for a unit that does not have the suite.
Result<std::string> sectionWorkbook(Suite& suite, const SectionKey& key, const SectionData& present, Language language);

}  // namespace cchc
