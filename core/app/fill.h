// Filling in a section.
#pragma once
#include "core/app/section_content.h"

namespace cchc {

struct FillOutcome {
  std::size_t changes = 0;  // journal entries written
  SectionHeader header;
};
// Begins the section where there is none (with what carries over), puts the values in and journals each change, all or nothing.
// section.locked for one that is submitted, accepted, in report or issued; period.closed.
Result<FillOutcome> fillSection(Suite& suite, const SectionKey& key, const ValuesFile& values);

// Reads a values file by its extension: .xml, .csv, .tsv, .xlsx; `table` for one row per line.
Result<ValuesFile> readValues(const std::filesystem::path& file, const SectionDefinition& definition, const std::string& table);

}  // namespace cchc
