#include "plugins/finance/treasury_importer.h"

#include <array>

#include "core/base/text.h"
#include "core/base/vietnamese.h"
#include "core/plugin/plugin_support.h"
#include "plugins/finance/delimited_text.h"

namespace cchc::finance {
namespace {

using plugin::view;

struct SourceWords {
  std::string_view source, words;
};
// The first match counts: "chuyển nguồn ngân sách tỉnh" is carried over, "thu tiền sử dụng đất tập trung" is land.
constexpr std::array sourceWords = {SourceWords{"carried_over", "chuyen nguon"},
                                    SourceWords{"carried_over", "keo dai"},
                                    SourceWords{"land", "su dung dat"},
                                    SourceWords{"land", "tien dat"},
                                    SourceWords{"national_programmes", "muc tieu quoc gia"},
                                    SourceWords{"national_programmes", "mtqg"},
                                    SourceWords{"centralised", "tap trung"},
                                    SourceWords{"centralised", "xay dung co ban"},
                                    SourceWords{"centralised", "xdcb"},
                                    SourceWords{"provincial", "cap tren"},
                                    SourceWords{"provincial", "ngan sach tinh"},
                                    SourceWords{"provincial", "tinh ho tro"},
                                    SourceWords{"provincial", "trung uong"},
                                    SourceWords{"other", "khac"}};

std::int64_t moneyUnit(std::string_view heading) {
  if (heading.find("trieu dong") != std::string_view::npos) return 1'000'000;
  if (heading.find("nghin dong") != std::string_view::npos || heading.find("ngan dong") != std::string_view::npos)
    return 1'000;
  return 1;
}

void refuse(plugin::RowSink& sink, std::size_t line, std::string_view code, std::string_view given) {
  const plugin::Argument argument{view("given"), view(given)};
  sink.refuse(line, view(code), &argument, 1);
}

std::string_view cellOf(const DelimitedRow& row, std::string_view column) {
  const auto cell = row.cells.find(column);
  return cell == row.cells.end() ? std::string_view() : std::string_view(cell->second);
}

class StatementImporter {
 public:
  StatementImporter(std::int64_t unit, plugin::RowSink& sink) : unit_(unit), sink_(sink) {}

  void importRow(const DelimitedRow& row) {
    const auto source = cellOf(row, "source");
    const auto name = cellOf(row, "project").empty() ? source : cellOf(row, "project");
    if (isTotal(name)) return;
    std::array<std::optional<std::string>, amounts.size()> values;
    for (std::size_t i = 0; i < amounts.size(); ++i) {
      const auto given = cellOf(row, amounts[i]);
      if (given.empty()) continue;
      values[i] = dong(given);
      if (!values[i]) return refuse(sink_, row.line, "finance.import-amount", given);
    }
    if (!values[0] && !values[1]) return refuse(sink_, row.line, "finance.import-no-amount", name);
    const auto choice = capitalSource(source);
    if (!choice) return refuse(sink_, row.line, "finance.import-source", source);
    sink_.beginRow(view("treasury"));
    sink_.cell(view("project"), view(name));
    sink_.cell(view("source"), view(*choice));
    for (std::size_t i = 0; i < amounts.size(); ++i)
      if (values[i]) sink_.cell(view(amounts[i]), view(*values[i]));
  }

 private:
  static constexpr std::array<std::string_view, 2> amounts = {"allocated", "disbursed"};

  std::optional<std::string> dong(std::string_view given) const {
    const auto number = vietnamese::parseNumber(given);
    if (!number || number->isNegative()) return std::nullopt;
    const auto amount = multiply(*number, Decimal(unit_));
    return amount ? std::optional(amount->normalised().toText()) : std::nullopt;
  }

  std::int64_t unit_;
  plugin::RowSink& sink_;
};

}  // namespace

std::optional<std::string_view> capitalSource(std::string_view wording) {
  const auto folded = foldForSearch(foldSpace(wording));
  for (const auto& entry : sourceWords)
    if (folded.find(entry.words) != std::string::npos) return entry.source;
  return std::nullopt;
}

bool importTreasuryStatement(const plugin::Text& input, plugin::RowSink& sink) noexcept try {
  const std::array columns = {HeaderColumn{"source", {"nguon"}},
                              HeaderColumn{"project", {"du an", "cong trinh"}, false},
                              HeaderColumn{"disbursed", {"giai ngan", "thanh toan"}},
                              HeaderColumn{"allocated", {"phan bo", "ke hoach"}, false}};
  const auto normalised = normaliseText(plugin::text(input));
  const auto table = normalised ? readDelimited(*normalised, columns) : std::nullopt;
  if (!table) return refuse(sink, 1, "finance.import-header", ""), true;  // the refusal gives the reason
  StatementImporter importer(moneyUnit(table->heading), sink);
  for (const auto& row : table->rows) importer.importRow(row);
  return true;
} catch (...) {
  return false;
}

}  // namespace cchc::finance
