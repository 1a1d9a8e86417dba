// The default file name of a submission package.
#pragma once
#include <filesystem>
#include <string>

#include "core/model/section.h"

namespace cchc::shell {

// "90001-finance.budget-2023-8T-lan1.cchc". ASCII without spaces, so that every system and mail program accepts it.
std::string packageName(const SectionKey& key, int revision);

// The path itself or, if there is a file of that name, the path with the first number after its name that is free.
std::filesystem::path unusedPath(const std::filesystem::path& path);

}  // namespace cchc::shell
