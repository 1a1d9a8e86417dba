// The time is injected, so that the same input gives the same bytes.
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/date.h"

namespace cchc {

using Time = std::chrono::sys_seconds;

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Time now() const = 0;
};
class SystemClock final : public Clock {
 public:
  Time now() const override;
};
// Always gives the same time, for the demonstration and for tests.
class FixedClock final : public Clock {
 public:
  explicit FixedClock(Time time) : time_(time) {}
  Time now() const override { return time_; }

 private:
  Time time_;
};

// What is a day by law (a deadline, "today", the name of a daily copy) is the day in Vietnam, whatever the time zone of
// the machine: UTC+7 for all times, without summer time.
inline constexpr std::chrono::hours vietnamOffset{7};
Date vietnamDay(Time time);
Time beginningInVietnam(const Date& day);  // of a date with a day

std::string timeText(Time time);  // "2023-08-28T09:14:00Z"
// nullopt: another form, no such time, or a year outside 1970 to 2261, which the system's clock cannot count.
std::optional<Time> parseTime(std::string_view text);

}  // namespace cchc
