#include "core/base/clock.h"

#include <catch2/catch.hpp>

TEST_CASE("a time is written and read as the same, and one that the clock cannot count is no time", "[clock]") {
  CHECK(cchc::timeText(cchc::parseTime("2023-08-28T09:14:00Z").value()) == "2023-08-28T09:14:00Z");
  CHECK(cchc::timeText(cchc::parseTime("2261-12-31T23:59:59Z").value()) == "2261-12-31T23:59:59Z");
  for (const auto* text :
       {"2262-01-01T00:00:00Z", "8827-05-05T18:26:54Z", "1969-12-31T23:59:59Z", "0001-01-01T00:00:00Z"})
    CHECK_FALSE(cchc::parseTime(text));
}
