// The templates of a definition are parsed once, and several threads may render them.
#include <catch2/catch.hpp>
#include <thread>

#include "core/narrative/render_template.h"
#include "tests/core/narrative/worded.h"

using namespace cchc;
using namespace cchc::test;

namespace {

std::shared_ptr<const CompiledDefinition> form() {
  return definition(group(field("n", "type=\"integer\"") + table("rows", column("name", "type=\"text\"")) +
                          sentence("Có {{n}} hồ sơ{{#rows}}; {{name}}{{/rows}}.", "id=\"p\"") +
                          sentence("{{name}} là dòng {{number}}.", "id=\"each\" each=\"rows\"")));
}
Section filled(const std::shared_ptr<const CompiledDefinition>& compiled, int n) {
  Section section(compiled);
  section.with("n", std::to_string(n));
  for (int i = 0; i < n % 5; ++i) section.row("rows", "r" + std::to_string(i), {{"name", "dòng " + std::to_string(i)}});
  return section;
}

}  // namespace

TEST_CASE("the templates of a definition are parsed when they are first needed, and then kept", "[narrative]") {
  const auto compiled = form();
  const auto* parsed = &narrative::templatesOf(*compiled);
  CHECK(parsed->all().size() == 2);
  CHECK(checkNarratives(*compiled));
  CHECK(textsOf(filled(compiled, 1)) == std::vector<std::string>{"Có 1 hồ sơ; dòng 0.", "dòng 0 là dòng 1."});
  CHECK(&narrative::templatesOf(*compiled) == parsed);
}

TEST_CASE("threads that render one definition's templates at the same time do not disturb each other", "[narrative]") {
  const auto compiled = form();
  std::vector<std::vector<std::string>> expected;
  for (int n = 0; n < 10; ++n) expected.push_back(textsOf(filled(form(), n)));
  std::vector<int> wrong(4, 0);
  std::vector<std::thread> threads;
  for (auto& count : wrong) {
    threads.emplace_back([&] {
      for (int i = 0; i < 300; ++i)
        count += textsOf(filled(compiled, i % 10)) == expected[static_cast<std::size_t>(i % 10)] ? 0 : 1;
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(wrong == std::vector<int>(4, 0));
}
