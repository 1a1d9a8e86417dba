// Finds dates in running text.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "core/base/date.h"

namespace cchc::justice {

inline bool isDigit(char c) { return c >= '0' && c <= '9'; }

struct DateText {
  std::size_t begin = 0, end = 0;  // from the word "ngày"
  std::string written;
  std::optional<Date> date;  // nullopt: there is no such day
};
// The first date ("ngày 10/01/2023", "ngày 08 tháng 6 năm 2010") in text[from, to).
std::optional<DateText> nextDate(std::string_view text, std::size_t from, std::size_t to);

}  // namespace cchc::justice
