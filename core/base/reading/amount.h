// The grammar that figures and money share: a word of quantity, a sign, numbers with words of size. Private to
// base/reading.
#pragma once
#include <optional>
#include <string_view>

#include "core/base/decimal.h"
#include "core/base/reading/qualifier.h"
#include "core/base/reading/reading.h"

namespace cchc::reading {

enum class AmountKind : unsigned char { whole, number, percent, money };

struct Amount {
  std::optional<Decimal> number;  // of money: in đồng
  Qualifier qualifier = Qualifier::exact;
  bool percentSign = false;
  bool unitNamed = false;  // a word of size or đồng is named
};

// Errors: those of readFigure (figure.h) and readMoney (money.h).
Reading<Amount> readAmount(std::string_view text, AmountKind kind, const Context& context);

}  // namespace cchc::reading
