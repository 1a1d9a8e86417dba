#include "core/app/upkeep/clock_check.h"

#include <algorithm>
#include <chrono>

#include "core/base/store_address.h"
#include "core/base/vietnamese.h"
#include "core/store/copies.h"

namespace cchc {
namespace {

constexpr std::chrono::hours tolerance{1};
constexpr int longestPause = 366;  // days; a report is made every few months

// The day of the latest copy, by its name: it says what the clock said.
std::optional<Date> lastCopyDay(const std::string& store) {
  std::optional<Date> last;
  for (const auto& copy : dailyCopies(store)) last = std::max(last, Date::parse(copy.stem().string()));
  return last;
}

}  // namespace

std::optional<Error> clockFault(Suite& suite) {
  const auto& store = suite.options.store;
  const auto last = suite.store.lastEntryAt();
  if (!last || !*last) return std::nullopt;
  const auto now = suite.now();
  const auto fault = [&](const char* code) {
    return Error{code, store, {{"now", vietnamese::moment(now)}, {"last", vietnamese::moment(**last)}}};
  };
  if (now + tolerance < **last) return fault("clock.behind");
  const auto today = vietnamDay(now);
  if (daysBetween(vietnamDay(**last), today).value_or(0) <= longestPause) return std::nullopt;
  // Without a copy the store was never opened by this program before: it comes from elsewhere.
  const auto copied = lastCopyDay(store);
  if (!copied || daysBetween(*copied, today).value_or(0) <= longestPause) return std::nullopt;
  return fault("clock.ahead");
}

}  // namespace cchc
