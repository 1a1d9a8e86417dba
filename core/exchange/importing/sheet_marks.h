// The marks of the figures in a sheet.
#pragma once
#include <cstddef>
#include <functional>
#include <optional>
#include <span>

#include "core/base/reading/figure.h"
#include "core/definition/definition.h"
#include "core/exchange/sheets/cells.h"
#include "core/model/value.h"

namespace cchc {

// The convention on which the texts in these columns agree, from the row with that index on; nullopt: nothing decides.
std::optional<reading::Marks> marksOfSheet(const Sheet& sheet, std::size_t firstRow,
                                           std::span<const std::size_t> columns);
// The same where `isWhole` tells of a row and a column whether a whole number belongs there.
std::optional<reading::Marks> marksOfSheet(const Sheet& sheet, std::size_t firstRow,
                                           std::span<const std::size_t> columns,
                                           const std::function<bool(std::size_t, std::size_t)>& isWhole);

// Whether a figure, read as `value` by the Vietnamese marks, is another one by the English marks: "94,277 triệu". Asked
// where nothing on the sheet decides.
bool hasOtherMeaning(const FieldDefinition& field, const SheetCell& cell, const reading::Context& context,
                     const Value& value);

}  // namespace cchc
