#include "core/base/clock.h"

#include <catch2/catch.hpp>

TEST_CASE("a time is written and read as the same, and one that the clock cannot count is no time", "[clock]") {
  CHECK(cchc::timeText(cchc::parseTime("2023-08-28T09:14:00Z").value()) == "2023-08-28T09:14:00Z");
  CHECK(cchc::timeText(cchc::parseTime("2261-12-31T23:59:59Z").value()) == "2261-12-31T23:59:59Z");
  for (const auto* text :
       {"2262-01-01T00:00:00Z", "8827-05-05T18:26:54Z", "1969-12-31T23:59:59Z", "0001-01-01T00:00:00Z"})
    CHECK_FALSE(cchc::parseTime(text));
}

TEST_CASE("a day begins at midnight in Vietnam, whatever the day is in UTC", "[clock]") {
  const auto day = [](const char* time) { return cchc::vietnamDay(*cchc::parseTime(time)).toText(); };
  CHECK(day("2023-08-27T16:59:59Z") == "2023-08-27");
  CHECK(day("2023-08-27T17:00:00Z") == "2023-08-28");
  CHECK(day("2023-08-28T16:59:59Z") == "2023-08-28");
  CHECK(day("2023-12-31T17:00:00Z") == "2024-01-01");
  CHECK(cchc::timeText(cchc::beginningInVietnam({2024, 1, 1})) == "2023-12-31T17:00:00Z");
}

TEST_CASE("days after the year 2262, which a clock of nanoseconds cannot count, are written right", "[clock]") {
  // The end of a certificate without an end, in seconds (RFC 5280).
  const cchc::Time never{std::chrono::seconds(253402300799)};
  CHECK(cchc::timeText(never) == "9999-12-31T23:59:59Z");
  CHECK(cchc::vietnamDay(cchc::Time{std::chrono::seconds(32503680000)}).toText() == "3000-01-01");
}
