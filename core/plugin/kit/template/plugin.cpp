// The plugin of the labour department. This file only registers; what the department knows is in policy.xml and the
// check.
#include <cchc/plugin.hpp>

#include "benefit_check.h"

CCHC_PLUGIN("labour", "1.0", "Lao động - Thương binh và Xã hội", "Labour and Social Affairs") {
  suite.addCheck("labour.policy", "labour.benefit", &labour::checkBenefits);
  return true;
}
