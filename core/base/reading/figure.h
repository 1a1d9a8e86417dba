// Reads a figure as clerks, letters and spreadsheets write it.
#pragma once
#include <optional>
#include <span>
#include <string_view>

#include "core/base/decimal.h"
#include "core/base/reading/qualifier.h"
#include "core/base/reading/reading.h"

namespace cchc::reading {

// What the figure is of. whole: no decimals other than zeros. percent: "%" may follow, and a dot is never taken for a
// mark of thousands without asking.
enum class Quantity : unsigned char { whole, number, percent };

struct Figure {
  std::optional<Decimal> number;  // nullopt: a dash or nothing, which is blank and not zero
  Qualifier qualifier = Qualifier::exact;
  bool percentSign = false;
  bool sizeNamed = false;  // a word of size follows the digits: "1,67 triệu"
  bool operator==(const Figure&) const = default;
};

// Takes a sign ("-5", U+2212, "(1.234)"), marks by context.marks, spaces of any kind as marks of thousands if they
// separate exact groups of three, a word of quantity before it in any case ("Ước 177.357"), "%" with
// Quantity::percent, decimals that are zeros with Quantity::whole, words of size ("1,67 triệu") and context.unit after
// it. A doubt is about a mark that can separate thousands or decimals ("45.8"), or about a dash that is apart from its
// figure ("- 5").
// Errors:
//   value.not-a-number       the text is not a figure, or a part of it is not
//   value.not-whole          it has decimals, with Quantity::whole
//   value.not-whole-comma    the same, but its mark of decimals may be another program's mark of thousands ("177,357")
//   text.not-utf8, text.control-character
Reading<Figure> readFigure(std::string_view text, Quantity quantity, const Context& context);

// The marks that a block of figures has been written with, units and words of quantity apart. A text with several marks
// that only one convention can read decides ("1.234,5", "1,234,567"). A single mark may be a typing error ("45.8"), so
// it decides for the Vietnamese convention alone ("45,8"), if nothing speaks against it. For the English one, which is
// not usual here, a second figure must have marks, and none may speak for the other; single marks decide for it if the
// Vietnamese one reads none of them, or cannot read two at all ("45.8123"). nullopt: nothing decides.
std::optional<Marks> marksOf(std::span<const std::string_view> block);
// The same of figures of which some are whole numbers: "1,234" of a count is no number in the Vietnamese convention.
struct BlockFigure {
  std::string_view text;
  bool whole = false;
};
std::optional<Marks> marksOf(std::span<const BlockFigure> block);

}  // namespace cchc::reading
