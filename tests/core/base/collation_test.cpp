// The order of names in lists that people read.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "core/base/sorting/collation.h"

using namespace cchc;

namespace {

std::vector<std::string> sorted(std::vector<std::string> names) {
  std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return collationKey(a) < collationKey(b); });
  return names;
}
bool inThisOrder(const std::vector<std::string>& names) {
  auto reversed = names;
  std::reverse(reversed.begin(), reversed.end());
  return sorted(reversed) == names;
}

}  // namespace

TEST_CASE("names are in the order of the Vietnamese alphabet, then of the tones", "[base]") {
  CHECK(inThisOrder({"An Đức", "Ăn", "Ân Thi", "Ban", "Bàn", "Bán", "Bạn", "Cầu", "Dốc", "Dự án 2", "Dự án 10", "Dương",
                     "Đường", "U", "Ủy ban", "Ương"}));
  CHECK(inThisOrder({"ma", "mà", "mả", "mã", "má", "mạ"}));
  CHECK(inThisOrder({"em", "êm", "gà", "on", "ôn", "ơn", "un", "ưn"}));
}

TEST_CASE("names are compared syllable by syllable, without regard to case", "[base]") {
  CHECK(inThisOrder({"Ban Đỏ", "Bàn An", "bàn Bé", "Bàn Cờ"}));
  CHECK(inThisOrder({"xã An", "Xã An", "xã Bình"}));
  CHECK(inThisOrder({"xã", "xã An", "xãy"}));
  CHECK(inThisOrder({"Hòa Bình", "Hoà Chính"}));  // the mark may be on either letter
}

TEST_CASE("figures in names are compared as numbers", "[base]") {
  CHECK(inThisOrder({"Thôn 1", "Thôn 2", "Thôn 10", "Thôn 100", "Thôn Bé"}));
  CHECK(inThisOrder({"QL5", "QL18", "QL38B"}));
  CHECK(collationKey("Lô 007") == collationKey("Lô 7"));
}

TEST_CASE("composed and decomposed texts have the same place", "[base]") {
  CHECK(collationKey("Ương") == collationKey("U\u031bơng"));
  CHECK(collationKey("ế") == collationKey("e\u0302\u0301"));
}
