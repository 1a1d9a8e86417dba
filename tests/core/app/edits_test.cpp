// Edits of a section: each has an inverse, and a step leads from one state of the data to any other.
#include "core/app/section/edits.h"

#include <catch2/catch.hpp>
#include <random>

#include "tests/support/definitions.h"

using namespace cchc;
using namespace cchc::test;

namespace {

std::shared_ptr<const CompiledDefinition> form() {
  return definition(group(field("n", "type=\"integer\"") + field("text", "type=\"text\"") +
                          table("rows", column("a", "type=\"integer\"") + column("b", "type=\"text\""))));
}

// Random data: rows with ids from a small set, in any order.
SectionData anyData(const SectionDefinition& definition, std::mt19937& random) {
  const auto upTo = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most)); };
  const auto value = [&] { return upTo(3) == 0 ? Value{} : Value{Decimal(upTo(4))}; };
  auto data = emptyData(definition);
  data.fields[0] = value();
  std::vector<int> ids{0, 1, 2, 3, 4, 5, 6};
  std::shuffle(ids.begin(), ids.end(), random);
  ids.resize(static_cast<std::size_t>(upTo(8)));
  for (const auto id : ids)
    data.tables[0].rows.push_back({"r" + std::to_string(id), {value(), Value{std::string("x")}}});
  data.tables[0].nothing = upTo(2) == 0;
  data.groupNothing[0] = upTo(2) == 0;
  if (upTo(2) == 0) data.paragraphs.push_back({"p", "văn bản " + std::to_string(upTo(2)), "", {}});
  if (upTo(2) == 0) data.explanations.push_back({"code", "n", "giải trình " + std::to_string(upTo(2))});
  return data;
}

// Applies a step and returns its inverse.
EditStep applied(SectionData& data, const EditStep& step) {
  EditStep inverse;
  for (const auto& edit : step.edits) {
    auto back = applyEdit(data, edit);
    REQUIRE(back);
    inverse.edits.insert(inverse.edits.begin(), std::move(*back));
  }
  return inverse;
}

}  // namespace

TEST_CASE("the step between two states leads from one to the other, and its inverse leads back") {
  const auto compiled = form();
  const auto& definition = compiled->definition();
  std::mt19937 random(20231128);
  for (int i = 0; i < 2000; ++i) {
    const auto before = anyData(definition, random), after = anyData(definition, random);
    auto data = before;
    const auto inverse = applied(data, stepBetween(definition, before, after));
    CHECK(data == after);
    applied(data, inverse);
    CHECK(data == before);
    CHECK(stepBetween(definition, after, after).edits.empty());
  }
}

TEST_CASE("a row that moves is the only one that the step touches") {
  const auto compiled = form();
  const auto& definition = compiled->definition();
  Section before(compiled), after(compiled);
  for (const auto* id : {"r1", "r2", "r3", "r4"}) before.row("rows", id, {{"a", "1"}});
  for (const auto* id : {"r2", "r3", "r4", "r1"}) after.row("rows", id, {{"a", "1"}});
  const auto step = stepBetween(definition, before.data(), after.data());
  REQUIRE(step.edits.size() == 2);
  CHECK(std::get<RowRemove>(step.edits[0]).row == "r1");
  CHECK(std::get<RowInsert>(step.edits[1]).position == 3);
}
