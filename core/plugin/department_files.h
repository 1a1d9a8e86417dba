// Finds the departments in a folder. Private to plugin/.
#pragma once
#include <vector>

#include "core/plugin/department.h"

namespace cchc {

struct FoundDepartments {
  std::vector<DepartmentFiles> departments;  // in the order of their names
  // Libraries that are not loaded, and the name that each must have; an empty name: no library of this folder is
  // loaded.
  std::vector<std::pair<std::filesystem::path, std::string>> ignored;
  // Folders, or links to some, that cannot be read, and why.
  std::vector<std::pair<std::filesystem::path, std::string>> unreadable;
};
// PluginHost::load says which files make a department. Nothing is opened.
FoundDepartments findDepartments(const PluginFolder& folder);

}  // namespace cchc
