// The digits of a number and the marks between them. Private to base/reading.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/decimal.h"
#include "core/base/reading/reading.h"

namespace cchc::reading {

// The digits, marks and single spaces at the beginning of the text, up to the last digit: "387.425" of "387.425 trđ".
std::string_view numberAt(std::string_view text);

// The meanings of such digits: none, one, or two if the mark of thousands is where the other convention has decimals
// ("45.8"), the reading with decimals first. `alwaysAsk`: "97.264" has two meanings as well, for rates.
std::vector<Meaning<Decimal>> readNumber(std::string_view digits, Marks marks, bool alwaysAsk);

// The whole number that the other convention reads in the same digits: "177357" for "177,357". nullopt: none.
std::optional<std::string> otherWhole(std::string_view digits, Marks marks);

}  // namespace cchc::reading
