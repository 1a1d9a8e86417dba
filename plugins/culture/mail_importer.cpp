#include "mail_importer.h"

#include <array>

namespace cchc::culture {
namespace {

using plugin::Decimal;
using plugin::HeadedRow;

class MailImporter {
 public:
  MailImporter(const plugin::ReadingContext& context, plugin::RowSink& sink) : context_(context), sink_(sink) {}

  void importRow(const HeadedRow& row) {
    const auto name = row.text("unit_name");
    if (plugin::isTotalLabel(name)) return;
    if (name.empty()) return sink_.refuse(row.line(), "culture.import-unit");
    const bool activeGiven = !row.text("active").empty();
    const auto all = countAt(row, "accounts");
    const auto part = all ? countAt(row, activeGiven ? "active" : "inactive") : std::nullopt;
    if (!all || !part) return;
    const auto active = activeGiven ? part : subtract(*all, *part);
    if (!active || active->isNegative() || *active > *all)
      return sink_.refuse(row.line(), "culture.import-more-than-all", {{"given", std::string(name)}});
    sink_.beginRow("mail_units", row.line());
    sink_.value("unit_name", name);
    sink_.number("accounts", *all);
    sink_.number("active", *active);
  }

 private:
  // nullopt: the line has been refused.
  std::optional<Decimal> countAt(const HeadedRow& row, std::string_view column) {
    const auto read = plugin::readFigure(row.cell(column), plugin::Quantity::whole, context_);
    const bool accepted =
        sink_.accepts(row.line(), read, row.text(column), {"culture.import-count", "culture.import-ambiguous"});
    return accepted ? std::optional(read.value) : std::nullopt;
  }

  plugin::ReadingContext context_;
  plugin::RowSink& sink_;
};

}  // namespace

void importMailAccounts(const plugin::ImportContext& context, plugin::RowSink& sink) {
  using plugin::HeadingColumn;
  // "Không hoạt động" contains the words of "Hoạt động", so the inactive column is searched for first.
  const std::array columns = {
      HeadingColumn{"inactive", {"khong hoat dong"}, false}, HeadingColumn{"active", {"hoat dong"}, false},
      HeadingColumn{"unit_name", {"don vi", "co quan"}}, HeadingColumn{"accounts", {"tong", "tai khoan"}}};
  const auto cells = context.cells();
  const auto heading = plugin::findHeading(cells, columns);
  if (!heading) return sink.refuse(1, "culture.import-header");
  MailImporter importer(plugin::readingOf(context, cells, *heading, {"accounts", "active", "inactive"}), sink);
  plugin::forEachRow(cells, *heading, [&](const HeadedRow& row) { importer.importRow(row); });
}

}  // namespace cchc::culture
