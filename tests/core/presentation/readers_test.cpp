// One answer everywhere: each text of the table of readers gives the same value, question or refusal when it is typed
// into a form, stands in a values file, is pasted into a table, or is imported from a sheet.
#include <catch2/catch.hpp>
#include <set>

#include "core/app/suite/catalogue.h"
#include "core/app/suite/suite.h"
#include "core/presentation/section/entry.h"
#include "core/presentation/section/table.h"
#include "tests/core/presentation/sample.h"
#include "tests/support/definitions.h"
#include "tests/support/reading_table.h"
#include "tests/support/sheet_import.h"

using namespace cchc;
using namespace cchc::presentation;

namespace {

// A figure that only the English convention reads, in a field of its own.
constexpr const char* evidence = "1,234,567.5";

// A row of the table, and the field that it is meant for.
struct Typed {
  test::ReadingRow row;
  std::string field;
};

std::string fieldOf(const test::ReadingRow& row, std::set<std::string>& units) {
  if (row.kind == "money") return "money" + std::to_string(row.context.power);
  if (row.unit.empty()) return row.kind;
  units.insert(row.unit);
  return row.kind + std::to_string(std::distance(units.begin(), units.find(row.unit)));
}

std::string attributesOf(const test::ReadingRow& row) {
  const std::string qualifiers = " qualifier=\"any\"";
  if (row.kind == "date") return "type=\"date\"";
  if (row.kind == "range") return "type=\"date-range\"";
  if (row.kind == "money") {
    const auto unit = row.context.power == 9 ? "tỷ" : row.context.power == 6 ? "triệu" : "đồng";
    return std::string("type=\"money\" entry-unit=\"") + unit + "\"" + qualifiers;
  }
  const std::string unit = row.unit.empty() ? "" : " unit=\"" + row.unit + "\"";
  if (row.kind == "whole") return "type=\"integer\"" + unit + qualifiers;
  return std::string("type=\"") + (row.kind == "number" ? "decimal" : "percent") + "\" decimals=\"6\"" + unit +
         qualifiers;
}

// The rows that a form can be asked about, with a definition that has a field and a column for each of their kinds.
class TypedRows {
 public:
  TypedRows() {
    std::set<std::string> units, known;
    for (auto& row : test::readingTable()) {
      if (row.kind != "citation") fieldOf(row, units);
    }
    std::string fields = test::field("evidence", "type=\"decimal\" decimals=\"6\"");
    std::string columns = test::column("evidence", "type=\"decimal\" decimals=\"6\"");
    for (auto& row : test::readingTable()) {
      // No field has the unit "nghìn đồng", and references are tested where they are read. A doubt among English marks
      // is about a text that speaks for the Vietnamese ones, so that no sheet has English marks with it.
      const bool english = row.context.marks == reading::Marks::english;
      if (row.kind == "citation" || row.context.power == 3 || (english && row.expected.starts_with("doubt"))) continue;
      const auto field = fieldOf(row, units);
      if (known.insert(field).second) {
        fields += test::field(field, attributesOf(row));
        columns += test::column(field, attributesOf(row));
      }
      rows.push_back({std::move(row), field});
    }
    definition = test::definition(test::group(fields + test::table("lines", columns)));
  }

  const SectionDefinition& form() const { return definition->definition(); }
  const TableDefinition& table() const { return form().tables.front(); }
  const FieldDefinition& field(const Typed& typed) const { return form().fields[*form().fieldIndex(typed.field)]; }

  std::vector<Typed> rows;
  std::shared_ptr<const CompiledDefinition> definition;
};

// As the table states it.
std::string outcomeOf(const Value& value) { return value.blank() ? "blank" : "value " + encodeValue(value); }
std::string outcomeOf(const Error& error) {
  if (error.code != "value.ambiguous") return "refuse " + error.code;
  for (const auto& parameter : error.parameters) {
    if (parameter.name == "meanings") return "doubt " + parameter.value;
  }
  return "doubt";
}
// The reason why a values file was refused has no parameters of its own.
std::string withoutMeanings(const std::string& outcome) { return outcome.starts_with("doubt") ? "doubt" : outcome; }

std::string quoted(const std::string& text) { return "\"" + text + "\""; }

}  // namespace

TEST_CASE("a form gives the value, question or refusal of the table of readers", "[reading]") {
  const TypedRows table;
  std::size_t asked = 0;
  for (const auto& typed : table.rows) {
    if (typed.row.context.marks == reading::Marks::english) continue;  // what is typed has the marks of Vietnam
    ++asked;
    INFO("reading_table.tsv:" << typed.row.line << " " << typed.row.text);
    const auto value = readTypedValue(table.field(typed), typed.row.text, {}, {.year = typed.row.context.year});
    CHECK((value ? outcomeOf(*value) : outcomeOf(value.error())) == typed.row.expected);
    if (value) continue;
    for (const auto language : {Language::vi, Language::en}) {
      const auto told = message(value.error(), language);
      CHECK(findText(value.error().code) != nullptr);
      CHECK(told.what.find('{') == std::string::npos);
      CHECK(told.fix.find('{') == std::string::npos);
      CHECK_FALSE(told.fix.empty());
    }
  }
  CHECK(asked > 150);
}

TEST_CASE("a values file gives the value, question or refusal of the table of readers", "[reading]") {
  const TypedRows table;
  for (const auto& typed : table.rows) {
    INFO("reading_table.tsv:" << typed.row.line << " " << typed.row.text);
    const auto power = typed.row.context.power;
    auto csv = "field;value;ĐVT\n" + typed.field + ";" + quoted(typed.row.text) + ";" +
               (power == 9   ? "tỷ đồng"
                : power == 6 ? "triệu đồng"
                             : "") +
               "\n";
    if (typed.row.context.marks == reading::Marks::english) csv += "evidence;" + quoted(evidence) + ";\n";
    const auto values = test::readValuesSheet(csv, "v.csv", table.form(), "", typed.row.context.year);
    if (values) {
      CHECK((values->values.empty() ? "blank" : outcomeOf(values->values.front().value)) == typed.row.expected);
    } else {
      CHECK(values.error().code == "values.wrong-value");
      CHECK(withoutMeanings(outcomeOf(Error{values.error().parameters.back().value, "", {}, ErrorKind::refusal})) ==
            withoutMeanings(typed.row.expected));
    }
  }
}

TEST_CASE("an import from a sheet gives the value, question or refusal of the table of readers", "[reading]") {
  const TypedRows table;
  for (const auto& typed : table.rows) {
    INFO("reading_table.tsv:" << typed.row.line << " " << typed.row.text);
    const auto sheet =
        readSheetFile("a;b\n" + quoted(typed.row.text) + ";" +
                          (typed.row.context.marks == reading::Marks::english ? quoted(evidence) : "x") + "\n",
                      "v.csv");
    REQUIRE(sheet);
    SheetMapping mapping;
    mapping.table = 0;
    mapping.heading = 0;
    mapping.moneyPower = typed.row.context.power;
    mapping.columns = {{ColumnMeaning::Kind::column, *table.table().columnIndex(typed.field), 0}, {}};
    if (typed.row.context.marks == reading::Marks::english) mapping.columns[1] = {ColumnMeaning::Kind::column, 0, 0};
    const auto data = emptyData(table.form());
    const PartsInForce parts;
    const auto run = importSheet({table.form(), parts, data, typed.row.context.year}, sheet->sheets.front(), "v.csv",
                                 mapping, {{}, "n", false});
    const auto blocking = std::find_if(run.findings.begin(), run.findings.end(),
                                       [](const ImportFinding& finding) { return finding.blocks; });
    if (blocking != run.findings.end())
      CHECK(outcomeOf(blocking->error) == typed.row.expected);
    else
      CHECK((run.values.values.empty() ? "blank" : outcomeOf(run.values.values.front().value)) == typed.row.expected);
  }
}

TEST_CASE("a paste into a table gives the value, question or refusal of the table of readers", "[reading]") {
  const TypedRows table;
  test::Department department;
  const auto catalogue = std::make_shared<Catalogue>();
  REQUIRE(catalogue->definitions.add(table.definition));
  auto options = department.suite().options;
  options.catalogue = catalogue;
  const auto suite = openSuite(options);
  REQUIRE(suite);
  const SectionKey key{table.form().id, OrgUnitId("296"), PeriodId("2023-8T")};
  REQUIRE((*suite)->store.saveAssignments(std::vector{Assignment{key.definition, key.unit, key.unit, key.period, {}}}));
  const auto editing = SectionEditing::open(**suite, key);
  REQUIRE(editing);
  Table pasted(**editing, 0, Words{Language::vi});
  std::size_t asked = 0;
  for (const auto& typed : table.rows) {
    const bool dated = typed.row.kind == "date" || typed.row.kind == "range";
    const bool refused = typed.row.expected.starts_with("refuse");
    // The period is one of 2023.
    if (dated && typed.row.context.year != 2023 && (typed.row.context.year != 0 || refused)) continue;
    ++asked;
    INFO("reading_table.tsv:" << typed.row.line << " " << typed.row.text);
    const auto column = *table.table().columnIndex(typed.field);
    const bool english = typed.row.context.marks == reading::Marks::english;
    const auto text = english ? evidence + std::string(column, '\t') + typed.row.text : typed.row.text;
    const auto done = pasted.paste(0, english ? 0 : column, text + "\r\n");
    if (!done) {
      CHECK(outcomeOf(done.error()) == typed.row.expected);
      continue;
    }
    const auto& rows = (*editing)->data().tables.front().rows;
    CHECK((rows.empty() ? "blank" : outcomeOf(rows.front().cells[column])) == typed.row.expected);
    if (rows.empty()) continue;
    REQUIRE((*editing)->undo());
    pasted.refresh();
  }
  CHECK(asked > 180);
}
