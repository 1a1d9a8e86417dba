// Communes of different forms, which are asked different parts of one form, are summed together.
#include <catch2/catch.hpp>

#include "tests/core/consolidation/round.h"

using namespace cchc;
using namespace cchc::test;

namespace {

FormPointer mixedForm() {
  const std::string ward = " unit-forms=\"phường\"", commune = " unit-forms=\"xã\"";
  return definition(
      group(field("people", "type=\"integer\" aggregate=\"sum\" annex=\"yes\"") +
            field("hamlets", "type=\"integer\" aggregate=\"sum\" annex=\"yes\"" + commune) +
            field("streets", "type=\"integer\" aggregate=\"sum\" annex=\"yes\"" + ward) +
            field("special", "type=\"integer\" aggregate=\"sum\" annex=\"yes\" unit-forms=\"đặc khu\"") +
            field("places", "type=\"integer\" annex=\"yes\"", "<formula>hamlets + streets</formula>") +
            table("roads", column("name", "type=\"text\""), "aggregate=\"rows\" nothing=\"yes\"" + commune) +
            field("road_count", "type=\"integer\"" + commune, "<formula>count(roads)</formula>")),
      "rural.ways", "place=\"I\" minor=\"1\"");
}

struct Mixed {
  FormPointer form = mixedForm();
  Round round;
  Mixed() {
    round.input.circumstances = {round.input.period.end, {"huyện"}, {}};
    round.form(form);
    for (const auto& [unit, of] :
         std::vector<std::pair<std::string, std::string>>{{"A", "xã"}, {"B", "phường"}, {"C", "xã"}, {"D", "phường"}}) {
      round.below(unit).assign("rural.ways", unit);
      for (auto& below : round.input.descendants) {
        if (below.id.value == unit) below.form = of;
      }
    }
    round.received("A", Section(form).with("people", "1").with("hamlets", "2").row("roads", "r", {{"name", "x"}}));
    round.received("B", Section(form).with("people", "10").with("streets", "20").with("hamlets", "999"));
  }
};

std::string shown(const ReportGroup& group, const std::string& id) {
  const auto& figure = indicator(group, id);
  return valueOf(group, id) + " (" + std::to_string(figure.reported) + "/" + std::to_string(figure.expected) + ")";
}

}  // namespace

TEST_CASE("a figure says how many of the units that are asked for it have it", "[consolidation][in-force]") {
  Mixed mixed;
  const auto sums = mixed.round.told().ofChildren("rural.ways");
  CHECK(shown(sums, "people") == "11 (2/4)");
  CHECK(shown(sums, "hamlets") == "2 (1/2)");
  CHECK(shown(sums, "streets") == "20 (1/2)");
  CHECK(valueOf(sums, "places") == "22");
  CHECK(valueOf(sums, "road_count") == "1");
  CHECK_FALSE(has(sums, "special"));
}

TEST_CASE("a table that some are not asked for is counted over the others", "[consolidation][in-force]") {
  Mixed mixed;
  mixed.round.received("A", Section(mixed.form).nothing("roads"));
  mixed.round.received("C", Section(mixed.form).nothing("roads"));
  CHECK(valueOf(mixed.round.told().ofChildren("rural.ways"), "road_count") == "0");
  mixed.round.received("C", Section(mixed.form));
  CHECK_FALSE(has(mixed.round.told().ofChildren("rural.ways"), "road_count"));
}

TEST_CASE("the annex has what is in force for some child, and blanks where it is not", "[consolidation][in-force]") {
  Mixed mixed;
  const auto told = mixed.round.told();
  REQUIRE(told.annexes.size() == 1);
  const auto& annex = told.annexes.front();
  std::string heading;
  for (const auto& column : annex.columns) heading += column.id + " ";
  CHECK(heading == "people hamlets streets places ");
  REQUIRE(annex.rows.size() == 2);
  const auto figures = [](const std::vector<std::optional<Decimal>>& all) {
    std::string text;
    for (const auto& figure : all) text += (figure ? figure->toText() : "-") + " ";
    return text;
  };
  CHECK(figures(annex.rows[0].values) == "1 2 - 2 ");
  CHECK(figures(annex.rows[1].values) == "10 - 20 20 ");
  CHECK(figures(annex.totals) == "11 2 20 22 ");
}
