#include "treasury_importer.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace cchc::finance {
namespace {

using plugin::Decimal;
using plugin::HeadedRow;

// The first match counts: "chuyển nguồn ngân sách tỉnh" is carried over, "thu tiền sử dụng đất tập trung" is land.
constexpr std::array<plugin::ChoiceWords, 6> sources = {{
    {"carried_over", "chuyen nguon|keo dai"},
    {"land", "su dung dat|tien dat"},
    {"national_programmes", "muc tieu quoc gia|mtqg"},
    {"centralised", "tap trung|xay dung co ban|xdcb"},
    {"provincial", "cap tren|ngan sach tinh|tinh ho tro|trung uong"},
    {"other", "khac"},
}};

class StatementImporter {
 public:
  // One context for each of the amounts.
  StatementImporter(const std::array<plugin::ReadingContext, 2>& contexts, plugin::RowSink& sink)
      : contexts_(contexts), sink_(sink) {}

  void importRow(const HeadedRow& row) {
    const auto source = row.text("source");
    const auto name = row.text("project").empty() ? source : row.text("project");
    if (plugin::isTotalLabel(name)) return;
    std::array<std::optional<Decimal>, amounts.size()> values;
    for (std::size_t i = 0; i < amounts.size(); ++i) {
      const auto read = plugin::readMoney(row.cell(amounts[i]), contexts_[i]);
      if (read.blank()) continue;
      if (!sink_.accepts(row.line(), read, row.text(amounts[i]), {"finance.import-amount", "finance.import-ambiguous"}))
        return;
      values[i] = read.value;
    }
    if (!values[0] && !values[1])
      return sink_.refuse(row.line(), "finance.import-no-amount", {{"given", std::string(name)}});
    const auto choice = capitalSource(source);
    if (!choice) return sink_.refuse(row.line(), "finance.import-source", {{"given", std::string(source)}});
    sink_.beginRow("treasury", row.line());
    sink_.value("project", name);
    sink_.value("source", *choice);
    for (std::size_t i = 0; i < amounts.size(); ++i) {
      if (values[i]) sink_.number(amounts[i], *values[i]);
    }
  }

  static constexpr std::array<std::string_view, 2> amounts = {"allocated", "disbursed"};

 private:
  std::array<plugin::ReadingContext, 2> contexts_;
  plugin::RowSink& sink_;
};

// The context for a column of amounts: its own heading names the unit, or the lowest cell above or beside it that names
// one, without the headings of the other amounts.
plugin::ReadingContext inUnitOf(std::string_view amount, const plugin::Cells& cells, const plugin::Heading& heading,
                                plugin::ReadingContext context) {
  const auto own = heading.column(amount);
  for (std::size_t row = 0; row <= heading.row; ++row) {
    for (std::size_t column = 0; column < cells.columns(); ++column) {
      const bool ofOther = row == heading.row &&
                           std::any_of(StatementImporter::amounts.begin(), StatementImporter::amounts.end(),
                                       [&](auto other) { return other != amount && heading.column(other) == column; });
      if (!ofOther) context.moneyPower = plugin::moneyPower(cells.text(row, column)).value_or(context.moneyPower);
    }
  }
  for (auto row = heading.row; own && row <= heading.last; ++row)
    context.moneyPower = plugin::moneyPower(cells.text(row, *own)).value_or(context.moneyPower);
  return context;
}

}  // namespace

std::optional<std::string_view> capitalSource(std::string_view wording) { return plugin::choiceIn(wording, sources); }

void importTreasuryStatement(const plugin::ImportContext& context, plugin::RowSink& sink) {
  using plugin::HeadingColumn;
  const std::array columns = {HeadingColumn{"source", {"nguon"}},
                              HeadingColumn{"project", {"du an", "cong trinh"}, false},
                              HeadingColumn{"disbursed", {"giai ngan", "thanh toan"}},
                              HeadingColumn{"allocated", {"phan bo", "ke hoach"}, false}};
  const auto cells = context.cells();
  const auto heading = plugin::findHeading(cells, columns);
  if (!heading) return sink.refuse(1, "finance.import-header");
  const auto& amounts = StatementImporter::amounts;
  const auto reading = plugin::readingOf(context, cells, *heading, {amounts.begin(), amounts.end()});
  StatementImporter importer(
      {inUnitOf(amounts[0], cells, *heading, reading), inUnitOf(amounts[1], cells, *heading, reading)}, sink);
  plugin::forEachRow(cells, *heading, [&](const HeadedRow& row) { importer.importRow(row); });
}

}  // namespace cchc::finance
