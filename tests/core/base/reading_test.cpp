// The readers of figures, money and dates, held to the table of what people write.
#include <algorithm>
#include <catch2/catch.hpp>

#include "core/base/reading/date.h"
#include "core/base/reading/figure.h"
#include "core/base/reading/money.h"
#include "core/base/reading/total_label.h"
#include "core/base/texts.h"
#include "tests/support/reading_table.h"

using namespace cchc;
using namespace cchc::reading;

namespace {

std::string shown(const std::optional<Decimal>& number, Qualifier qualifier) {
  if (!number) return "blank";
  const auto name = qualifier == Qualifier::exact ? "" : "{" + std::string(qualifierName(qualifier)) + "}";
  return "value " + name + number->toText();
}
std::string shown(const Figure& figure) { return shown(figure.number, figure.qualifier); }
std::string shown(const Money& money) { return shown(money.dong, money.qualifier); }
std::string shown(const Date& date) { return "value " + date.toText(); }
std::string shown(const DateRange& range) { return "value " + range.toText(); }

template <class T>
std::string outcome(const Reading<T>& reading) {
  if (const auto* value = std::get_if<T>(&reading)) return shown(*value);
  if (const auto* error = std::get_if<Error>(&reading)) return "refuse " + error->code;
  std::string all;
  for (const auto& meaning : std::get<Doubt<T>>(reading).meanings) all += (all.empty() ? "" : "; ") + meaning.text;
  return "doubt " + all;
}

std::string outcome(std::string_view kind, std::string_view text, const Context& context) {
  if (kind == "whole") return outcome(readFigure(text, Quantity::whole, context));
  if (kind == "number") return outcome(readFigure(text, Quantity::number, context));
  if (kind == "percent") return outcome(readFigure(text, Quantity::percent, context));
  if (kind == "money") return outcome(readMoney(text, context));
  if (kind == "date") return outcome(readDate(text, context));
  if (kind == "range") return outcome(readDateRange(text, context));
  return "no such kind";
}

std::optional<Marks> marksOfAll(const std::vector<std::string_view>& block) { return marksOf(block); }

}  // namespace

TEST_CASE("every text of the table gives its value, its question or its refusal", "[reading]") {
  const auto rows = test::readingTable();
  std::size_t refusals = 0;
  for (const auto& row : rows) {
    auto context = row.context;
    context.unit = row.unit;
    INFO("reading_table.tsv:" << row.line << ": " << row.kind << " “" << row.text << "”");
    if (row.kind != "citation") CHECK(outcome(row.kind, row.text, context) == row.expected);
    refusals += row.expected.starts_with("refuse") ? 1 : 0;
  }
  CHECK(rows.size() >= 130);
  CHECK(refusals <= 30);
}

TEST_CASE("each meaning of a doubt, typed as it is told, has that meaning alone", "[reading]") {
  std::size_t doubts = 0;
  for (const auto& row : test::readingTable()) {
    auto context = row.context;
    context.unit = row.unit;
    INFO("reading_table.tsv:" << row.line);
    const auto check = [&](const auto& reading, const auto& readAgain) {
      const auto* doubt = std::get_if<1>(&reading);
      if (doubt == nullptr) return;
      ++doubts;
      CHECK(doubt->meanings.size() >= 2);
      for (const auto& meaning : doubt->meanings) {
        INFO(meaning.text);
        const auto again = readAgain(meaning.text);
        if (const auto* error = std::get_if<2>(&again))
          CHECK((row.kind == "whole" && error->code.starts_with("value.not-whole")));
        else
          CHECK(outcome(again) == shown(meaning.value));
      }
    };
    if (row.kind == "money") {
      const auto read = [&](std::string_view text) { return readMoney(text, context); };
      check(read(row.text), read);
    } else if (row.kind == "date") {
      const auto read = [&](std::string_view text) { return readDate(text, context); };
      check(read(row.text), read);
    } else if (row.kind == "whole" || row.kind == "number" || row.kind == "percent") {
      const auto quantity = row.kind == "whole"    ? Quantity::whole
                            : row.kind == "number" ? Quantity::number
                                                   : Quantity::percent;
      const auto read = [&](std::string_view text) { return readFigure(text, quantity, context); };
      check(read(row.text), read);
    }
  }
  CHECK(doubts >= 8);
}

TEST_CASE("what no reader takes is refused, whatever the marks", "[reading]") {
  Context vietnamese, english;
  vietnamese.power = english.power = 6;
  vietnamese.year = english.year = 2023;
  english.marks = Marks::english;
  for (const std::string_view text : {"5 triệu triệu",
                                      "5 tỷ tỷ",
                                      "5 tỷ nghìn",
                                      "100 trăm tr x",
                                      "1 tỷ 1200 triệu",
                                      "425 triệu 387 tỷ",
                                      "1,5 tỷ 200 triệu",
                                      "387 tỷ đồng 425 triệu đồng",
                                      "12 tỷ 5 tỷ",
                                      "trên dưới 45",
                                      "trên",
                                      "trên -",
                                      "--5",
                                      "-(5)",
                                      "(-5)",
                                      "()",
                                      "(",
                                      "1..234",
                                      "1.234,",
                                      ",5",
                                      "5,",
                                      "12.34.567",
                                      "1.23.456",
                                      "0.123.456",
                                      "1 23",
                                      "1  234",
                                      "12\n345",
                                      "12\t345",
                                      "1.234 567",
                                      "1,2,3",
                                      "١٢٣",
                                      "１２",
                                      "1'234",
                                      "=12+3",
                                      "5 USD",
                                      "€ 5",
                                      "5k đồng",
                                      "hai mươi 5 triệu",
                                      "5 người đ",
                                      "5 abc xyz đ",
                                      "7 – 9",
                                      "7/9 triệu",
                                      "99999999999999999999999999999999999999",
                                      "99999999999999999999999999999999 tỷ",
                                      "1\u200b2",
                                      "\xff",
                                      "5 đồng đồng",
                                      "5 đ triệu",
                                      "\u22125 - 3",
                                      "1e3",
                                      "0x10",
                                      "NaN",
                                      "∞"}) {
    for (const auto& context : {vietnamese, english}) {
      INFO(text);
      CHECK(outcome(readMoney(text, context)).starts_with("refuse"));
      CHECK(outcome(readFigure(text, Quantity::whole, context)).starts_with("refuse"));
      CHECK(outcome(readFigure(text, Quantity::number, context)).starts_with("refuse"));
      CHECK(outcome(readFigure(text, Quantity::percent, context)).starts_with("refuse"));
      CHECK(outcome(readDate(text, context)).starts_with("refuse"));
      CHECK(outcome(readDateRange(text, context)).starts_with("refuse"));
    }
  }
  for (const std::string_view text : {"5 triệu %", "50%%", "%", "5 % triệu"})
    CHECK(outcome(readFigure(text, Quantity::percent, vietnamese)).starts_with("refuse"));
}

TEST_CASE("no date is guessed", "[reading]") {
  Context context;
  context.year = 2023;
  for (const std::string_view text : {"0/8/2023",
                                      "32/1/2023",
                                      "1/13/2023",
                                      "29/2/2023",
                                      "28/8-2023",
                                      "28//8/2023",
                                      "28/8/202",
                                      "28/8/20233",
                                      "8/23",
                                      "28",
                                      "2023",
                                      "28/8/2023 10:00",
                                      "2023-08-28T00:00:00",
                                      "28/8/2023.",
                                      "ngày 8/2023",
                                      "ngày 28",
                                      "ngày … 8/2023",
                                      "tháng 13 năm 2023",
                                      "28 tháng tám năm 2023",
                                      "năm 2023",
                                      "28/VIII/2023",
                                      "+1/1/2023"})
    CHECK(outcome(readDate(text, context)) == "refuse value.not-a-date");
  for (const std::string_view text : {"28/8/1899", "28/8/2101", "0023-08-02", "tháng 8 năm 3000"})
    CHECK(outcome(readDate(text, context)) == "refuse value.year-out-of-range");
  for (const std::string_view text : {"10/8/2023", "10/8/2023 08/9/2023", "từ 10/8/2023 đến nay", "đến 10/8/2023",
                                      "28/12 - 05/1/2023", "1/1/2023 - 2/1/2023 - 3/1/2023", "10 - 15/8/2023"})
    CHECK(outcome(readDateRange(text, {})) == "refuse value.not-a-range");
}

TEST_CASE("a block of figures tells its marks by the texts that one convention alone can read", "[reading]") {
  CHECK(marksOfAll({"177,357", "1,234.50"}) == Marks::english);
  CHECK(marksOfAll({"1,234,567", "45.8", "-"}) == Marks::english);
  CHECK(marksOfAll({"177.357", "1.234,5 tỷ"}) == Marks::vietnamese);
  CHECK(marksOfAll({"177,357", "45,8"}) == Marks::vietnamese);
  CHECK(marksOfAll({"97,22 %", "100 %"}) == Marks::vietnamese);
  CHECK(marksOfAll({"1.234.567 đồng"}) == Marks::vietnamese);
  CHECK(marksOfAll({"(1,234.5)", "x", "0.5"}) == Marks::english);
  CHECK(marksOfAll({"45.8", "3.29"}) == Marks::english);
  CHECK(marksOfAll({"7158.1", "45123.75", "1.234"}) == Marks::english);
  CHECK(marksOfAll({"1.2345", "2.71828", "1.234"}) == Marks::english);
  const std::vector<BlockFigure> counts = {{"1,604", true}, {"57,460", true}},
                                 thousands = {{"1,000", true}, {"2,000", true}};
  CHECK(marksOf(counts) == Marks::english);
  CHECK(marksOf(thousands) == std::nullopt);
  // Nothing decides: one text has two meanings, a dot may be a typing error, or the texts contradict each other.
  CHECK(marksOfAll({"177,357", "12", ""}) == std::nullopt);
  CHECK(marksOfAll({"45.8", "1.234"}) == std::nullopt);
  CHECK(marksOfAll({"1.2345", "1.234", "5.678"}) == std::nullopt);
  CHECK(marksOfAll({"1,234,567"}) == std::nullopt);
  CHECK(marksOfAll({"1,234,567", "45,8", "1.234"}) == std::nullopt);
  CHECK(marksOfAll({"1,234,567", "12"}) == std::nullopt);
  CHECK(marksOfAll({"45.8", "45,8"}) == std::nullopt);
  CHECK(marksOfAll({"1,234.50", "1.234,50"}) == std::nullopt);
  CHECK(marksOfAll({}) == std::nullopt);
}

TEST_CASE("a heading names the unit of its amounts, and an amount in it does not", "[reading]") {
  for (const auto& [text, power] :
       std::vector<std::pair<std::string_view, std::optional<int>>>{{"Đơn vị tính: triệu đồng", 6},
                                                                    {"ĐVT: tỷ đồng", 9},
                                                                    {"ĐVT: Trđ", 6},
                                                                    {"đvt nghìn đồng", 3},
                                                                    {"Số tiền (đồng)", 0},
                                                                    {"triệu đồng", 6},
                                                                    {"Triệu", 6},
                                                                    {"tỷ", 9},
                                                                    {"đồng", 0},
                                                                    {"ĐVT: 1.000 đồng", 3},
                                                                    {"(1.000.000đ)", 6},
                                                                    {"ĐVT: 1.000.000 đồng", 6},
                                                                    {"Kế hoạch vốn triệu đồng", 6},
                                                                    {"ĐVT: %, triệu đồng", 6},
                                                                    {"Đơn vị: VNĐ", 0},
                                                                    {"Thực hiện (tr.đ)", 6},
                                                                    {"ĐVT:đồng", 0},
                                                                    {"nghìn tỷ đồng", 12},
                                                                    {"don vi tinh: trieu dong", 6},
                                                                    {"Giao 177 tỷ đồng", {}},
                                                                    {"Hội đồng nhân dân", {}},
                                                                    {"Tỷ lệ (%)", {}},
                                                                    {"Đồng Tháp", {}},
                                                                    {"hợp đồng", {}},
                                                                    {"", {}},
                                                                    {"ĐVT: USD", {}},
                                                                    {"triệu đồng (nghìn đồng)", {}},
                                                                    {"Hoạt động (người)", {}},
                                                                    {"Số tiền", {}},
                                                                    {"Trạm (tr)", 6}}) {
    INFO(text);
    CHECK(namedPower(text) == power);
  }
}

TEST_CASE("a total is told by its whole words", "[reading]") {
  for (const auto* text : {"Cộng", "CỘNG", "cộng:", "Tổng cộng", "TỔNG CỘNG", " Tổng số ", "Tổng số (I+II)", "Tổng",
                           "Tổng cộng nguồn vốn", "Cộng nhóm I", "Cộng (I)", "Toàn huyện", "tong cong", "Cong", "Total",
                           "To\u0302\u0309ng co\u0323\u0302ng", "Tổng\u00a0cộng"}) {
    INFO(text);
    CHECK(isTotalLabel(text));
  }
  for (const auto* text :
       {"Cống", "Cống số 3", "Công trình nước sạch", "Tổng công ty Điện lực", "tong cong ty dien luc", "Cộng Hòa",
        "Cộng đồng dân cư", "Toàn huyện Bình Giang", "Tổng đài 1022", "Tống", "", ":", "Cổng chào", "\xff"}) {
    INFO(text);
    CHECK_FALSE(isTotalLabel(text));
  }
}

TEST_CASE("a unit that multiplies is told from a name that begins alike", "[reading]") {
  for (const auto* size : {"nghìn hồ sơ", "Triệu đồng", "trđ", "tr.đ", "tỷ", "trăm người", "TRĂM TRIỆU", "trieu dong",
                           "1.000 người", "1000", "1.000.000 đồng", "vạn"}) {
    INFO(size);
    CHECK(reading::beginsWithSize(size));
  }
  for (const auto* name : {"Trạm Y tế", "Chức danh", "tỷ lệ", "Tỷ lệ %", "đồng", "hồ sơ", "người", "100", "10 xã",
                           "Tràm", "Vân Đồn", "", "."}) {
    INFO(name);
    CHECK_FALSE(reading::beginsWithSize(name));
  }
}
