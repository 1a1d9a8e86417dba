#include "treasury_importer.h"

#include <array>

namespace cchc::finance {
namespace {

using plugin::Decimal;
using plugin::HeadedRow;

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

class StatementImporter {
 public:
  StatementImporter(const plugin::ReadingContext& context, plugin::RowSink& sink) : context_(context), sink_(sink) {}

  void importRow(const HeadedRow& row) {
    const auto source = row.text("source");
    const auto name = row.text("project").empty() ? source : row.text("project");
    if (plugin::isTotalLabel(name)) return;
    std::array<std::optional<Decimal>, amounts.size()> values;
    for (std::size_t i = 0; i < amounts.size(); ++i) {
      const auto read = plugin::readMoney(row.cell(amounts[i]), context_);
      if (read.blank()) continue;
      if (!read || read.value.isNegative())
        return sink_.refuse(row.line(), read.meanings.empty() ? "finance.import-amount" : "finance.import-ambiguous",
                            {{"given", std::string(row.text(amounts[i]))}, {"meanings", read.meanings}});
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
  plugin::ReadingContext context_;
  plugin::RowSink& sink_;
};

}  // namespace

std::optional<std::string_view> capitalSource(std::string_view wording) {
  const auto folded = plugin::fold(wording);
  for (const auto& entry : sourceWords)
    if (folded.find(entry.words) != std::string::npos) return entry.source;
  return std::nullopt;
}

void importTreasuryStatement(const plugin::ImportContext& context, plugin::RowSink& sink) {
  using plugin::HeadingColumn;
  const std::array columns = {HeadingColumn{"source", {"nguon"}},
                              HeadingColumn{"project", {"du an", "cong trinh"}, false},
                              HeadingColumn{"disbursed", {"giai ngan", "thanh toan"}},
                              HeadingColumn{"allocated", {"phan bo", "ke hoach"}, false}};
  const auto cells = context.cells();
  const auto heading = plugin::findHeading(cells, columns);
  if (!heading) return sink.refuse(1, "finance.import-header");
  auto reading = plugin::readingOf(context, cells, *heading,
                                   {StatementImporter::amounts.begin(), StatementImporter::amounts.end()});
  reading.moneyPower = plugin::moneyPower(heading->above).value_or(0);
  StatementImporter importer(reading, sink);
  plugin::forEachRow(cells, *heading, [&](const HeadedRow& row) { importer.importRow(row); });
}

}  // namespace cchc::finance
