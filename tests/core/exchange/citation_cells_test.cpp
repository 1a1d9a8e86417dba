// References in a cell: what the table of readings says of a text is what a field of documents gets from it.
#include <catch2/catch.hpp>

#include "core/exchange/values/cell_value.h"
#include "tests/support/citation_outcome.h"
#include "tests/support/reading_table.h"

using namespace cchc;

namespace {

FieldDefinition field(FieldType type) {
  FieldDefinition field;
  field.id = "bases", field.type = type;
  return field;
}

// As in the table: a doubt is the error value.ambiguous, which names the meanings.
std::string outcome(const Result<Value>& read) {
  if (read) return "value " + test::shown(*read->documents());
  if (read.error().code != "value.ambiguous") return "refuse " + read.error().code;
  return "doubt " + read.error().parameters.back().value;
}

}  // namespace

TEST_CASE("a field of documents gets from a cell what the table of readings says", "[citation]") {
  for (const auto& row : test::readingTable()) {
    if (row.kind != "citation") continue;
    INFO("reading_table.tsv:" << row.line << ": “" << row.text << "”");
    CHECK(outcome(cellValue(field(FieldType::documents), SheetCell::ofText(row.text), row.context)) == row.expected);
  }
}

TEST_CASE("what a cell shows of documents is read back as the same documents", "[citation]") {
  const auto documents = field(FieldType::documents);
  const auto read =
      cellValue(documents, SheetCell::ofText("123-CV/HU ngày 3-3-2026; Luật Đất đai số 31/2024/QH15\n11, 12/KH-UBND"));
  REQUIRE(read);
  CHECK(read->documents()->size() == 4);
  const auto shown = cellText(documents, *read, Language::vi);
  CHECK(shown ==
        "Công văn số 123-CV/HU ngày 03/03/2026; Luật Đất đai số 31/2024/QH15; Kế hoạch số 11/KH-UBND; "
        "Kế hoạch số 12/KH-UBND");
  const auto again = cellValue(documents, SheetCell::ofText(shown));
  REQUIRE(again);
  CHECK(*again->documents() == *read->documents());
}

TEST_CASE("a field of one document refuses several, and its title may contain semicolons", "[citation]") {
  const auto one = field(FieldType::document);
  CHECK(outcome(cellValue(one, SheetCell::ofText("11, 12/KH-UBND"))) == "refuse value.one-document");
  CHECK(outcome(cellValue(one, SheetCell::ofText("04/KH-UBND về a; b"))) == "value KH 04/KH-UBND {về a; b}");
}
