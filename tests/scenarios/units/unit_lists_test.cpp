// What an import of units says before it is done, lists in the wrong order, and codes that nobody has any more.
#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/scenarios/comparing/communes.h"

using namespace cchc::test;

namespace {

bool has(const std::string& text, const std::string& wanted) { return text.find(wanted) != std::string::npos; }

Outcome importUnits(const Office& office, const std::string& table, bool dryRun = false) {
  write(office / "list.tsv", table);
  std::vector<std::string> command{"--lang", "vi", "units", "import", (office / "list.tsv").string()};
  if (dryRun) command.emplace_back("--dry-run");
  return office.run(command);
}

// The lines with a text added in the column `to`, which is the last.
std::string withLastDay(const std::string& table, const std::vector<std::size_t>& lines, const std::string& day) {
  std::string result;
  std::size_t number = 1;
  for (std::size_t from = 0; from < table.size(); ++number) {
    const auto to = table.find('\n', from);
    auto line = table.substr(from, to - from);
    if (std::find(lines.begin(), lines.end(), number) != lines.end()) line += day;
    result += line + "\n";
    from = to + 1;
  }
  return result;
}

}  // namespace

TEST_CASE("an import of units says which sections the units that end or move already have", "[units]") {
  Communes communes;
  communes.units(
      "99\tprovince\ttỉnh Thử\t\t\t\t\t\n98\tprovince\ttỉnh Mẫu\t\t\t\t\t\n991\tcommune\txã Một\t99\t\t\txã\t\n"
      "992\tcommune\txã Hai\t99\t\t\txã\t\n993\tcommune\txã Ba\t99\t\t\txã\t\n");
  communes.periods(
      "2025-Q4\tquý IV năm 2025\t2025-10-01\t2025-12-31\t\t\t\n2026-Q1\tquý I năm "
      "2026\t2026-01-01\t2026-03-31\t\t\t\n");
  for (const auto* unit : {"991", "992", "993"}) communes.reported(unit, "2025-Q4", {1, 20, 5, 24, 2});
  for (const auto* unit : {"991", "993"}) communes.reported(unit, "2026-Q1", {1, 20, 5, 24, 2});
  const std::string table =
      "code\tkind\tname\tparent\tfrom\tto\tform\tbefore\n994\tcommune\txã Bốn\t99\t2026-01-01\t\txã\t991 992\n"
      "993\tcommune\txã Ba\t98\t2026-01-01\t\txã\t993\n";
  for (const bool dryRun : {true, false}) {
    INFO(dryRun);
    const auto outcome = importUnits(communes.office, table, dryRun);
    CHECK(outcome.status == 0);
    const auto ended = outcome.err.find("unit.sections-after-end: ");
    REQUIRE(ended != std::string::npos);
    const auto line = outcome.err.substr(ended, outcome.err.find('\n', ended) - ended);
    CHECK(has(line, "list.tsv:2: "));
    CHECK(has(line, "xã Một (991) kết thúc ngày 31/12/2025"));
    CHECK(has(line, "(quý I năm 2026)"));
    CHECK_FALSE(has(line, "quý IV"));
    CHECK_FALSE(has(outcome.err, "xã Hai"));  // it has none in a later period
    CHECK(has(outcome.err, "unit.sections-changed: "));
    CHECK(has(outcome.err, "99 → 98"));
  }
  CHECK(importUnits(communes.office, table).err.empty());  // nothing is new
}

TEST_CASE("a circle of units is told at the lines of the file that make it", "[units]") {
  const auto office = Office::before();
  const auto refused = importUnits(office,
                                   "code\tkind\tname\tparent\n701\tdistrict\thuyện A\t702\n"
                                   "702\tdistrict\thuyện B\t701\n703\tcommune\txã C\t702\n");
  CHECK(refused.status == 1);
  CHECK(has(refused.err, "list.tsv:2: "));
  CHECK(has(refused.err, "list.tsv:3: "));
  CHECK_FALSE(has(refused.err, "list.tsv:4: "));
  CHECK(has(refused.out, "2 lỗi trong 3 dòng"));
}

TEST_CASE("the list of 2023 after that of 2025 is taken with the last day that each refusal names", "[units]") {
  const auto list = [](const char* name) {
    return contentOf(std::filesystem::path(CCHC_SOURCE) / "tests/scenarios/units" / name);
  };
  const auto office = Office::before();
  CHECK(importUnits(office, list("units-2025.tsv")).status == 0);
  const auto earlier = list("units-2023.tsv");
  const auto refused = importUnits(office, earlier);
  CHECK(refused.status == 1);
  std::vector<std::size_t> lines;
  for (auto at = refused.err.find("unit.needs"); at != std::string::npos; at = refused.err.find("unit.needs", at + 1)) {
    const auto line = refused.err.substr(at, refused.err.find('\n', at) - at);
    INFO(line);
    CHECK(has(line, "ghi 30/06/2025 ở cột to"));
    lines.push_back(std::stoul(line.substr(line.find("list.tsv:") + 9)));
  }
  CHECK_FALSE(lines.empty());
  const auto taken = importUnits(office, withLastDay(earlier, lines, "30/06/2025"));
  INFO(taken.err);
  CHECK(taken.status == 0);
  // Now both lists say what is known.
  CHECK(has(importUnits(office, list("units-2025.tsv")).out, "thay đổi: 0"));
  const auto history = office.json({"units", "history", "10507"});
  REQUIRE(history.size() == 2);
  CHECK(history[0]["name"] == "phường Cẩm Thượng");
  CHECK(history[0]["until"] == "2025-06-30");
  CHECK(history[1]["name"] == "phường Thành Đông");
}

TEST_CASE("a code that nobody has any more says since when, and what its unit became", "[units]") {
  Communes communes;
  const auto& office = communes.office;
  const auto gone = office.run({"--lang", "vi", "units", "show", "-u", "10951", "--day", "2026-01-01"});
  CHECK(gone.status == 1);
  CHECK(has(gone.err, "unit.gone: 10951: Ngày 01/01/2026 không còn đơn vị nào mang mã này"));
  CHECK(has(gone.err, "kết thúc ngày 30/06/2025; nay là: xã Kẻ Sặt (10945) từ 01/07/2025"));
  const auto split = office.run({"--lang", "vi", "units", "show", "-u", "10960", "--day", "2026-01-01"});
  CHECK(has(split.out, "Vĩnh Hồng"));  // only parts of it went elsewhere, and nobody said that it ended
  communes.units("10960\tcommune\txã Vĩnh Hồng\t296\t\t2025-06-30\t\t\n");
  const auto parts = office.run({"--lang", "vi", "units", "show", "-u", "10960", "--day", "2026-01-01"});
  CHECK(has(parts.err, "một phần xã Kẻ Sặt (10945) từ 01/07/2025"));
  CHECK(has(parts.err, "một phần xã Bình Giang (10966) từ 01/07/2025"));
  communes.units("997\tcommune\txã Bảy\t296\t2027-01-01\t\txã\t\n");
  CHECK(has(office.run({"units", "show", "-u", "997", "--day", "2026-01-01"}).err, "unit.not-yet"));
  CHECK(has(office.run({"units", "show", "-u", "70707"}).err, "unit.unknown"));
}
