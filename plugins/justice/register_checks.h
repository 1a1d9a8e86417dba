// Checks of the register of documents (table `documents` of justice.institutional) that need only its rows.
#pragma once
#include <cchc/plugin.hpp>
#include <string>
#include <vector>

namespace cchc::justice {

// A legal document whose number lacks the year: the number of a legal document contains it, "01/2023/QĐ-UBND" (Nghị
// định 30/2020/NĐ-CP and the law on legal documents).
struct NumberWithoutYear {
  std::size_t row;
  std::string symbol;
  int year;  // of its date; 0: none
};
std::vector<NumberWithoutYear> numbersWithoutYear(const plugin::SectionReader& section);

// One number of one series on two rows: the document would be counted twice.
struct RepeatedNumber {
  std::size_t first, later;  // rows, from 0
  std::string symbol;
};
std::vector<RepeatedNumber> repeatedNumbers(const plugin::SectionReader& section);

void checkLegalDocumentNumbers(plugin::CheckContext& context);  // justice.number-without-year
void checkRepeatedNumbers(plugin::CheckContext& context);       // justice.repeated-number

}  // namespace cchc::justice
