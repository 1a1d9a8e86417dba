// Packages of an older definition version, read by its successor.
#include <catch2/catch.hpp>

#include <algorithm>
#include "tests/core/exchange/sample.h"

using namespace cchc;

namespace {

Result<Package> readNewer(std::string_view bytes) {
  return readPackage(
      bytes, "a",
      [](const SubmissionHeader&) -> Result<const SectionDefinition*> { return &sample::newerDefinition(); },
      UnitCodes());
}

std::string keptAt(const SectionData& data, std::string_view place) {
  for (const auto& kept : data.kept) {
    if (kept.place == place) return kept.value;
  }
  return "(not kept)";
}

}  // namespace

TEST_CASE("a renamed field and column of an older package move along") {
  const auto& form = sample::newerDefinition();
  const auto read = readNewer(sample::package());
  if (!read) FAIL(messageLine(read.error(), Language::en));
  CHECK(lexical(read->data.fields[*form.fieldIndex("score")]) == "-7.50");
  const auto& classes = read->data.tables[*form.tableIndex("classes")];
  REQUIRE(classes.rows.size() == 2);
  CHECK(lexical(classes.rows[0].cells[1]) == "60");
  CHECK(classes.rows[0].cells[1].qualifier == Qualifier::about);
}

TEST_CASE("values of an older package that have no home any more are kept") {
  const auto read = readNewer(sample::package());
  REQUIRE(read);
  CHECK(keptAt(read->data, "share") == "79.78");
  CHECK(keptAt(read->data, "name") == "Vũ Thị \"Hồng\" & <con>");
  CHECK(keptAt(read->data, "sources[province].planned") == "199921000000");
  CHECK(keptAt(read->data, "old.field") == "{over}12");
  // Besides these three, each cell of the table that is gone.
  std::size_t cells = 0;
  const auto older = sample::data();
  for (const auto& row : older.tables[*sample::definition().tableIndex("sources")].rows)
    cells += static_cast<std::size_t>(
        std::count_if(row.cells.begin(), row.cells.end(), [](const Value& value) { return !value.blank(); }));
  CHECK(cells > 0);
  CHECK(read->data.kept.size() == cells + 3);
}

TEST_CASE("an older package written again by its successor comes back whole") {
  const auto read = readNewer(sample::package());
  REQUIRE(read);
  auto head = sample::header();
  head.definitionVersion = 2;
  const auto again = readNewer(writePackage(head, sample::newerDefinition(), read->data, sample::attachments()));
  REQUIRE(again);
  CHECK(again->data == read->data);
}

TEST_CASE("what is no XML of ours stays refused in an older package") {
  CHECK(readNewer(sample::with("<field id=\"share\">", "<field id=\"share\" colour=\"red\">")).error().code ==
        "package.unknown-attribute");
  CHECK(
      readNewer(sample::with("<field id=\"share\">", "<field id=\"gone\">1</field><field id=\"gone\">")).error().code ==
      "package.duplicate");
  CHECK(readNewer(sample::with("<field id=\"share\">", "<field id=\"weight\">1</field><field id=\"share\">"))
            .error()
            .code == "package.duplicate");
}

TEST_CASE(
    "a package of the same version is refused if a value does not fit, and shown with it kept if the store holds it") {
  const auto bytes = sample::with("<field id=\"share\">79.78<", "<field id=\"share\">79.784<");
  const auto lookup = [](const SubmissionHeader&) -> Result<const SectionDefinition*> { return &sample::definition(); };
  const auto refused = readPackage(bytes, "a", lookup, UnitCodes());
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == "package.wrong-value");
  const auto shown = readPackage(bytes, "a", lookup, UnitCodes(), {}, Unfit::kept);
  if (!shown) FAIL(messageLine(shown.error(), Language::en));
  CHECK(shown->data.fields[*sample::definition().fieldIndex("share")].blank());
  CHECK(keptAt(shown->data, "share") == "79.784");
  CHECK(keptAt(shown->data, "old.field") == "{over}12");
}

TEST_CASE("a paragraph of an older package that has no home any more is kept, and refused if it is there twice") {
  const auto once = readNewer(sample::with("<comment", "<paragraph id=\"gone\">a</paragraph><comment"));
  REQUIRE(once);
  CHECK(keptAt(once->data, placeText(Place::ofParagraph("gone"))) == "a");
  const auto twice = readNewer(
      sample::with("<comment", "<paragraph id=\"gone\">a</paragraph><paragraph id=\"gone\">b</paragraph><comment"));
  REQUIRE_FALSE(twice);
  CHECK(twice.error().code == "package.duplicate");
}
