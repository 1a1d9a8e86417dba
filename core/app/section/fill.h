// Filling in a section.
#pragma once
#include "core/app/section/section_content.h"

namespace cchc {

struct FillOutcome {
  std::size_t changes = 0;  // journal entries written
  SectionHeader header;
};
// Begins the section where there is none (with what carries over), puts the values in and journals each change, all or
// nothing. section.locked for one that is submitted, accepted, in report or issued; period.closed.
Result<FillOutcome> fillSection(Suite& suite, const SectionKey& key, const ValuesFile& values);

// Reads a values file by its extension: .xml, .csv, .tsv, .xlsx; `table` for one row per line. A section's own workbook
// is told by itself and held against `present`, what the section holds.
Result<ValuesFile> readValues(const std::filesystem::path& file, const SectionDefinition& definition,
                              const std::string& table, const SectionKey& key, const SectionData& present);
// What the section holds, or would begin with.
Result<SectionData> presentData(Suite& suite, const SectionKey& key);
// The section as a workbook to fill in (exchange/section_workbook.h), for a unit without the suite.
Result<std::string> sectionWorkbook(Suite& suite, const SectionKey& key, const SectionData& present, Language language);

}  // namespace cchc
