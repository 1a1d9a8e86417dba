// Benefits whose amount is missing.
#pragma once
#include <cchc/plugin.hpp>

namespace labour {

void checkBenefits(cchc::plugin::CheckContext& context);

}  // namespace labour
