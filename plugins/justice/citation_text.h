// Finds the citations of documents in running text: "Kế hoạch số 04/KH-UBND ngày 10/01/2023 về …; Quyết định số
// 01/2023/QĐ-UBND ngày …".
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"

namespace cchc::justice {

struct Citation {
  std::size_t line = 1;  // of the text, from 1
  std::string type;      // "KH"; "CV" if the symbol has no type code
  std::string number, year, issuerCode;
  std::string symbol;  // as written
  std::optional<Date> date;
  std::string wrongDate;  // as written, if there is no such day
  std::string issuer, title;
  int forYear = 0;  // of a plan with "năm 2023" in its title; 0: none
};

// In the order of the text. Each citation has a symbol ("67/UBND-TCKH", "891/TB-KV VI", "18-NQ/TW"); a mention without
// one is skipped. The date follows the symbol, or precedes it in the same sentence ("Ngày 15/3/2023, … Kế hoạch số
// 14/KH-HĐPH").
std::vector<Citation> citationsIn(std::string_view text);

}  // namespace cchc::justice
