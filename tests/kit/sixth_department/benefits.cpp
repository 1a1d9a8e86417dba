#include "benefits.h"

#include <array>

namespace labour {

namespace plugin = cchc::plugin;

void checkBenefits(plugin::CheckContext& context) {
  const auto section = context.section();
  for (std::size_t row = 0; row < section.rowCount("benefits"); ++row) {
    const auto name = section.text(plugin::cell("benefits", row, "name"));
    const auto amount = plugin::cell("benefits", row, "amount");
    if (!name || section.number(amount)) continue;
    plugin::FindingBuilder(context, "labour.benefit", plugin::Severity::warning)
        .at(amount)
        .with("name", std::string(*name))
        .add();
  }
}

bool importBenefits(const plugin::ImportContext& context, plugin::RowSink& sink) {
  const std::array columns = {plugin::HeadingColumn{"people", {"so nguoi"}},
                              plugin::HeadingColumn{"amount", {"so tien"}}, plugin::HeadingColumn{"name", {"che do"}}};
  const auto cells = context.cells();
  const auto heading = plugin::findHeading(cells, columns);
  if (!heading) {
    sink.refuse(1, "labour.no-heading");
    return true;
  }
  const auto reading = plugin::readingOf(context, cells, *heading, {"people", "amount"});
  plugin::forEachRow(cells, *heading, [&](const plugin::HeadedRow& row) {
    const auto name = row.text("name");
    if (plugin::isTotalLabel(name)) return;
    sink.beginRow("benefits", row.line());
    sink.value("name", name);
    sink.cell("people", row.row(), *heading->column("people"), reading);
    const auto amount = plugin::readMoney(row.cell("amount"), reading);
    if (!amount.blank() && sink.accepts(row.line(), amount, row.text("amount"), {"labour.amount", "labour.amount"}))
      sink.number("amount", amount.value);
  });
  return true;
}

}  // namespace labour
