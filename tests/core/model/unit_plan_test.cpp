// Importing tables of units: who holds a code on which day, and what was made of whom.
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "core/base/texts.h"
#include "core/model/units/unit_plan.h"

using namespace cchc;

namespace {

Date day(const char* iso) { return *Date::parse(iso); }

UnitRow row(std::string code, std::string name, std::string parent, const char* from = "", const char* until = "") {
  UnitRow row;
  row.code = std::move(code), row.name = std::move(name), row.parent = std::move(parent), row.kind = "commune";
  row.from = Date::parse(from), row.until = Date::parse(until);
  row.position = "u.tsv";
  return row;
}
UnitRow made(UnitRow row, std::vector<UnitRow::Before> before) {
  row.before = std::move(before);
  return row;
}

UnitHistory saved(const UnitHistory& known, std::vector<UnitRow> rows) {
  auto plan = planUnits(known, std::move(rows));
  for (const auto& error : plan.refused) INFO(messageLine(error, Language::en));
  REQUIRE(plan.refused.empty());
  return plan.after;
}
std::vector<std::string> codesOf(const std::vector<Error>& errors) {
  std::vector<std::string> codes;
  for (const auto& error : errors) {
    CHECK(findText(error.code) != nullptr);
    CHECK(message(error, Language::vi).what.find('{') == std::string::npos);
    CHECK(message(error, Language::vi).fix.find('{') == std::string::npos);
    codes.push_back(error.code);
  }
  return codes;
}

// Old Bình Giang in small, and what stands there since 1 July 2025.
const std::vector<UnitRow> old = {row("30", "tỉnh Hải Dương", ""),        row("296", "huyện Bình Giang", "30"),
                                  row("10945", "thị trấn Kẻ Sặt", "296"), row("10951", "xã Vĩnh Hưng", "296"),
                                  row("10960", "xã Vĩnh Hồng", "296"),    row("10966", "xã Tân Việt", "296")};
const std::vector<UnitRow> ended = {
    row("30", "tỉnh Hải Dương", "", "", "2025-06-30"),        row("296", "huyện Bình Giang", "30", "", "2025-06-30"),
    row("10945", "thị trấn Kẻ Sặt", "296", "", "2025-06-30"), row("10951", "xã Vĩnh Hưng", "296", "", "2025-06-30"),
    row("10960", "xã Vĩnh Hồng", "296", "", "2025-06-30"),    row("10966", "xã Tân Việt", "296", "", "2025-06-30")};
const std::vector<UnitRow> later = {
    row("31", "thành phố Hải Phòng", "", "2025-07-01"),
    made(row("10945", "xã Kẻ Sặt", "31", "2025-07-01"), {{"10945"}, {"10951"}, {"10960", false}}),
    made(row("10966", "xã Bình Giang", "31", "2025-07-01"), {{"10966"}, {"10960", false}})};

std::string treeOn(const UnitHistory& units, const char* on) {
  std::string text;
  for (const auto& unit : units.allOn(day(on)))
    text += unit.code + " " + unit.name + " < " + (unit.parent ? codeOf(*unit.parent) : "") + "\n";
  return text;
}

}  // namespace

TEST_CASE("codes that change hands are other units, in whatever order the lists are imported") {
  const auto first = saved(saved(saved({}, old), later), ended);
  const auto second = saved(saved(saved({}, old), ended), later);
  CHECK(first.states() == second.states());
  CHECK(first.lineage() == second.lineage());
  CHECK(treeOn(first, "2023-08-31") == treeOn(saved({}, old), "2023-08-31"));
  CHECK(treeOn(first, "2025-07-01") == "10945 xã Kẻ Sặt < 31\n10966 xã Bình Giang < 31\n31 thành phố Hải Phòng < \n");
  CHECK(first.holder("10945", day("2025-06-30"))->unit == OrgUnitId("10945"));
  CHECK(first.holder("10945", day("2025-07-01"))->unit == OrgUnitId("10945@2025-07-01"));
  // Again, in any order, nothing happens.
  for (const auto* rows : {&later, &ended, &later, &old}) {
    const auto again = planUnits(first, *rows);
    CHECK(again.changesNothing());
    CHECK(again.refused.empty());
  }
}

TEST_CASE("another name, parent or kind without a day is refused, and every row of the kind is named") {
  const auto known = saved({}, old);
  auto rows = later;
  for (auto& each : rows) each.from.reset(), each.before.reset();
  const auto plan = planUnits(known, rows);
  CHECK(codesOf(plan.refused) == std::vector<std::string>{"unit.needs-day", "unit.needs-day"});
  // The same name under another parent is another unit too.
  CHECK(codesOf(planUnits(known, {row("10951", "xã Vĩnh Hưng", "31")}).refused) ==
        std::vector<std::string>{"unit.needs-day"});
  CHECK(codesOf(planUnits(known, {made(row("10951", "xã Vĩnh Hưng", "296"), {{"10945"}})}).refused) ==
        std::vector<std::string>{"unit.before-needs-day"});
}

TEST_CASE("a list without days may state a form that nobody had stated, but not another one") {
  auto stated = row("10945", "thị trấn Kẻ Sặt", "296");
  stated.form = "thị trấn";
  const auto plan = planUnits(saved({}, old), {stated});
  CHECK(plan.refused.empty());
  CHECK(plan.after.holder("10945", Date{2023, 8, 31})->form == "thị trấn");
  auto other = stated;
  other.form = "xã";
  const auto refused = planUnits(plan.after, {other}).refused;
  REQUIRE(codesOf(refused) == std::vector<std::string>{"unit.needs-day"});
  // The message names what differs.
  CHECK(message(refused.front(), Language::en).what.find(": thị trấn → xã") != std::string::npos);
}

TEST_CASE("the same unit with another name keeps its identity, a code with its own past does not") {
  const auto known = saved({}, old);
  const auto renamed = saved(known, {made(row("10951", "xã Vĩnh Hưng Mới", "296", "2024-01-01"), {{"10951"}})});
  CHECK(renamed.holder("10951", day("2024-01-01"))->unit == OrgUnitId("10951"));
  CHECK(renamed.on(OrgUnitId("10951"), day("2023-12-31"))->name == "xã Vĩnh Hưng");
  const auto plan = planUnits(known, {row("10951", "xã Vĩnh Hưng Mới", "296", "2024-01-01")});
  REQUIRE(plan.units.size() == 1);
  CHECK(plan.units.front().step == UnitStep::succeeded);
  CHECK(plan.after.originsOf(OrgUnitId("10951@2024-01-01"), day("2024-06-30"), day("2023-01-01")).unstated ==
        std::vector{OrgUnitId("10951@2024-01-01")});
}

TEST_CASE("where a unit was on an earlier day: wholly, in part, or not stated") {
  const auto units = saved(saved(saved({}, old), later), ended);
  const auto keSat = units.originsOf(OrgUnitId("10945@2025-07-01"), day("2026-03-31"), day("2025-03-31"));
  CHECK(keSat.whole == std::vector{OrgUnitId("10945"), OrgUnitId("10951")});
  CHECK(keSat.partial == std::vector{OrgUnitId("10960")});
  CHECK_FALSE(keSat.complete());
  CHECK(units.originsOf(OrgUnitId("10945@2025-07-01"), day("2026-06-30"), day("2026-03-31")).complete());
  CHECK(units.originsOf(OrgUnitId("31"), day("2026-03-31"), day("2025-03-31")).unstated ==
        std::vector{OrgUnitId("31")});
}

TEST_CASE("a day for a unit that existed before keeps the unit, and leaves open what it was made of") {
  const auto known = saved({}, {row("31", "thành phố Hải Phòng", "")});
  const std::vector again{row("31", "thành phố Hải Phòng", "", "2025-07-01")};
  const auto units = saved(known, again);
  CHECK(planUnits(units, again).changesNothing());
  CHECK(units.holder("31", day("2026-01-01"))->unit == OrgUnitId("31"));
  const auto origins = [&](const UnitHistory& from) {
    return from.originsOf(OrgUnitId("31"), day("2026-03-31"), day("2025-03-31"));
  };
  CHECK(origins(units).unstated == std::vector{OrgUnitId("31")});
  // The same where its last day was known first.
  const auto last = saved(known, {row("31", "thành phố Hải Phòng", "", "", "2025-06-30")});
  CHECK(saved(last, again).states() == units.states());
  // Whoever says so later closes the question.
  CHECK(origins(saved(units, {made(again.front(), {{"31"}})})).complete());
  const auto both = saved(saved({}, {row("30", "tỉnh Hải Dương", ""), row("31", "thành phố Hải Phòng", "")}),
                          {made(again.front(), {{"31"}, {"30"}})});
  CHECK(both.originsOf(both.holder("31", day("2026-03-31"))->unit, day("2026-03-31"), day("2025-03-31")).whole ==
        std::vector{OrgUnitId("30"), OrgUnitId("31")});
}

TEST_CASE("units that would be left without a unit above them are named") {
  const auto known = saved({}, old);
  const auto notes = [](const UnitHistory& from, const std::vector<UnitRow>& rows) {
    return codesOf(planUnits(from, rows).notes);
  };
  using Codes = std::vector<std::string>;
  CHECK(notes(known, {row("77", "xã X", "7777")}) == Codes{"unit.parent-unknown"});
  const auto ends = std::vector{row("296", "huyện Bình Giang", "30", "", "2025-06-30")};
  CHECK(notes(known, ends) == Codes(4, "unit.parent-gone"));
  // Once is enough.
  CHECK(notes(saved(known, ends), {row("78", "xã Y", "30")}).empty());
  CHECK(notes(known, ended).empty());
  CHECK(notes(known, old).empty());
}

TEST_CASE("lineage that cannot be is refused with its row") {
  const auto known = saved({}, old);
  const auto refused = [&](std::vector<UnitRow> rows) { return codesOf(planUnits(known, std::move(rows)).refused); };
  using Codes = std::vector<std::string>;
  CHECK(refused({made(row("11", "xã Mới", "296", "2025-07-01"), {{"999"}})}) == Codes{"unit.before-unknown"});
  CHECK(refused({made(row("11", "xã Mới", "296", "2025-07-01"), {{"10951"}}),
                 made(row("12", "xã Mới 2", "296", "2025-07-01"), {{"10951", false}})}) == Codes{"unit.before-twice"});
  CHECK(refused({row("10951", "xã A", "296", "2024-01-01", "2026-01-01"), row("10951", "xã B", "296", "2025-01-01")}) ==
        Codes{"unit.overlap"});
  CHECK(refused({row("1", "a", "2"), row("2", "b", "1")}) == Codes{"table.cycle", "table.cycle"});
}

TEST_CASE("a circle is told at the rows that are a part of it") {
  std::vector<UnitRow> rows{row("1", "a", "3"), row("2", "b", "1"), row("3", "c", "2"), row("4", "d", "3")};
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].position = "u.tsv:" + std::to_string(i + 2);
  const auto refused = planUnits({}, rows).refused;
  REQUIRE(refused.size() == 3);  // the unit 4 is below the circle, and not above itself
  for (std::size_t i = 0; i < refused.size(); ++i) {
    CHECK(refused[i].code == "table.cycle");
    CHECK(refused[i].place == "u.tsv:" + std::to_string(i + 2));
    CHECK(message(refused[i], Language::vi).what.find("1 → 3 → 2 → 1") != std::string::npos);
  }
  // A row that closes a circle with units that are known.
  const auto known = saved({}, {row("1", "a", ""), row("2", "b", "1")});
  auto closing = row("1", "a", "2", "2025-01-01");
  closing.position = "u.tsv:2";
  const auto closed = planUnits(known, {closing}).refused;
  REQUIRE(closed.size() == 1);
  CHECK(closed[0].place == "u.tsv:2");
}

TEST_CASE("an earlier list that comes after a later one is taken with the days that the refusal names") {
  const auto parameter = [](const Error& error, std::string_view name) {
    for (const auto& each : error.parameters) {
      if (each.name == name) return each.value;
    }
    return std::string();
  };
  // The known unit has a first day: the last day of the earlier one is its eve.
  const auto dated = saved({}, {row("10507", "phường Mới", "31", "2025-07-01")});
  const auto refused = planUnits(dated, {row("10507", "phường Cũ", "288")}).refused;
  REQUIRE(codesOf(refused) == std::vector<std::string>{"unit.needs-last-day"});
  CHECK(parameter(refused[0], "eve") == "30/06/2025");
  const auto both = saved(dated, {row("10507", "phường Cũ", "288", "", "2025-06-30")});
  CHECK(both.holder("10507", day("2025-06-30"))->name == "phường Cũ");
  CHECK(both.holder("10507", day("2025-07-01"))->unit == OrgUnitId("10507"));

  // The known unit has none: a second line gives it.
  const auto undated = saved({}, {row("10507", "phường Mới", "31")});
  const std::vector old{row("10507", "phường Cũ", "288", "", "2025-06-30")};
  CHECK(codesOf(planUnits(undated, old).refused) == std::vector<std::string>{"unit.needs-day"});
  auto rows = old;
  rows.push_back(row("10507", "phường Mới", "31", "2025-07-01"));
  const auto after = saved(undated, rows);
  CHECK(after.holder("10507", day("2025-06-30"))->name == "phường Cũ");
  CHECK(after.holder("10507", day("2026-01-01"))->unit == OrgUnitId("10507"));
  CHECK(after.on(OrgUnitId("10507"), day("2025-06-30")) == nullptr);
  CHECK(planUnits(after, rows).changesNothing());
}

TEST_CASE(
    "after any ten years of merging and splitting every day's tree is a tree, and whole lineage keeps every unit") {
  const unsigned seed = 20260701;
  INFO("seed " << seed);
  std::mt19937 random(seed);
  for (int round = 0; round < 100; ++round) {
    std::vector<UnitRow> rows{row("1", "tỉnh", "")};
    std::vector<std::string> present;
    for (int i = 0; i < 12; ++i) {
      present.push_back(std::to_string(100 + i));
      rows.push_back(row(present.back(), "xã " + present.back(), "1"));
    }
    auto units = saved({}, rows);
    int names = 0;
    bool allWhole = true;
    for (int year = 2016; year < 2026; ++year) {
      const auto on = std::to_string(year) + "-07-01";
      std::shuffle(present.begin(), present.end(), random);
      const auto taken = std::min<std::size_t>(present.size() - 1, 1 + random() % 3);
      const bool split = random() % 4 == 0;
      std::vector<UnitRow::Before> before;
      for (std::size_t i = 0; i < taken; ++i) before.push_back({present[i], !split || i > 0});
      allWhole = allWhole && !split;
      // The new unit takes the code of one that it is made of, or a new one.
      const auto code = random() % 2 == 0 && !split ? present.front() : std::to_string(500 + names);
      std::vector<UnitRow> change{made(row(code, "xã mới " + std::to_string(++names), "1", on.c_str()), before)};
      const auto plan = planUnits(units, change);
      for (const auto& error : plan.refused) UNSCOPED_INFO(messageLine(error, Language::en));
      REQUIRE(plan.refused.empty());
      units = plan.after;
      CHECK(planUnits(units, change).changesNothing());
      present.erase(present.begin() + (split ? 1 : 0), present.begin() + static_cast<std::ptrdiff_t>(taken));
      present.push_back(code);
    }
    for (int year = 2015; year < 2027; ++year) {
      const Date at{year, 12, 31};
      const auto all = units.allOn(at);
      std::vector<std::string> codes;
      for (const auto& unit : all) codes.push_back(unit.code);
      std::sort(codes.begin(), codes.end());
      CHECK(std::adjacent_find(codes.begin(), codes.end()) == codes.end());
      CHECK(units.below(OrgUnitId("1"), at).size() + 1 == all.size());
    }
    if (!allWhole) continue;
    std::vector<OrgUnitId> origins;
    for (const auto& unit : units.below(OrgUnitId("1"), day("2026-12-31"))) {
      const auto from = units.originsOf(unit.id, day("2026-12-31"), day("2015-12-31"));
      CHECK(from.complete());
      origins.insert(origins.end(), from.whole.begin(), from.whole.end());
    }
    std::sort(origins.begin(), origins.end());
    CHECK(origins.size() == 12);
    CHECK(std::adjacent_find(origins.begin(), origins.end()) == origins.end());
  }
}
