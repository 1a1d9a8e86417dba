#include "core/base/clock.h"

#include <fmt/format.h>

namespace cchc {

Time SystemClock::now() const { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }

Date vietnamDay(Time time) { return dateOf(std::chrono::floor<std::chrono::days>(time + vietnamOffset)); }

Time beginningInVietnam(const Date& day) {
  const std::chrono::sys_days utc = std::chrono::year(day.year) / day.month / day.day;
  return utc - vietnamOffset;
}

std::string timeText(Time time) {
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::hh_mm_ss clock(time - day);
  return dateOf(day).toText() +
         fmt::format("T{:02}:{:02}:{:02}Z", clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

std::optional<Time> parseTime(std::string_view text) {
  if (text.size() != 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != 'Z')
    return std::nullopt;
  const auto date = Date::parse(text.substr(0, 10));
  const auto two = [&](std::size_t at) {
    const int tens = text[at] - '0', ones = text[at + 1] - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? 99 : tens * 10 + ones;
  };
  const int hour = two(11), minute = two(14), second = two(17);
  // The system's clock counts nanoseconds, which overflow in 2262.
  constexpr int first = 1970, last = 2261;
  if (!date || date->year < first || date->year > last || hour > 23 || minute > 59 || second > 59) return std::nullopt;
  const std::chrono::sys_days day = std::chrono::year(date->year) / date->month / date->day;
  return day + std::chrono::hours(hour) + std::chrono::minutes(minute) + std::chrono::seconds(second);
}

}  // namespace cchc
