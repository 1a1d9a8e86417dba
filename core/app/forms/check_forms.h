// Checks forms before they are installed: section definitions, and the texts of their departments.
#pragma once
#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/app/suite/resources.h"
#include "core/base/result.h"
#include "core/definition/problems.h"
#include "core/rules/compiled_definition.h"

namespace cchc {

struct Catalogue;

struct CheckedForms {
  std::size_t definitions = 0;              // files that were checked
  std::vector<DefinitionProblem> problems;  // by file, line and column
  std::size_t count(Severity severity) const;
};

// Checks definition files, and departments: folders with definitions (*.xml), or with such folders in them. In such a
// folder, definitions must belong to the department of the folder's name, and its messages.tsv is checked. Without
// paths, the departments of the installation and of `pluginFolders`. What is checked may refer to the other definitions
// in the same folder, and to those that are installed. Problems: those of checkDefinitions (suite/definition_check.h)
// and checkTexts (department_texts.h), and those of readFile for a file that cannot be read. Errors: those of
// Schema::load, and
//   definition.no-file     there is no such file or folder
//   definition.no-forms    there are no definitions in it
Result<CheckedForms> checkForms(const Resources& resources, const Catalogue& catalogue,
                                const std::vector<std::filesystem::path>& pluginFolders,
                                const std::vector<std::filesystem::path>& paths);

// One definition file, ready to be used.
// Errors: as above, and the first of its errors.
Result<std::shared_ptr<const CompiledDefinition>> readForm(const Resources& resources, const Catalogue& catalogue,
                                                           const std::filesystem::path& file);

}  // namespace cchc
