// Ten years of units that merge and split at random: the tree stays a tree, and no figure is lost or counted twice.
#include <random>
#include <set>

#include "tests/core/consolidation/past.h"

using namespace cchc;
using namespace cchc::test;

namespace {

std::shared_ptr<const CompiledDefinition> form() {
  return definition(
      group(field("n", "type=\"integer\" basis=\"cumulative\"") + field("left", "type=\"integer\" basis=\"as-at\"")));
}

// Makes the lists of units of a province, year by year.
class RandomProvince {
 public:
  RandomProvince(unsigned seed, bool splits) : random_(seed), splits_(splits), past_(form()) {
    std::vector<UnitRow> rows{aUnit("P")};
    for (int district = 0; district < 3; ++district) {
      districts_.push_back("D" + std::to_string(district));
      rows.push_back(aUnit(districts_.back(), "", "", "", "P"));
      for (int i = 0; i < 6; ++i) {
        codes_.insert(newCode());
        rows.push_back(aUnit("C" + std::to_string(last_), "", "", "", districts_.back()));
      }
    }
    past_.units(std::move(rows));
  }

  Past& past() { return past_; }

  // Two changes on one day, of different units.
  void changeIn(int year) {
    day_ = std::to_string(year) + "-0" + std::to_string(1 + below(9)) + "-01";
    unchanged_ = codes_;
    rows_.clear();
    for (int i = 0; i < 2; ++i) {
      if (splits_ && below(3) == 0 && !unchanged_.empty())
        split();
      else if (unchanged_.size() > 1)
        merge();
    }
    past_.units(std::move(rows_));
  }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }
  std::string newCode() { return "C" + std::to_string(++last_); }
  std::string takeAny() {
    auto at = unchanged_.begin();
    std::advance(at, static_cast<std::ptrdiff_t>(below(unchanged_.size())));
    return unchanged_.extract(at).value();
  }

  void merge() {
    const auto a = takeAny(), b = takeAny();
    const auto code = below(2) == 0 ? a : newCode();  // many new units have the code of one of the old ones
    for (const auto& each : {a, b}) end(each, each == code);
    begin(code, a + " " + b);
  }
  void split() {
    const auto a = takeAny();
    const auto code = below(2) == 0 ? a : newCode();
    end(a, a == code);
    begin(code, a + "*");
    begin(newCode(), a + "*");
  }
  void begin(const std::string& code, const std::string& before) {
    codes_.insert(code);
    rows_.push_back(aUnit(code, day_.c_str(), "", before, districts_[below(districts_.size())]));
  }
  // A code that goes to another unit needs no line of its own.
  void end(const std::string& code, bool goesOn) {
    codes_.erase(code);
    if (goesOn) return;
    const auto eve = dayBefore(*Date::parse(day_));
    const auto* state = past_.history().holder(code, eve);
    REQUIRE(state != nullptr);
    auto row = aUnit(code, "", eve.toText().c_str(), "", state->parent);
    row.from = state->from;
    rows_.push_back(std::move(row));
  }

  std::mt19937 random_;
  bool splits_;
  Past past_;
  std::vector<std::string> districts_;
  std::set<std::string> codes_, unchanged_;
  std::vector<UnitRow> rows_;
  std::string day_;
  int last_ = 0;
};

void checkTree(const UnitHistory& units, const Date& day) {
  const auto all = units.allOn(day);
  std::set<std::string> codes, ids;
  for (const auto& unit : all) {
    CHECK(codes.insert(unit.code).second);
    ids.insert(unit.id.value);
  }
  for (const auto& unit : all) {
    const auto* at = &unit;
    std::size_t steps = 0;
    while (at->parent && steps <= all.size()) {
      INFO(unit.id.value << " on " << day.toText());
      REQUIRE(ids.contains(at->parent->value));
      at = &*std::find_if(all.begin(), all.end(), [&](const OrgUnit& other) { return other.id == *at->parent; });
      ++steps;
    }
    CHECK(steps <= 2);
    CHECK(at->code == "P");
  }
  CHECK(units.below(OrgUnitId("P"), day).size() + 1 == all.size());
}

std::vector<OrgUnit> communesOn(const UnitHistory& units, const Date& day) {
  auto all = units.allOn(day);
  std::erase_if(all, [](const OrgUnit& unit) { return unit.code[0] != 'C'; });
  return all;
}

std::string yearId(int year) { return std::to_string(year); }

}  // namespace

namespace {

constexpr int firstYear = 2016, lastYear = 2026;

// Ten years of changes. Whoever is there at the end of a year reports it, each another figure.
Past& tenYears(RandomProvince& province) {
  auto& past = province.past();
  for (int year = firstYear; year <= lastYear; ++year) {
    if (year > firstYear) province.changeIn(year);
    past.period(aPeriod(yearId(year), (yearId(year) + "-01-01").c_str(), (yearId(year) + "-12-31").c_str()));
    int figure = year;
    for (const auto& unit : communesOn(past.history(), past.in(yearId(year)).end)) {
      figure += 7;
      past.reported(unit.id.value, yearId(year),
                    Section(form()).with("n", std::to_string(figure)).with("left", std::to_string(figure % 5)));
    }
  }
  return past;
}

Decimal figureOf(const Past& past, const OrgUnitId& unit, int year, int then) {
  const auto compared = past.compared(unit.value, yearId(year), yearId(then));
  return *compared->view()->evaluation->fields[0].value().number();
}

// The figures of the first year, by the units of a later one, against those of its own units.
struct Totals {
  Decimal regrouped, own;
  std::size_t comparable = 0, notComparable = 0;
};
// The unit and all units that it was made of, wholly or in part.
void addAncestors(const UnitHistory& units, const OrgUnitId& unit, std::set<OrgUnitId>& ancestors) {
  if (!ancestors.insert(unit).second) return;
  for (const auto& line : units.lineage()) {
    if (line.after == unit) addAncestors(units, line.before, ancestors);
  }
}

Totals totalsOf(const Past& past, int year) {
  const auto& now = past.in(yearId(year));
  const auto& then = past.in(yearId(firstYear));
  Totals totals;
  std::set<OrgUnitId> counted, divided;
  for (const auto& unit : communesOn(past.history(), now.end)) {
    INFO(unit.id.value << " in " << year);
    const auto origins = past.history().originsOf(unit.id, now.end, then.end);
    const auto compared = past.compared(unit.id.value, now.id.value, then.id.value);
    REQUIRE(compared != nullptr);
    REQUIRE((compared->view() != nullptr) == origins.complete());
    if (!origins.complete()) {
      ++totals.notComparable;
      addAncestors(past.history(), unit.id, divided);
      continue;
    }
    ++totals.comparable;
    totals.regrouped = *add(totals.regrouped, figureOf(past, unit.id, year, firstYear));
    for (const auto& part : compared->parts()) CHECK(counted.insert(part.unit).second);
  }
  for (const auto& unit : communesOn(past.history(), then.end)) {
    if (counted.contains(unit.id))
      totals.own = *add(totals.own, figureOf(past, unit.id, firstYear, firstYear));
    else
      CHECK(divided.contains(unit.id));
  }
  return totals;
}

}  // namespace

TEST_CASE("over ten years of merging and splitting every tree is a tree, and the totals of whole units are kept",
          "[comparing]") {
  std::size_t comparable = 0, notComparable = 0;
  for (unsigned seed = 1; seed <= 20; ++seed) {
    INFO("seed " << seed);
    RandomProvince province(seed, true);
    const auto& past = tenYears(province);
    for (int year = firstYear; year <= lastYear; ++year) {
      checkTree(past.history(), past.in(yearId(year)).end);
      const auto totals = totalsOf(past, year);
      CHECK(totals.regrouped == totals.own);
      comparable += totals.comparable, notComparable += totals.notComparable;
    }
  }
  CHECK(comparable > 500);
  CHECK(notComparable > 100);
}

TEST_CASE("over ten years of merging alone every figure of the first year is kept", "[comparing]") {
  for (unsigned seed = 101; seed <= 110; ++seed) {
    INFO("seed " << seed);
    RandomProvince province(seed, false);
    const auto& past = tenYears(province);
    Decimal all;
    for (const auto& unit : communesOn(past.history(), past.in(yearId(firstYear)).end))
      all = *add(all, figureOf(past, unit.id, firstYear, firstYear));
    for (int year = firstYear; year <= lastYear; ++year) {
      const auto totals = totalsOf(past, year);
      CHECK(totals.notComparable == 0);
      CHECK(totals.regrouped == all);
    }
  }
}
