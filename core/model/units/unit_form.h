// The forms of units by law (loại hình đơn vị): commune, ward, town and so on. A form decides which parts of a section
// definition are in force for a unit (definition/in_force.h).
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "core/model/org_unit.h"

namespace cchc {

// The known forms, as lists of units and section definitions name them. None is the beginning of another.
std::span<const std::string_view> unitForms();
// The form that a name begins with: "xã" of "xã A". The name must begin in lower case. "": none.
std::string_view formInName(std::string_view name);
// The form of a unit: the one that is stated, or else the one that its name begins with, both in any case of letters.
// "" if neither is a known form, as for a department, or for a unit of an old store whose name does not say it.
std::string formOf(const OrgUnit& unit);

}  // namespace cchc
