#include "core/base/reading/date.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/reading/words.h"
#include "core/base/text.h"
#include "core/base/vietnamese.h"

namespace cchc::reading {
namespace {

constexpr int firstYear = 1900, lastYear = 2100;

// A date as it is written, in the order day, month, year. yearDigits: 0: no year is written.
struct Written {
  std::optional<int> day;  // 0: "ngày … tháng 8", where it is to be written by hand
  int month = 0, year = 0;
  std::size_t yearDigits = 0;
};

// Reads from the beginning of a text and removes what it has read.
class DateText {
 public:
  explicit DateText(std::string_view text) : text_(text) {}

  std::optional<Written> read() {
    Written written;
    const bool named = takeWords(text_, "ngày");
    if (named && takeEllipsis()) written.day = 0;
    if (takeWords(text_, "tháng")) {
      if (named && !written.day) return std::nullopt;
      return monthAndYear(written);
    }
    if (written.day) return std::nullopt;
    const auto first = number(2);
    if (!first || *first == 0) return std::nullopt;
    if (takeWords(text_, "tháng")) {
      written.day = first;
      return monthAndYear(written);
    }
    const auto mark = takeMark();
    const auto digits = digitsAhead();
    const auto second = number(4);
    if (mark == 0 || !second || digits == 3) return std::nullopt;
    if (digits == 4) {  // 8/2023
      if (named) return std::nullopt;
      written.month = *first, written.year = *second, written.yearDigits = digits;
      return atEnd(written);
    }
    written.day = first, written.month = *second;
    if (text_.empty()) return written;
    return takeMark() == mark ? year(written) : std::nullopt;
  }

 private:
  std::optional<Written> monthAndYear(Written written) {
    const auto month = number(2);
    if (!month) return std::nullopt;
    written.month = *month;
    if (text_.empty()) return written;
    return takeWords(text_, "năm") || takeMark() != 0 ? year(written) : std::nullopt;
  }
  std::optional<Written> year(Written written) {
    written.yearDigits = digitsAhead();
    const auto year = number(4);
    if (!year || (written.yearDigits != 2 && written.yearDigits != 4)) return std::nullopt;
    written.year = *year;
    return atEnd(written);
  }
  std::optional<Written> atEnd(const Written& written) const {
    return text_.empty() ? std::optional(written) : std::nullopt;
  }

  std::size_t digitsAhead() const {
    return static_cast<std::size_t>(std::find_if_not(text_.begin(), text_.end(), isDigit) - text_.begin());
  }
  std::optional<int> number(std::size_t most) {
    const auto count = digitsAhead();
    if (count == 0 || count > most) return std::nullopt;
    int value = 0;
    for (const char digit : text_.substr(0, count)) value = value * 10 + (digit - '0');
    text_.remove_prefix(count);
    skipSpace(text_);
    return value;
  }
  // The mark between two numbers; 0: none is there.
  char takeMark() {
    if (text_.empty() || std::string_view("/-.").find(text_.front()) == std::string_view::npos) return 0;
    const char mark = text_.front();
    text_.remove_prefix(1);
    skipSpace(text_);
    return mark;
  }
  // "…", "...", "....": the day is to be written by hand.
  bool takeEllipsis() {
    constexpr std::string_view sign = "…";
    const auto before = text_;
    while (text_.starts_with(sign)) text_.remove_prefix(sign.size());
    while (text_.starts_with('.')) text_.remove_prefix(1);
    const auto length = before.size() - text_.size();
    if (length < 2) text_ = before;
    skipSpace(text_);
    return length >= 2;
  }

  std::string_view text_;
};

// The years that end in these two digits and are nearest to the year of the period: two if both are 50 years away.
std::vector<int> yearsOf(int twoDigits, int near) {
  std::vector<int> years;
  for (int century = near / 100 - 1; century <= near / 100 + 1; ++century) {
    const int year = century * 100 + twoDigits;
    if (std::abs(year - near) <= 50) years.push_back(year);
  }
  return years;
}

// The dates that the text may mean, of any year; empty: it is none, or there is no such day.
std::vector<Date> datesOf(std::string_view text, int year) {
  std::vector<Date> dates;
  const auto add = [&](int day, int month, int ofYear) {
    const Date date{ofYear, month, day};
    if (date.valid()) dates.push_back(date);
  };
  if (const auto iso = Date::parse(text)) {
    add(iso->day, iso->month, iso->year);
    return dates;
  }
  const auto written = DateText(text).read();
  if (!written || (written->yearDigits < 4 && year == 0)) return dates;
  const auto years = written->yearDigits == 4   ? std::vector<int>{written->year}
                     : written->yearDigits == 2 ? yearsOf(written->year, year)
                                                : std::vector<int>{year};
  for (const int each : years) add(written->day.value_or(0), written->month, each);
  return dates;
}

Error refused(std::string_view code, std::string_view given) {
  return {std::string(code), {}, {{"given", shortened(trim(given))}}, ErrorKind::refusal};
}

// Adds the range if its parts are two dates that are certain. The first may lack its year: "10/8 - 08/9/2023".
void addRange(std::string_view first, std::string_view last, int year, std::vector<DateRange>& ranges) {
  const auto to = datesOf(trim(last), year);
  if (to.size() != 1) return;
  const auto written = DateText(trim(first)).read();
  const auto from = datesOf(trim(first), written && written->yearDigits == 0 ? to.front().year : year);
  if (from.size() != 1 || to.front() < from.front() || !hasPlausibleYear(from.front()) || !hasPlausibleYear(to.front()))
    return;
  const DateRange range{from.front(), to.front()};
  if (std::find(ranges.begin(), ranges.end(), range) == ranges.end()) ranges.push_back(range);
}

}  // namespace

bool hasPlausibleYear(const Date& date) { return date.year >= firstYear && date.year <= lastYear; }

Reading<Date> readDate(std::string_view text, const Context& context) {
  const auto line = prepared(text);
  if (!line) return line.error();
  auto dates = datesOf(*line, context.year);
  if (dates.empty()) return refused("value.not-a-date", text);
  std::erase_if(dates, [](const Date& date) { return !hasPlausibleYear(date); });
  if (dates.empty()) return refused("value.year-out-of-range", text);
  if (dates.size() == 1) return dates.front();
  Doubt<Date> doubt;
  for (const auto& date : dates) doubt.meanings.push_back({date, vietnamese::numericDate(date)});
  return doubt;
}

Reading<DateRange> readDateRange(std::string_view given, const Context& context) {
  const auto line = prepared(given);
  if (!line) return line.error();
  std::string_view text = *line;
  std::vector<DateRange> ranges;
  if (const auto iso = DateRange::parse(text)) addRange(iso->from.toText(), iso->to.toText(), 0, ranges);
  takeWords(text, "từ");
  for (std::size_t at = 1; at < text.size(); ++at) {
    auto rest = text.substr(at);
    constexpr std::array<std::string_view, 3> dashes = {"-", "–", "—"};
    const auto* const dash =
        std::find_if(dashes.begin(), dashes.end(), [&](std::string_view each) { return rest.starts_with(each); });
    if (dash != dashes.end()) {
      rest.remove_prefix(dash->size());
    } else if (text[at - 1] != ' ' || !(takeWords(rest, "đến hết") || takeWords(rest, "đến"))) {
      continue;
    }
    addRange(text.substr(0, at), rest, context.year, ranges);
  }
  if (ranges.size() != 1) return refused("value.not-a-range", given);
  return ranges.front();
}

}  // namespace cchc::reading
