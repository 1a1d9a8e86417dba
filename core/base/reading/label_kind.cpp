#include "core/base/reading/label_kind.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/base/reading/total_label.h"
#include "core/base/reading/words.h"
#include "core/base/text.h"

namespace cchc::reading {
namespace {

constexpr std::array<std::string_view, 2> partBeginnings = {"trong đó", "of which"};
constexpr std::array<std::string_view, 4> unitLabels = {"đơn vị tính", "đvt", "đ.v.t", "unit"};
constexpr std::array<std::string_view, 9> aheadWords = {"hạn", "hẹn",          "dự kiến",    "kế hoạch", "hiệu lực",
                                                        "sẽ",  "thực hiện từ", "trước ngày", "phấn đấu"};
constexpr std::array<std::string_view, 16> measures = {"mm", "cm",    "m",  "km", "m2", "m²", "km2", "km²",
                                                       "ha", "hécta", "m3", "m³", "kg", "tạ", "tấn", "lít"};

bool isAmong(std::string_view text, const auto& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return areWords(text, word); });
}

constexpr std::array<std::string_view, 5> changeWords = {"tăng", "giảm", "chênh lệch", "biến động", "thay đổi"};

// Marks between words are passed over: "Tăng, giảm".
bool contains(std::string_view label, std::string_view words) {
  std::string text(label);
  std::replace_if(
      text.begin(), text.end(), [](char c) { return std::string_view(",;:/()").find(c) != std::string_view::npos; },
      ' ');
  std::string_view left = text;
  for (skipSpace(left); !left.empty(); takeWord(left)) {
    auto rest = left;
    if (takeWords(rest, words)) return true;
  }
  return false;
}

}  // namespace

bool isPartLabel(std::string_view label) {
  skipSpace(label);
  while (!label.empty() && (label.front() == '-' || label.front() == '+' || label.front() == '*')) {
    label.remove_prefix(1);
    skipSpace(label);
  }
  return std::any_of(partBeginnings.begin(), partBeginnings.end(), [&](std::string_view words) {
    // A colon or comma would belong to the last word.
    auto rest = label.substr(0, label.find_first_of(":,"));
    return takeWords(rest, words);
  });
}

bool isBareTotalLabel(std::string_view label) {
  // Tables have thousands of rows, and two bytes tell most labels from "Cộng", "Tổng" and "Total".
  const auto isAny = [](char c, std::string_view all) {
    return static_cast<unsigned char>(c) >= 0x80 || all.find(c) != std::string_view::npos;
  };
  const auto text = trim(label);
  if (text.size() < 4 || !isAny(text[0], "cCtT") || !isAny(text[1], "oO") || !isTotalLabel(label)) return false;
  auto words = trim(label.substr(0, label.find_first_of("(:")));
  takeWord(words);
  takeWord(words);
  return words.empty();
}

bool isUnitLabel(std::string_view label) { return isAmong(trim(label), unitLabels); }

bool isAheadLabel(std::string_view label) {
  return std::any_of(aheadWords.begin(), aheadWords.end(),
                     [&](std::string_view words) { return contains(label, words); });
}

bool isChangeLabel(std::string_view label) {
  return std::any_of(changeWords.begin(), changeWords.end(),
                     [&](std::string_view words) { return contains(label, words); });
}

std::string_view unitInLabel(std::string_view label) {
  label = trim(label);
  const auto open = label.rfind('(');
  if (open == std::string_view::npos || open == 0 || label.back() != ')') return {};
  return trim(label.substr(open + 1, label.size() - open - 2));
}

bool isUnitOfMeasure(std::string_view unit) { return isAmong(trim(unit), measures); }

}  // namespace cchc::reading
