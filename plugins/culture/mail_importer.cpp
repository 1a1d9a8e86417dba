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
    const auto part = countAt(row, activeGiven ? "active" : "inactive");
    if (!all || !part) return;
    // What is blank stays blank.
    const auto active = activeGiven || !*part || !*all ? (activeGiven ? *part : std::nullopt) : subtract(**all, **part);
    if ((active && active->isNegative()) || (active && *all && *active > **all) || (*part && *all && **part > **all))
      return sink_.refuse(row.line(), "culture.import-more-than-all", {{"given", std::string(name)}});
    sink_.beginRow("mail_units", row.line());
    sink_.value("unit_name", name);
    if (*all) sink_.number("accounts", **all);
    if (active) sink_.number("active", *active);
  }

 private:
  // nullopt: the line has been refused. Without a number in it: the cell is blank.
  std::optional<std::optional<Decimal>> countAt(const HeadedRow& row, std::string_view column) {
    const auto cell = row.cell(column);
    const auto read = plugin::readFigure(cell, plugin::Quantity::whole, context_);
    if (read.blank() && !cell.merged) return std::optional<Decimal>();
    const bool accepted =
        sink_.accepts(row.line(), read, row.text(column), {"culture.import-count", "culture.import-ambiguous"});
    if (!accepted) return std::nullopt;
    return std::optional<Decimal>(read.value);
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
  if (!heading || (!heading->column("active") && !heading->column("inactive")))
    return sink.refuse(1, "culture.import-header");
  MailImporter importer(
      plugin::readingOf(context, cells, *heading, {"accounts", "active", "inactive"}, plugin::Quantity::whole), sink);
  plugin::forEachRow(cells, *heading, [&](const HeadedRow& row) { importer.importRow(row); });
}

}  // namespace cchc::culture
