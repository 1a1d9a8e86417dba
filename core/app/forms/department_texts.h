// Checks a department's messages.tsv against what its sources use.
#pragma once
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "core/definition/problems.h"

namespace cchc {

// Adds the problems of the texts of the department in a folder: those of readTexts (base/texts_file.h), and, as
// warnings,
//   definition.text-missing   the title of a department without a library, the name of an importer, or a text that a
//                             check uses is not there
//   definition.text-unused    nothing uses the text. Of a library whose sources are not in the folder this cannot be
//   said
// `definitionIds`: all that are known, since sources name those too.
void checkTexts(const std::filesystem::path& folder, const std::set<std::string>& definitionIds,
                std::vector<DefinitionProblem>& problems);

}  // namespace cchc
