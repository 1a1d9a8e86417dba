// What reading a text gives. A reader consumes all of the text, or says that the text has several meanings, or refuses
// it; it never drops a part, and never guesses. core, the window and plugins use these readers alone.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/result.h"

namespace cchc::reading {

// How a block of figures separates thousands and decimals: 1.234,5 or 1,234.5.
enum class Marks : unsigned char { vietnamese, english };

// What is known about the text besides itself.
struct Context {
  Marks marks = Marks::vietnamese;
  int power = 0;               // of money without a named unit: it is in 10^power đồng (0, 3, 6 or 9)
  int year = 0;                // of the reporting period; 0: not known. It completes a date without century or year.
  std::string_view unit = {};  // of the field: it may follow the figure, "16 lớp"
};

template <class T>
struct Meaning {
  T value;
  std::string text;  // how it must be written to mean this alone: "45,8"
};
// Two or more meanings, the likeliest first.
template <class T>
struct Doubt {
  std::vector<Meaning<T>> meanings;
};

// An Error has no place. Its code is named by the reader.
template <class T>
using Reading = std::variant<T, Doubt<T>, Error>;

// The same reading with each value as `valueOf` makes it.
template <class T, class ValueOf>
auto map(Reading<T> reading, const ValueOf& valueOf) -> Reading<decltype(valueOf(std::declval<const T&>()))> {
  using Other = decltype(valueOf(std::declval<const T&>()));
  if (const auto* value = std::get_if<T>(&reading)) return valueOf(*value);
  if (auto* error = std::get_if<Error>(&reading)) return std::move(*error);
  Doubt<Other> doubt;
  for (auto& meaning : std::get<Doubt<T>>(reading).meanings)
    doubt.meanings.push_back({valueOf(meaning.value), std::move(meaning.text)});
  return doubt;
}

// The value, or an error: a doubt becomes value.ambiguous, which names the text and all its meanings ({given},
// {meanings}).
template <class T>
Result<T> onlyMeaning(Reading<T> reading, std::string_view given) {
  if (auto* value = std::get_if<T>(&reading)) return std::move(*value);
  if (auto* error = std::get_if<Error>(&reading)) return fail(std::move(*error));
  std::string all;
  for (const auto& meaning : std::get<Doubt<T>>(reading).meanings) all += (all.empty() ? "" : "; ") + meaning.text;
  return fail("value.ambiguous", {}, {{"given", std::string(given)}, {"meanings", std::move(all)}});
}

}  // namespace cchc::reading
