#include "benefit_check.h"

namespace labour {

namespace plugin = cchc::plugin;

void checkBenefits(plugin::CheckContext& context) {
  const auto section = context.section();
  for (std::size_t row = 0; row < section.rowCount("benefits"); ++row) {
    const auto name = section.text(plugin::cell("benefits", row, "name"));
    const auto amount = plugin::cell("benefits", row, "amount");
    if (!name || section.number(amount)) continue;  // blank is not zero
    plugin::FindingBuilder(context, "labour.benefit", plugin::Severity::warning)
        .at(amount)
        .with("name", std::string(*name))
        .add();
  }
}

}  // namespace labour
