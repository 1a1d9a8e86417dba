// The benefits that were paid: what is missing in them, and a list of them to import.
#pragma once
#include <cchc/plugin.hpp>

namespace labour {

void checkBenefits(cchc::plugin::CheckContext& context);
bool importBenefits(const cchc::plugin::ImportContext& context, cchc::plugin::RowSink& sink);

}  // namespace labour
