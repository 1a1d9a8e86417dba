#include <catch2/catch.hpp>
#include <random>

#include "core/base/date.h"
#include "core/base/text.h"
#include "core/base/vietnamese.h"

using namespace cchc;

namespace {

std::string codeOf(const Result<std::string>& result) { return result ? "accepted" : result.error().code; }
std::string utf8(char32_t point) {
  std::string text;
  if (point < 0x80)
    text += static_cast<char>(point);
  else if (point < 0x800)
    text += {static_cast<char>(0xc0 | (point >> 6)), static_cast<char>(0x80 | (point & 0x3f))};
  else if (point < 0x10000)
    text += {static_cast<char>(0xe0 | (point >> 12)), static_cast<char>(0x80 | ((point >> 6) & 0x3f)),
             static_cast<char>(0x80 | (point & 0x3f))};
  else
    text += {static_cast<char>(0xf0 | (point >> 18)), static_cast<char>(0x80 | ((point >> 12) & 0x3f)),
             static_cast<char>(0x80 | ((point >> 6) & 0x3f)), static_cast<char>(0x80 | (point & 0x3f))};
  return text;
}

}  // namespace

TEST_CASE("decomposed Vietnamese is composed", "[text]") {
  CHECK(normaliseText("Tha\xCC\x81i Ho\xCC\x80"
                      "a")
            .value() == "Thái Hòa");
  CHECK(normaliseText("e\xCC\x82\xCC\xA3").value() == "ệ");
  CHECK(isNfc("Nghị quyết, Đề án"));
  CHECK_FALSE(isNfc("e\xCC\x82"));
}

TEST_CASE("control characters and bytes that are not UTF-8 are refused", "[text]") {
  for (const auto& bad : {std::string("a\x01"), std::string("a\0b", 3), std::string("\x7f"), std::string("\xC2\x85")})
    CHECK(codeOf(normaliseText(bad)) == "text.control-character");
  for (const auto* bad : {"\xff", "a\xC3", "\xED\xA0\x80", "\xC0\x80", "\xF4\x90\x80\x80"})
    CHECK(codeOf(normaliseText(bad)) == "text.not-utf8");
  CHECK(codeOf(normaliseLine("a\nb")) == "text.newline");
  CHECK(normaliseText("a\r\nb\rc\td").value() == "a\nb\nc\td");
}

TEST_CASE("normalising twice changes nothing, for random text of all of Unicode", "[text]") {
  std::mt19937 random(7);
  for (int i = 0; i < 2000; ++i) {
    std::string text;
    for (int n = 0; n < 20; ++n) {
      char32_t point = random() % 0x110000;
      if ((point >= 0xd800 && point < 0xe000) || point < 0x20) point = U'ễ';
      text += utf8(point);
    }
    const auto once = normaliseText(text);
    if (!once) continue;  // a control character or noncharacter
    REQUIRE(normaliseText(*once).value() == *once);
    REQUIRE(isNfc(*once));
  }
}

TEST_CASE("search folds case and marks, and đ to d", "[text]") {
  CHECK(foldForSearch("ĐỀ ÁN Vị trí") == "de an vi tri");
  CHECK(upperCase("huyện bình giang") == "HUYỆN BÌNH GIANG");
  CHECK(lowerFirst("Ủy ban") == "ủy ban");
  CHECK(lengthOf("Đề án") == 5);
}

TEST_CASE("figures are written as in a Vietnamese document", "[vietnamese]") {
  using namespace vietnamese;
  const auto d = [](const char* text) { return *Decimal::parse(text); };
  CHECK(number(d("1353135296")) == "1.353.135.296");
  CHECK(number(d("-1234.50")) == "-1.234,50");
  CHECK(percent(d("97.60")) == "97,6%");
  CHECK(money(d("387425000000")) == "387 tỷ 425 triệu đồng");
  CHECK(money(d("1000000000")) == "1 tỷ đồng");
  CHECK(money(d("900000000")) == "900 triệu đồng");
  CHECK(money(d("1353135296")) == "1.353.135.296 đồng");
  CHECK(money(d("0")) == "0 đồng");
  CHECK(padded(d("3")) == "03");
  CHECK(padded(d("16")) == "16");
  CHECK(padded(d("0")) == "0");
}

TEST_CASE("dates are written with the zeros that the rule asks for", "[vietnamese]") {
  CHECK(vietnamese::date({2023, 1, 5}) == "05/01/2023");
  CHECK(vietnamese::date({2023, 8, 28}) == "28/8/2023");
  CHECK(vietnamese::numericDate({2023, 8, 9}) == "09/08/2023");
  CHECK(vietnamese::numericDate({2023, 12, 29}) == "29/12/2023");
  CHECK(vietnamese::moment(*parseTime("2023-08-28T17:05:59Z")) == "00:05 29/08/2023");
  CHECK(vietnamese::longDate({2022, 12, 29}) == "ngày 29 tháng 12 năm 2022");
  CHECK(vietnamese::longDate({2023, 8, 0}) == "ngày … tháng 8 năm 2023");
  CHECK(Date::parse("2023-02-30") == std::nullopt);
  CHECK(Date::parse("2023-8-28") == std::nullopt);
  CHECK(daysBetween({2023, 1, 1}, {2023, 8, 28}) == 239);
}

TEST_CASE("points are lettered by the Vietnamese alphabet", "[vietnamese]") {
  CHECK(vietnamese::pointLetter(1) == "a");
  CHECK(vietnamese::pointLetter(5) == "đ");
  CHECK(vietnamese::pointLetter(7) == "g");
  CHECK(vietnamese::pointLetter(24) == "aa");
}
