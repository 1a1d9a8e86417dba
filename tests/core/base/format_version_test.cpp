// A reader takes every minor version up to its own, and says of a greater one that the program is too old.
#include "core/base/format_version.h"

#include <catch2/catch.hpp>

using namespace cchc;
using Kind = FormatVersion::Kind;

namespace {

constexpr FileFormat sample{"urn:cchc:sample:2", 3};

Kind kindOf(std::string_view space, std::string_view minor) { return formatVersionOf(sample, space, minor).kind; }

}  // namespace

TEST_CASE("every minor version up to the reader's own is readable", "[format]") {
  for (const auto* minor : {"0", "1", "2", "3"}) {
    const auto version = formatVersionOf(sample, "urn:cchc:sample:2", minor);
    CHECK(version.kind == Kind::readable);
    CHECK(std::to_string(version.minor) == minor);
  }
}

TEST_CASE("a greater minor or another major version is newer, and is named", "[format]") {
  for (const auto* minor : {"4", "10", "999999999", "99999999999999999999"})
    CHECK(kindOf("urn:cchc:sample:2", minor) == Kind::newer);
  CHECK(kindOf("urn:cchc:sample:3", "0") == Kind::newer);
  CHECK(kindOf("urn:cchc:sample:12", "") == Kind::newer);
  const auto version = formatVersionOf(sample, "urn:cchc:sample:2", "4");
  CHECK(version.given == "2.4");
  CHECK(version.known == "2.3");
}

TEST_CASE("a minor version that is no whole number in its shortest form is wrong", "[format]") {
  for (const auto* minor : {"", "01", "-1", "+1", " 1", "1 ", "one", "1.0"})
    CHECK(kindOf("urn:cchc:sample:2", minor) == Kind::wrongMinor);
}

TEST_CASE("another namespace is another format", "[format]") {
  for (const auto* space : {"", "urn:cchc:sample", "urn:cchc:sample:", "urn:cchc:sample:x", "urn:cchc:sample:0",
                            "urn:cchc:sample:02", "urn:cchc:samples:2", "urn:other"})
    CHECK(kindOf(space, "0") == Kind::otherFormat);
  CHECK(formatFamily(sample) == "urn:cchc:sample:");
}
