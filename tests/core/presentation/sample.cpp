#include "tests/core/presentation/sample.h"

#include <catch2/catch.hpp>

#include "core/app/demo/demo.h"
#include "core/app/receive/review.h"
#include "core/base/platform.h"

namespace cchc::test {
namespace {

const FixedClock& clock() {
  static const FixedClock fixed(*parseTime("2023-08-29T08:00:00Z"));
  return fixed;
}

const std::filesystem::path& demo() {
  static const TemporaryFolder folder;
  static const auto made = [] {
    const auto outcome =
        runDemo(*findResources(platform::programPath()), {}, folder / "demo", [](const std::string&, std::size_t) {});
    REQUIRE(outcome);
    return folder / "demo";
  }();
  return made;
}

}  // namespace

Department::Department() {
  std::filesystem::copy_file(demo() / "departments.sqlite", folder_ / "store.sqlite");
  suite_ = elsewhere("Lê Thị Mẫu");
  REQUIRE(returnSection(*suite_, budget(), "Chỉ tiêu chưa khớp"));
}

std::unique_ptr<Suite> Department::elsewhere(const std::string& person) const {
  auto suite = openSuite({(folder_ / "store.sqlite").string(),
                          {},
                          *findResources(platform::programPath()),
                          &clock(),
                          {person, "may", "MAY-01"}});
  REQUIRE(suite);
  return std::move(*suite);
}

std::unique_ptr<SectionEditing> Department::open(const SectionKey& key) {
  auto editing = SectionEditing::open(*suite_, key);
  REQUIRE(editing);
  return std::move(*editing);
}

}  // namespace cchc::test
