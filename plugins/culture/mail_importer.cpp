#include "plugins/culture/mail_importer.h"

#include <array>

#include "core/base/text.h"
#include "core/base/vietnamese.h"
#include "core/plugin/plugin_support.h"
#include "plugins/culture/delimited_text.h"

namespace cchc::culture {
namespace {

using plugin::view;

void refuse(plugin::RowSink& sink, std::size_t line, std::string_view code, std::string_view given) {
  const plugin::Argument argument{view("given"), view(given)};
  sink.refuse(line, view(code), &argument, 1);
}

std::string_view cellOf(const DelimitedRow& row, std::string_view column) {
  const auto cell = row.cells.find(column);
  return cell == row.cells.end() ? std::string_view() : std::string_view(cell->second);
}

// A whole number that is not negative.
std::optional<Decimal> countOf(std::string_view given) {
  const auto number = vietnamese::parseNumber(given);
  if (!number || number->isNegative() || *number != number->rounded(0)) return std::nullopt;
  return number->rounded(0);
}

void importRow(const DelimitedRow& row, plugin::RowSink& sink) {
  const auto name = cellOf(row, "unit_name");
  if (isTotal(name)) return;
  if (name.empty()) return refuse(sink, row.line, "culture.import-unit", "");
  const bool activeGiven = !cellOf(row, "active").empty();
  const auto part = activeGiven ? cellOf(row, "active") : cellOf(row, "inactive");
  const auto all = countOf(cellOf(row, "accounts"));
  const auto counted = countOf(part);
  if (!all) return refuse(sink, row.line, "culture.import-count", cellOf(row, "accounts"));
  if (!counted) return refuse(sink, row.line, "culture.import-count", part);
  const auto active = activeGiven ? counted : subtract(*all, *counted);
  if (!active || active->isNegative() || *active > *all)
    return refuse(sink, row.line, "culture.import-more-than-all", name);
  sink.beginRow(view("mail_units"));
  sink.cell(view("unit_name"), view(name));
  const auto accountsText = all->toText();
  const auto activeText = active->toText();
  sink.cell(view("accounts"), view(accountsText));
  sink.cell(view("active"), view(activeText));
}

}  // namespace

bool importMailAccounts(const plugin::Text& input, plugin::RowSink& sink) noexcept try {
  // "Không hoạt động" contains the words of "Hoạt động", so the inactive column is searched for first.
  const std::array columns = {
      HeaderColumn{"inactive", {"khong hoat dong"}, false}, HeaderColumn{"active", {"hoat dong"}, false},
      HeaderColumn{"unit_name", {"don vi", "co quan"}}, HeaderColumn{"accounts", {"tong", "tai khoan"}}};
  const auto normalised = normaliseText(plugin::text(input));
  const auto table = normalised ? readDelimited(*normalised, columns) : std::nullopt;
  if (!table) return refuse(sink, 1, "culture.import-header", ""), true;  // the refusal gives the reason
  for (const auto& row : table->rows) importRow(row, sink);
  return true;
} catch (...) {
  return false;
}

}  // namespace cchc::culture
