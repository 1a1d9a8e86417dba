// The suite's readers of figures, money, dates and references to documents, for plugins. A reader consumes all of the
// text, or names its meanings, or refuses it; plugins have no readers of their own.
#pragma once
#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cchc/host.hpp"

namespace cchc::plugin {

enum class Marks : std::int32_t { vietnamese, english };  // 1.234,5 or 1,234.5
enum class Quantity : std::int32_t { whole, number, percent };

// What is known about a text besides itself.
struct ReadingContext {
  Marks marks = Marks::vietnamese;
  int moneyPower = 0;          // money whose unit is not named is in 10^n đồng
  std::int32_t year = 0;       // of the period; completes a date without century or year
  std::string_view unit = {};  // of a figure, which it may be followed by: "người" takes "48 người"
};

template <class T>
struct Reading {
  enum class Outcome : std::int32_t { refused, value, doubt, blank } outcome = Outcome::refused;
  T value{};                               // with Outcome::value
  Qualifier qualifier = Qualifier::exact;  // of figures and money
  std::string meanings;                    // with Outcome::doubt: how the meanings must be written

  explicit operator bool() const { return outcome == Outcome::value; }
  bool blank() const { return outcome == Outcome::blank; }
};

namespace detail {
inline cchc_reading_context raw(const ReadingContext& context) {
  return {static_cast<std::uint32_t>(sizeof(cchc_reading_context)), static_cast<std::int32_t>(context.marks),
          context.moneyPower, context.year, view(context.unit)};
}
// `call` gets the context and the place for the meanings, and answers CCHC_READ_….
template <class T, class Call>
void read(Reading<T>& out, const ReadingContext& context, const Call& call) {
  const auto given = raw(context);
  Text meanings{};
  out.outcome = static_cast<typename Reading<T>::Outcome>(call(&given, &meanings));
  if (out.outcome == Reading<T>::Outcome::doubt) out.meanings = text(meanings);
}
}  // namespace detail

inline Reading<Decimal> readFigure(std::string_view given, Quantity quantity, const ReadingContext& context = {}) {
  Reading<Decimal> out;
  Number number{};
  std::int32_t qualifier = 0;
  detail::read(out, context, [&](const auto* with, auto* meanings) {
    return host().read_figure(host().self, view(given), static_cast<std::int32_t>(quantity), with, &number, &qualifier,
                              meanings);
  });
  out.value = Decimal(number);
  out.qualifier = static_cast<Qualifier>(qualifier);
  return out;
}

// The value is in whole đồng.
inline Reading<Decimal> readMoney(std::string_view given, const ReadingContext& context = {}) {
  Reading<Decimal> out;
  Number number{};
  std::int32_t qualifier = 0;
  detail::read(out, context, [&](const auto* with, auto* meanings) {
    return host().read_money(host().self, view(given), with, &number, &qualifier, meanings);
  });
  out.value = Decimal(number);
  out.qualifier = static_cast<Qualifier>(qualifier);
  return out;
}

inline Reading<CalendarDate> readDate(std::string_view given, const ReadingContext& context = {}) {
  Reading<CalendarDate> out;
  cchc_date date{};
  detail::read(out, context, [&](const auto* with, auto* meanings) {
    return host().read_date(host().self, view(given), with, &date, meanings);
  });
  out.value = dateOf(date);
  return out;
}

// The power of ten of đồng that a heading names: 6 for "ĐVT: triệu đồng"; nullopt: it names none.
inline std::optional<int> moneyPower(std::string_view heading) {
  std::int32_t out = 0;
  return host().money_power(host().self, view(heading), &out) == 0 ? std::nullopt : std::optional<int>(out);
}

// The marks that a block of figures agrees on; nullopt: nothing in it decides, or it contradicts itself.
inline std::optional<Marks> marksOf(const std::vector<std::string_view>& block) {
  std::vector<Text> texts;
  texts.reserve(block.size());
  for (const auto one : block) texts.push_back(view(one));
  std::int32_t out = 0;
  if (host().marks_of(host().self, texts.data(), texts.size(), &out) == 0) return std::nullopt;
  return static_cast<Marks>(out);
}

// Calls `found` for each reference in running text, in order, with its first byte, the byte behind its last, and the
// document, whose views are valid until `found` returns; the document is null where something looks like a reference
// and cannot be read. An exception of `found` ends the search and is thrown on.
template <class Found>
void findCitations(std::string_view given, const ReadingContext& context, Found&& found) {
  struct Run {
    Found& found;
    std::exception_ptr failed;
  } run{found, nullptr};
  const auto with = detail::raw(context);
  host().find_citations(host().self, view(given), &with, &run,
                        [](void* self, std::uint64_t begin, std::uint64_t end, const cchc_document* document) {
                          auto& to = *static_cast<Run*>(self);
                          if (to.failed) return;
                          try {
                            const auto cited = document == nullptr ? Document() : documentOf(*document);
                            to.found(static_cast<std::size_t>(begin), static_cast<std::size_t>(end),
                                     document == nullptr ? nullptr : &cited);
                          } catch (...) {
                            to.failed = std::current_exception();
                          }
                        });
  if (run.failed) std::rethrow_exception(run.failed);
}

}  // namespace cchc::plugin
