// Plugins read as the suite does: what the table of readers says of a text is what a plugin gets for it from the host
// table, and what a field gets that an importer gives the text to.
#include <catch2/catch.hpp>
#include <cchc/plugin.hpp>

#include "core/base/reading/citation.h"
#include "core/plugin/row_collector.h"
#include "tests/support/citation_outcome.h"
#include "tests/support/definitions.h"
#include "tests/support/reading_table.h"

using namespace cchc;
using namespace cchc::test;

namespace {

const PluginMessages& messages() {
  static const PluginMessages all = {{"test.wrong", {"test.wrong", "Sai {given}", "", "wrong {given}", ""}},
                                     {"test.doubt", {"test.doubt", "{meanings}", "", "{meanings}", ""}}};
  return all;
}
void useHost() {
  static const HostTable host(messages());
  plugin::useHost(&host.raw());
}

plugin::ReadingContext contextOf(const ReadingRow& row) {
  return {.marks = static_cast<plugin::Marks>(row.context.marks),
          .moneyPower = row.context.power,
          .year = row.context.year,
          .unit = row.unit};
}

// --- through the host table

std::string valueOf(const plugin::Reading<plugin::Decimal>& read) {
  Value value{*Decimal::parse(read.value.toText())};
  value.qualifier = static_cast<Qualifier>(read.qualifier);
  return encodeValue(value);
}
std::string valueOf(const plugin::Reading<plugin::CalendarDate>& read) {
  return Date{read.value.year, read.value.month, read.value.day}.toText();
}
// As the table states it, but for the reason of a refusal.
template <class T>
std::string outcomeOf(const plugin::Reading<T>& read) {
  using Outcome = typename plugin::Reading<T>::Outcome;
  if (read.outcome == Outcome::value) return "value " + valueOf(read);
  if (read.outcome == Outcome::doubt) return "doubt " + read.meanings;
  return read.blank() ? "blank" : "refuse";
}
std::string readByHost(const ReadingRow& row) {
  const auto context = contextOf(row);
  if (row.kind == "whole") return outcomeOf(plugin::readFigure(row.text, plugin::Quantity::whole, context));
  if (row.kind == "number") return outcomeOf(plugin::readFigure(row.text, plugin::Quantity::number, context));
  if (row.kind == "percent") return outcomeOf(plugin::readFigure(row.text, plugin::Quantity::percent, context));
  if (row.kind == "money") return outcomeOf(plugin::readMoney(row.text, context));
  return outcomeOf(plugin::readDate(row.text, context));
}

// --- through the rows of an importer

std::string attributesOf(const ReadingRow& row) {
  if (row.kind == "citation") return "type=\"documents\"";
  if (row.kind == "date") return "type=\"date\"";
  if (row.kind == "range") return "type=\"date-range\"";
  const auto type = row.kind == "whole"    ? "type=\"integer\""
                    : row.kind == "money"  ? "type=\"money\""
                    : row.kind == "number" ? "type=\"decimal\" decimals=\"6\""
                                           : "type=\"percent\" decimals=\"6\"";
  return std::string(type) + " qualifier=\"any\"" + (row.unit.empty() ? "" : " unit=\"" + row.unit + "\"");
}

std::string outcomeOf(const Imported& imported) {
  if (!imported.refused.empty()) {
    const auto& error = imported.refused.front();
    if (error.code != "value.ambiguous") return "refuse " + error.code;
    return "doubt " + error.parameters.back().value;
  }
  if (imported.values.values.empty()) return "blank";
  const auto& value = imported.values.values.front().value;
  return "value " + (value.documents() != nullptr ? shown(*value.documents()) : encodeValue(value));
}

// What a field for the row gets from an importer.
template <class Give>
std::string imported(const ReadingRow& row, const Sheet& sheet, const Give& give) {
  const auto form = definition(group(field("it", attributesOf(row))));
  const CellsView cells(sheet);
  Imported imported;
  const PartsInForce parts;
  RowCollector collector(form->definition(), parts, messages(), nullptr, &cells, {}, imported);
  plugin::RowSink sink(collector.raw());
  give(sink);
  return outcomeOf(imported);
}

Sheet sheetOf(std::vector<SheetCell> cells) {
  Sheet sheet;
  sheet.rows = {{1, false, std::move(cells)}};
  return sheet;
}
plugin::Cell cellOf(SheetCell::Kind kind, const char* number, std::string_view shown) {
  plugin::Cell cell;
  cell.kind = kind == SheetCell::Kind::percent ? plugin::Cell::Kind::percent : plugin::Cell::Kind::number;
  cell.number = *plugin::Decimal::parse(number);
  cell.text = shown;
  return cell;
}

}  // namespace

TEST_CASE("the host table gives a plugin the value, question or refusal of the table of readers", "[plugin][reading]") {
  useHost();
  std::size_t asked = 0;
  for (const auto& row : readingTable()) {
    if (row.kind == "citation" || row.kind == "range") continue;  // see below; a plugin reads no ranges
    ++asked;
    INFO("reading_table.tsv:" << row.line << " " << row.kind << " “" << row.text << "”");
    CHECK(readByHost(row) == (row.expected.starts_with("refuse") ? "refuse" : row.expected));
  }
  CHECK(asked > 190);
}

TEST_CASE("the host table finds the references of the table of readers in running text", "[plugin][reading]") {
  useHost();
  std::size_t asked = 0;
  for (const auto& row : readingTable()) {
    const auto read = reading::readCitations(row.text, row.context);
    const auto* documents = std::get_if<std::vector<DocumentReference>>(&read);
    if (row.kind != "citation" || documents == nullptr) continue;
    ++asked;
    std::vector<std::string> found, expected;
    plugin::findCitations(row.text, contextOf(row), [&](std::size_t, std::size_t, const plugin::Document* document) {
      found.push_back(document == nullptr ? "unreadable" : std::string(document->symbol));
    });
    for (const auto& document : *documents) expected.push_back(symbolOf(document));
    INFO("reading_table.tsv:" << row.line << " “" << row.text << "”");
    CHECK(found == expected);
  }
  CHECK(asked > 35);
}

TEST_CASE("a field gets from an importer the value, question or refusal of the table of readers", "[plugin][reading]") {
  useHost();
  std::size_t asked = 0;
  for (const auto& row : readingTable()) {
    ++asked;
    INFO("reading_table.tsv:" << row.line << " " << row.kind << " “" << row.text << "”");
    const auto context = contextOf(row);
    const auto sheet = sheetOf({SheetCell::ofText(row.text)});
    CHECK(imported(row, sheet, [&](plugin::RowSink& sink) { sink.value("it", row.text, context); }) == row.expected);
    CHECK(imported(row, sheet, [&](plugin::RowSink& sink) { sink.cell("it", 0, 0, context); }) == row.expected);
  }
  CHECK(asked > 250);
}

TEST_CASE("without a context, money of an importer is in đồng and a cell's marks are those of its column",
          "[plugin][reading]") {
  const ReadingRow money{0, "money", "", "", {}, ""}, number{0, "number", "", "", {}, ""};
  auto sheet = sheetOf({SheetCell::ofText("1,234.50")});
  sheet.rows.push_back({2, false, {SheetCell::ofText("2,345,678.5")}});
  CHECK(imported(number, sheet, [](plugin::RowSink& sink) { sink.cell("it", 0, 0); }) == "value 1234.50");
  CHECK(imported(number, sheet, [](plugin::RowSink& sink) { sink.value("it", "1.234,50"); }) == "value 1234.50");
  CHECK(imported(money, sheet, [](plugin::RowSink& sink) { sink.value("it", "1.234"); }) == "value 1234");
  // A context that is wrong is named, and the value is not taken.
  CHECK(imported(money, sheet, [](plugin::RowSink& sink) { sink.value("it", "1", {.moneyPower = -1}); }) ==
        "refuse plugin.enumeration");
  CHECK(imported(money, sheet, [](plugin::RowSink& sink) { sink.cell("it", 0, 0, {.year = 10'000}); }) ==
        "refuse plugin.enumeration");
}

TEST_CASE("a plugin reads a number cell as a field of the suite does", "[plugin][reading]") {
  useHost();
  using Kind = SheetCell::Kind;
  struct Row {
    const char* kind;
    Kind cell;
    const char *number, *shown;
    int power;
    const char* expected;
  };
  const Row table[] = {
      {"whole", Kind::number, "45", "45", 0, "value 45"},
      {"whole", Kind::number, "45.5", "45,5", 0, "refuse"},
      {"whole", Kind::percent, "50", "50%", 0, "refuse"},  // 50 % is not 50 people
      {"number", Kind::percent, "97.22", "97,22%", 0, "refuse"},
      {"percent", Kind::percent, "97.22", "97,22%", 0, "value 97.22"},
      {"money", Kind::percent, "50", "50%", 0, "refuse"},
      {"money", Kind::number, "5", "5", 6, "value 5000000"},
      {"money", Kind::number, "5", "(5)", 6, "value 5000000"},
      {"money", Kind::number, "5", "5 triệu đồng", 0, "value 5000000"},
      {"money", Kind::number, "5", "5 đồng", 6, "value 5"},
      {"money", Kind::number, "5", "5 USD", 6, "refuse"},
      {"money", Kind::number, "5", "$5", 0, "refuse"},
      {"money", Kind::number, "0.5", "0,5", 0, "refuse"},
  };
  for (const auto& row : table) {
    INFO(row.kind << " " << row.shown);
    const ReadingRow like{0, row.kind, "", "", {.power = row.power}, ""};
    const auto cell = cellOf(row.cell, row.number, row.shown);
    const plugin::ReadingContext context{.moneyPower = row.power};
    const auto quantity = like.kind == "whole"     ? plugin::Quantity::whole
                          : like.kind == "percent" ? plugin::Quantity::percent
                                                   : plugin::Quantity::number;
    const auto read = like.kind == "money" ? readMoney(cell, context) : readFigure(cell, quantity, context);
    CHECK(outcomeOf(read) == row.expected);
    auto given = SheetCell::ofNumber(*Decimal::parse(row.number));
    given.kind = row.cell, given.text = row.shown;
    const auto byHost =
        imported(like, sheetOf({given}), [&](plugin::RowSink& sink) { sink.cell("it", 0, 0, context); });
    CHECK(byHost.substr(0, byHost.starts_with("refuse") ? 6 : std::string::npos) == row.expected);
  }
}

TEST_CASE("an importer refuses a figure that a number cannot say", "[plugin][reading]") {
  useHost();
  Imported imported;
  const auto form = definition(group(field("it", "type=\"integer\"")));
  const PartsInForce parts;
  RowCollector collector(form->definition(), parts, messages(), nullptr, nullptr, {}, imported);
  plugin::RowSink sink(collector.raw());
  const std::pair<const char*, const char*> table[] = {{"45", ""},
                                                       {"0", ""},
                                                       {"trên 45", "wrong trên 45"},
                                                       {"khoảng 45", "wrong khoảng 45"},
                                                       {"-5", "wrong -5"},
                                                       {"(5)", "wrong (5)"},
                                                       {"", "wrong "},
                                                       {"năm", "wrong năm"},
                                                       {"- 5", "-5; 5"},
                                                       {"1.5", "15; 1,5"}};
  for (const auto& [given, expected] : table) {
    INFO(given);
    imported.refused.clear();
    const auto read = plugin::readFigure(given, plugin::Quantity::whole);
    const auto taken = sink.accepts(7, read, given, {"test.wrong", "test.doubt"});
    CHECK(taken == std::string_view(expected).empty());
    if (taken) continue;
    REQUIRE(imported.refused.size() == 1);
    CHECK(imported.refused.front().place == "7");
    CHECK(message(imported.refused.front(), Language::en).what == expected);
  }
}
