// What the suite offers to a plugin: its log, its messages, comparing of texts, and exact numbers. Every function may
// be called on any thread, and not before the registration has begun.
#pragma once
#include <atomic>
#include <compare>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "cchc/values.hpp"

namespace cchc::plugin {

namespace detail {
#if defined(__GNUC__) && !defined(_WIN32)
#define CCHC_PLUGIN_OWN __attribute__((visibility("hidden")))
#else
#define CCHC_PLUGIN_OWN
#endif
// Hidden: two plugins in one process must not share it, since each has its own messages. Atomic: a plugin may be
// registered a second time while its checks run. All tables of one program have the same functions.
CCHC_PLUGIN_OWN inline std::atomic<const cchc_host*> currentHost = nullptr;
}  // namespace detail

// Called by CCHC_PLUGIN; a test of a plugin's parts calls it with a table of its own.
inline void useHost(const cchc_host* host) { detail::currentHost = host; }
inline const cchc_host& host() {
  const auto* host = detail::currentHost.load();
  if (host == nullptr) throw std::logic_error("the host is used before the registration");
  return *host;
}

enum class LogLevel : std::int32_t { information, warning, error };
inline void log(LogLevel level, std::string_view message) {
  host().log(host().self, static_cast<std::int32_t>(level), view(message));
}

inline constexpr std::string_view vi = "vi", en = "en";
// The text of a code in the plugin's messages.tsv with its placeholders filled; nullopt: there is no such code.
inline std::optional<std::string> message(std::string_view code, const Arguments& arguments = {},
                                          std::string_view language = vi) {
  const auto given = detail::raw(arguments);
  Text out{};
  if (host().message(host().self, view(code), view(language), given.data(), given.size(), &out) == 0)
    return std::nullopt;
  return std::string(text(out));
}

namespace detail {
using TextFunction = int32_t (*)(void*, cchc_text, cchc_text*);
inline std::optional<std::string> changed(TextFunction function, std::string_view given) {
  Text out{};
  if (function(host().self, view(given), &out) == 0) return std::nullopt;
  return std::string(text(out));
}
}  // namespace detail

// For comparing words: lower case without diacritics, đ as d, each run of spaces as one, none at the ends. "" for a
// text that is not UTF-8.
inline std::string fold(std::string_view given) { return detail::changed(host().fold, given).value_or(""); }
// NFC with spaces trimmed and each line end as a newline; nullopt: the text is not UTF-8, or has control characters.
inline std::optional<std::string> normalise(std::string_view given) { return detail::changed(host().normalise, given); }
// A key for comparing names of bodies: "UBND huyện" and "Ủy ban nhân dân huyện" have the same.
inline std::string bodyKey(std::string_view name) { return detail::changed(host().body_key, name).value_or(""); }
// With its first letter in lower case.
inline std::string lowerFirst(std::string_view given) {
  return detail::changed(host().lower_first, given).value_or(std::string(given));
}
// Whether the first cell of a row says that the row is a total: "Cộng", "Tổng cộng", and not "Cống".
inline bool isTotalLabel(std::string_view given) { return host().is_total_label(host().self, view(given)) != 0; }

// An exact decimal number. Adding, subtracting, multiplying and dividing can leave the range, so they are functions
// with an optional result and not operators.
class Decimal {
 public:
  Decimal() = default;
  Decimal(std::int64_t whole) : number_{whole < 0 ? -1 : 0, static_cast<std::uint64_t>(whole), 0, 0} {}
  // `number`: as the host gave it.
  explicit Decimal(const Number& number) : number_(number) {}
  // Reads canonical text (-?digits(.digits)?); nullopt: other text.
  static std::optional<Decimal> parse(std::string_view given) {
    Number out{};
    if (host().number_from_text(host().self, view(given), &out) == 0) return std::nullopt;
    return Decimal(out);
  }
  const Number& raw() const { return number_; }
  std::string toText() const { return shownBy(host().number_to_text); }  // canonical: "1234.50"
  std::string shown() const { return shownBy(host().number_shown); }     // as printed: "1.234,50"
  bool isNegative() const { return number_.high < 0; }
  bool isZero() const { return number_.high == 0 && number_.low == 0; }
  bool isWhole() const {
    const auto whole = rounded(0);
    return whole && *whole == *this;
  }
  // Half away from zero; nullopt: `decimals` is not 0..18.
  std::optional<Decimal> rounded(int decimals) const { return calculate(*this, Decimal(1), decimals); }

  friend std::optional<Decimal> add(const Decimal& a, const Decimal& b) { return calculate(host().add, a, b); }
  friend std::optional<Decimal> subtract(const Decimal& a, const Decimal& b) {
    return calculate(host().subtract, a, b);
  }
  friend std::optional<Decimal> multiply(const Decimal& a, const Decimal& b) {
    return calculate(host().multiply, a, b);
  }
  // Rounded half away from zero; nullopt: b is zero, or the result is out of range.
  friend std::optional<Decimal> divide(const Decimal& a, const Decimal& b, int decimals) {
    return calculate(a, b, decimals);
  }
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) { return compare(a, b) <=> 0; }
  friend bool operator==(const Decimal& a, const Decimal& b) { return compare(a, b) == 0; }

 private:
  using Function = int32_t (*)(void*, const cchc_number*, const cchc_number*, cchc_number*);
  using TextOf = int32_t (*)(void*, const cchc_number*, cchc_text*);
  static std::optional<Decimal> calculate(Function function, const Decimal& a, const Decimal& b) {
    Number out{};
    if (function(host().self, &a.number_, &b.number_, &out) == 0) return std::nullopt;
    return Decimal(out);
  }
  static std::optional<Decimal> calculate(const Decimal& a, const Decimal& b, int decimals) {
    Number out{};
    if (host().divide(host().self, &a.number_, &b.number_, decimals, &out) == 0) return std::nullopt;
    return Decimal(out);
  }
  static std::int32_t compare(const Decimal& a, const Decimal& b) {
    std::int32_t out = 0;
    if (host().compare(host().self, &a.number_, &b.number_, &out) == 0)
      throw std::logic_error("a number that is out of range");
    return out;
  }
  std::string shownBy(TextOf function) const {
    Text out{};
    if (function(host().self, &number_, &out) == 0) throw std::logic_error("a number that is out of range");
    return std::string(text(out));
  }
  Number number_{};
};

inline std::optional<Decimal> magnitude(const Decimal& value) {
  return value.isNegative() ? subtract(Decimal(0), value) : std::optional(value);
}
// Without trailing zeros: "97,2" for 97.20.
inline std::string shortened(const Decimal& value) {
  auto shown = value.shown();
  if (shown.find(',') == std::string::npos) return shown;
  while (shown.back() == '0') shown.pop_back();
  if (shown.back() == ',') shown.pop_back();
  return shown;
}
inline std::string percentShown(const Decimal& value) { return shortened(value) + "%"; }
// "177 tỷ 357 triệu đồng"
inline std::string moneyShown(const Decimal& dong) {
  Text out{};
  return host().money_shown(host().self, &dong.raw(), &out) == 0 ? dong.shown() : std::string(text(out));
}
// "28/8/2023", "tháng 8/2023"; "…" for no date.
inline std::string dateShown(const CalendarDate& date) {
  Text out{};
  return host().date_shown(host().self, raw(date), &out) == 0 ? "…" : std::string(text(out));
}

}  // namespace cchc::plugin
