// What an importer gives: rows, values by their columns, and the lines that it refuses. The importer of the probe
// plugin does what its input says.
#include <catch2/catch.hpp>
#include <set>

#include "tests/core/plugin/loaded.h"

using namespace cchc;
using namespace cchc::test;

namespace {

using Lines = std::vector<std::string>;
const SectionDefinition& form() { return probe().forms.at("probe.form")->definition(); }

Imported import(const std::string& orders) {
  auto imported = probe().host.import(form(), "orders", orders);
  INFO((imported ? "" : messageLine(imported.error(), Language::en)));
  REQUIRE(imported);
  return *imported;
}
std::string refusal(const std::string& importer, const std::string& orders) {
  const auto imported = probe().host.import(form(), importer, orders);
  return imported ? "taken" : imported.error().code;
}

// "items[1].count = 12": rows by their position among those imported.
Lines valuesOf(const Imported& imported) {
  Lines lines;
  for (const auto& edit : imported.values.values) {
    auto place = edit.place;
    for (std::size_t i = 0; i < imported.values.rows.size(); ++i) {
      if (imported.values.rows[i].row == place.row) place.row = std::to_string(i);
    }
    lines.push_back(placeText(place) + " = " + encodeValue(edit.value));
  }
  return lines;
}
// "value.not-a-number items[0].count"
Lines refusedOf(const Imported& imported) {
  Lines lines;
  for (const auto& error : imported.refused) {
    auto place = error.place;
    for (std::size_t i = 0; i < imported.values.rows.size(); ++i) {
      const auto& row = imported.values.rows[i].row;
      if (const auto at = place.find(row); at != std::string::npos) place.replace(at, row.size(), std::to_string(i));
    }
    lines.push_back(error.code + " " + place);
  }
  return lines;
}

}  // namespace

TEST_CASE("an importer's rows are collected with their cells by type", "[plugin][import]") {
  const auto imported =
      import("row items\ncell title Sở Nội vụ\ncell count 12\nrow items\ncell count -3\nrow items\ncell title Ba");
  REQUIRE(imported.values.rows.size() == 3);
  for (const auto& row : imported.values.rows) {
    CHECK(row.table == "items");
    CHECK_FALSE(row.remove);
  }
  CHECK(valuesOf(imported) ==
        Lines{"items[0].title = Sở Nội vụ", "items[0].count = 12", "items[1].count = -3", "items[2].title = Ba"});
  CHECK(imported.refused.empty());
}

TEST_CASE("what is imported twice is added twice, so no row that is there is written over", "[plugin][import]") {
  std::set<std::string> rows;
  for (int i = 0; i < 3; ++i) {
    for (const auto& row : import("row items\ncell count 1\nrow items\ncell count 2").values.rows) rows.insert(row.row);
  }
  CHECK(rows.size() == 6);
}

TEST_CASE("cells before the first row go to fields of the section, each by its type", "[plugin][import]") {
  const auto imported = import(
      "cell online 45\ncell large 1234.50\ncell paid 1353135296\ncell on 2023-08-28\ncell window "
      "2023-08-10/2023-09-08\n"
      "cell name Bình Giang\ncell kind letter\ncell kinds plan letter\ncell shared yes\nrow items\ncell count 1");
  CHECK(valuesOf(imported) == Lines{"online = 45", "large = 1234.50", "paid = 1353135296", "on = 2023-08-28",
                                    "window = 2023-08-10/2023-09-08", "name = Bình Giang", "kind = letter",
                                    "kinds = plan letter", "shared = yes", "items[0].count = 1"});
  CHECK(imported.refused.empty());
}

TEST_CASE("a cell that is not of its column's type is left out with its place, and the others are taken",
          "[plugin][import]") {
  const auto imported = import(
      "cell online ba\ncell on 31/02/2023\ncell shared maybe\ncell paid 12.5\ncell direct 7\nrow items\ncell count "
      "1.234\ncell title Một\nrow items\ncell count x\ncell count 2");
  CHECK(refusedOf(imported) == Lines{"value.not-a-number online", "value.not-a-date on", "value.not-yes-no shared",
                                     "value.not-whole paid", "value.not-whole items[0].count",
                                     "value.not-a-number items[1].count"});
  CHECK(valuesOf(imported) == Lines{"direct = 7", "items[0].title = Một", "items[1].count = 2"});
}

TEST_CASE("a cell that its column does not allow is left out like one of another type", "[plugin][import]") {
  const std::pair<const char*, const char*> orders[] = {
      {"cell kind wish", "value.unknown-choice kind"},
      {"cell kinds plan wish", "value.unknown-choice kinds"},
      {"cell kinds plan plan", "value.repeated-choice kinds"},
      {"cell large 1.234", "value.too-many-decimals large"},
      {"cell paid 99999999999999999", "value.too-large paid"},
      {"cell name Một cái tên dài hơn hai mươi chữ", "value.too-long name"},
      {"cell plan 04/KH-UBND", "value.needs-element plan"},
      {"row items\ncell twice 4", "value.computed items[0].twice"},
      {"document online KH 04 UBND 2023 1 10", "value.unexpected-element online"},
      {"row items\ndocument twice KH 04 UBND 2023 1 10", "value.computed items[0].twice"},
      {"document plan KH 04 UBND 2023 13 45", "value.document-attribute plan"},
      {"row items\ndocument basis KH 04 UBND 2023 2 29", "value.document-attribute items[0].basis"},
  };
  for (const auto& [order, refused] : orders) {
    INFO(order);
    const auto imported = import(order);
    CHECK(valuesOf(imported).empty());
    CHECK(refusedOf(imported) == Lines{refused});
  }
  // A computed figure that may be stated is entered, and a blank cell is a blank value.
  CHECK(valuesOf(import("cell total 5\ncell kind ")) == Lines{"total = 5", "kind = "});
}

TEST_CASE("a cell of a column or table that the definition does not have is pointed out", "[plugin][import]") {
  const auto imported = import("cell wish 1\nrow wish\ncell count 1\nrow items\ncell online 1\ncell count 2");
  CHECK(refusedOf(imported) ==
        Lines{"plugin.importer-field wish", "plugin.importer-field count", "plugin.importer-field online"});
  CHECK(valuesOf(imported) == Lines{"items[0].count = 2"});
  CHECK(imported.values.rows.size() == 1);
}

TEST_CASE("texts are composed as the suite keeps them, and lines that do not end belong to long texts only",
          "[plugin][import]") {
  // "Bình" with the accent as a character of its own.
  const auto imported = import("cell name Bi\xcc\x80nh\ncell note Một\\nHai\nrow items\ncell title Một\\nHai");
  CHECK(valuesOf(imported) == Lines{"name = Bình", "note = Một\nHai"});
  CHECK(refusedOf(imported) == Lines{"text.newline items[0].title"});
  CHECK(refusedOf(import("cell direct 1\ncell name a\xff")) == Lines{"text.not-utf8 name"});
}

TEST_CASE("documents are taken with their parts", "[plugin][import]") {
  const auto imported = import("document plan KH 04 UBND 2023 1 10\nrow items\ndocument basis QĐ 296 UBND 0 0 0");
  REQUIRE(imported.values.values.size() == 2);
  const auto& plan = imported.values.values[0].value.documents()->at(0);
  CHECK(symbolOf(plan) == "04/KH-UBND");
  CHECK(plan.date == Date{2023, 1, 10});
  CHECK(plan.forYear == 2024);
  CHECK(plan.role == DocumentRole::issued);
  CHECK(plan.numberState == NumberState::known);
  const auto& basis = imported.values.values[1];
  CHECK(basis.place.table == "items");
  CHECK(basis.place.column == "basis");
  CHECK(symbolOf(basis.value.documents()->at(0)) == "296/QĐ-UBND");
  CHECK_FALSE(basis.value.documents()->at(0).date);
  CHECK(refusedOf(import("cell online 1\ndocument wish KH 04 UBND 2023 1 10")) == Lines{"plugin.importer-field wish"});
}

TEST_CASE("lines that the importer refuses are handed on with their number and what they hold", "[plugin][import]") {
  const auto imported = import("row items\ncell count 1\nrefuse 7 value.not-a-number given ba\nrefuse 12 probe.own");
  CHECK(valuesOf(imported) == Lines{"items[0].count = 1"});
  REQUIRE(imported.refused.size() == 2);
  CHECK(imported.refused[0] == Error{"value.not-a-number", "7", {{"given", "ba"}}, ErrorKind::refusal});
  CHECK(imported.refused[1].code == "probe.own");
  CHECK(imported.refused[1].place == "12");
}

TEST_CASE("a refused line is worded by the plugin's own texts", "[plugin][import]") {
  PluginFolder folder;
  folder.add(probePlugin(), "probe");
  folder.addText("probe/messages.tsv",
                 "code\tvi\tvi-fix\ten\ten-fix\nprobe.own\tKhông hiểu “{given}”\tSửa {given}\tcannot read "
                 "{given}\tcorrect {given}\nimporter.orders\tMệnh lệnh\t\tOrders\t\n");
  const Loaded loaded(folder.path());
  CHECK(loaded.host.importerTitle("orders", Language::vi) == "Mệnh lệnh");
  const auto imported = loaded.host.import(loaded.forms.at("probe.form")->definition(), "orders",
                                           "refuse 12 probe.own given ba\nrefuse 13 value.not-a-number given ba");
  REQUIRE(imported);
  REQUIRE(imported->refused.size() == 2);
  const auto& own = imported->refused[0];
  CHECK(own.place == "12");
  CHECK(own.kind == ErrorKind::refusal);
  CHECK(message(own, Language::vi).what == "Không hiểu “ba”");
  CHECK(message(own, Language::vi).fix == "Sửa ba");
  CHECK(message(own, Language::en).what == "cannot read ba");
  CHECK(message(own, Language::en).fix == "correct ba");
  CHECK(imported->refused[1].code == "value.not-a-number");  // the suite has a text for it
}

TEST_CASE("refused lines alone are an answer, and nothing at all is none", "[plugin][import]") {
  CHECK(import("refuse 1 probe.own").values.values.empty());
  CHECK(refusal("orders", "") == "plugin.nothing-imported");
  CHECK(refusal("orders", "words that are no order") == "plugin.nothing-imported");
  CHECK(refusal("orders", "row items") == "plugin.nothing-imported");  // a row without a cell
}

TEST_CASE("an importer that gives up has imported nothing, whatever it had begun", "[plugin][import]") {
  CHECK(refusal("orders", "row items\ncell count 1\ngive up") == "plugin.nothing-imported");
  CHECK(refusal("orders", "refuse 1 probe.own\ngive up") == "plugin.nothing-imported");
}

TEST_CASE("an importer that is not there, or is another form's, is wrong use", "[plugin][import]") {
  const auto unknown = probe().host.import(form(), "wishes", "cell online 1");
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().code == "plugin.no-importer");
  CHECK(unknown.error().kind == ErrorKind::usage);
  CHECK(unknown.error().parameters.at(0) == Parameter{"importer", "wishes"});
  const auto other = definition(group(field("online", "type=\"integer\"")), "probe.second");
  const auto foreign = probe().host.import(other->definition(), "orders", "cell online 1");
  REQUIRE_FALSE(foreign);
  CHECK(foreign.error().code == "plugin.no-importer");
  CHECK(foreign.error().kind == ErrorKind::usage);
}

TEST_CASE("an importer that has no title is called by its name", "[plugin][import]") {
  CHECK(probe().host.importerTitle("orders", Language::vi) == "orders");
  CHECK(probe().host.importerTitle("wishes", Language::en) == "wishes");
}
