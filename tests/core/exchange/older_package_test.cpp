// Packages of an older definition version, read by its successor.
#include <catch2/catch.hpp>

#include "core/definition/carry_over.h"
#include "tests/core/exchange/sample.h"

using namespace cchc;

namespace {

Result<Package> readNewer(std::string_view bytes) {
  return readPackage(bytes, "a", [](const DefinitionId&, int) -> Result<const SectionDefinition*> {
    return &sample::newerDefinition();
  });
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

TEST_CASE("values of an older package that have no home any more are kept, as migration keeps them") {
  const auto read = readNewer(sample::package());
  REQUIRE(read);
  CHECK(keptAt(read->data, "share") == "79.78");
  CHECK(keptAt(read->data, "name") == "Vũ Thị \"Hồng\" & <con>");
  CHECK(keptAt(read->data, "sources[province].planned") == "199921000000");
  CHECK(keptAt(read->data, "old.field") == "{over}12");
  const auto sorted = [](SectionData data) {
    std::sort(data.kept.begin(), data.kept.end(), [](const auto& a, const auto& b) { return a.place < b.place; });
    return data;
  };
  CHECK(sorted(read->data) == sorted(migrateData(sample::data(), sample::definition(), sample::newerDefinition())));
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
