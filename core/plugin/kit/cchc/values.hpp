// The values that cross between the suite and a plugin, in C++. They are the structures of plugin.h with names of their
// own; a string_view in them is valid as long as plugin.h says of its cchc_text.
#pragma once
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cchc/plugin.h"

namespace cchc::plugin {

using Text = cchc_text;
using Number = cchc_number;

inline Text view(std::string_view text) { return {text.data(), text.size()}; }
inline std::string_view text(const Text& view) {
  return view.data == nullptr ? std::string_view() : std::string_view(view.data, static_cast<std::size_t>(view.size));
}

enum class Qualifier : std::int32_t { exact, over, under, about, estimated, planned };
enum class DenominatorState : std::int32_t { unspecified, unknown, noneArose };
enum class NumberState : std::int32_t { known, missing, notCited };
enum class DocumentRole : std::int32_t { unspecified, basis, issued, received };
enum class Severity : std::int32_t { information, warning, error };
enum class PeriodSpan : std::int32_t { cumulative, inThePeriod };

struct CalendarDate {
  std::int32_t year = 0;  // 0: no date
  std::int32_t month = 0;
  std::int32_t day = 0;                                   // 0: only the month is known
  auto operator<=>(const CalendarDate&) const = default;  // a month without a day comes before the days of that month
  bool known() const { return year != 0; }
};
inline CalendarDate dateOf(const cchc_date& date) { return {date.year, date.month, date.day}; }
inline cchc_date raw(const CalendarDate& date) { return {date.year, date.month, date.day}; }

// The address of a value: field("revenue.actual"), or cell("documents", 0, "document") with rows from 0.
struct Place {
  std::string_view field, table;
  std::size_t row = 0;
};
inline Place field(std::string_view id) { return {id, {}, 0}; }
inline Place cell(std::string_view table, std::size_t row, std::string_view column) { return {column, table, row}; }

inline cchc_place raw(const Place& place) {
  return {static_cast<std::uint32_t>(sizeof(cchc_place)), 0, view(place.field), view(place.table), place.row};
}
inline Place placeOf(const cchc_place& place) {
  return {text(place.field), text(place.table), static_cast<std::size_t>(place.row)};
}

// A reference to a document. As a value to read it holds views of the section.
struct Document {
  std::string_view type, number, year, issuerCode, issuer, title, implements;
  std::string_view symbol;  // as it was written: "04/KH-UBND"
  CalendarDate date;
  std::int32_t forYear = 0;  // 0: none
  DocumentRole role = DocumentRole::unspecified;
  NumberState numberState = NumberState::known;
};
inline cchc_document raw(const Document& document) {
  cchc_document out{};
  out.size = static_cast<std::uint32_t>(sizeof out);
  out.role = static_cast<std::int32_t>(document.role);
  out.number_state = static_cast<std::int32_t>(document.numberState);
  out.for_year = document.forYear;
  out.date = raw(document.date);
  out.type = view(document.type);
  out.number = view(document.number);
  out.year = view(document.year);
  out.issuer_code = view(document.issuerCode);
  out.issuer = view(document.issuer);
  out.title = view(document.title);
  out.implements = view(document.implements);
  out.symbol = view(document.symbol);
  return out;
}
inline Document documentOf(const cchc_document& document) {
  return {text(document.type),
          text(document.number),
          text(document.year),
          text(document.issuer_code),
          text(document.issuer),
          text(document.title),
          text(document.implements),
          text(document.symbol),
          dateOf(document.date),
          document.for_year,
          static_cast<DocumentRole>(document.role),
          static_cast<NumberState>(document.number_state)};
}

// Fills the placeholders of a text: {{"given", "12 15"}, {"line", "7"}}.
using Arguments = std::vector<std::pair<std::string, std::string>>;

namespace detail {
// Views of the arguments, which must outlive them.
inline std::vector<cchc_argument> raw(const Arguments& arguments) {
  std::vector<cchc_argument> out;
  out.reserve(arguments.size());
  for (const auto& [name, value] : arguments) out.push_back({view(name), view(value)});
  return out;
}
}  // namespace detail

}  // namespace cchc::plugin
