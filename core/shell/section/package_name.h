// The default file name of a submission package.
#pragma once
#include <string>

#include "core/model/section.h"

namespace cchc::shell {

// "90001-finance.budget-2023-8T-lan1.cchc". ASCII without spaces, so that every system and mail program accepts it.
std::string packageName(const SectionKey& key, int revision);

}  // namespace cchc::shell
