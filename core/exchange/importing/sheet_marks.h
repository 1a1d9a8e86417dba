// The marks of the figures in a sheet.
#pragma once
#include <cstddef>
#include <optional>
#include <span>

#include "core/base/reading/figure.h"
#include "core/exchange/sheets/cells.h"

namespace cchc {

// The convention on which the texts in these columns agree, from the row with that index on; nullopt: nothing decides.
std::optional<reading::Marks> marksOfSheet(const Sheet& sheet, std::size_t firstRow,
                                           std::span<const std::size_t> columns);

}  // namespace cchc
