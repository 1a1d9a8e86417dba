// How an org unit is named in a sentence. Private to narrative/.
#pragma once
#include <string>

#include "core/model/org_unit.h"

namespace cchc::narrative {

std::string unitName(const OrgUnit& unit);   // "xã Mẫu"; the unchanged name if it has no such beginning
std::string unitBody(const OrgUnit& unit);   // "Ủy ban nhân dân xã Mẫu"
std::string unitShort(const OrgUnit& unit);  // "UBND huyện"

}  // namespace cchc::narrative
