#include <catch2/catch.hpp>

#include "core/rules/live_section.h"
#include "core/rules/section_findings.h"
#include "tests/core/rules/sample_definition.h"

using namespace cchc;
using namespace cchc::test;

namespace {

// 500 fields in chains of five, 300 rules.
std::shared_ptr<const CompiledDefinition> bigForm() {
  std::string body;
  for (int i = 0; i < 500; ++i) {
    const auto id = "f" + std::to_string(i);
    body += i % 5 == 0 ? field(id, "type=\"integer\"")
                       : field(id, "type=\"integer\"", "<formula>f" + std::to_string(i - 1) + " + 1</formula>");
  }
  for (int i = 0; i < 300; ++i) {
    body += "<rule id=\"r" + std::to_string(i) + "\" severity=\"warning\" place=\"f" + std::to_string(i) +
            "\"><left>f" + std::to_string(i) +
            "</left><operator>&lt;=</operator><right>1000</right><message vi=\"{left}\"/><fix vi=\"Sửa\"/></rule>";
  }
  return compiled(body);
}

}  // namespace

TEST_CASE("an edit recomputes only what it touches", "[rules][live]") {
  const auto form = bigForm();
  const Surroundings nothing;
  LiveSection section(form, anyKey, emptyData(form->definition()), nothing);
  const auto touched = section.setField(10, number("7"));
  CHECK(touched.fields == std::vector<std::size_t>{10, 11, 12, 13, 14});
  CHECK(touched.evaluated == 10);  // five fields, five rules
  CHECK(encodeValue(section.evaluation().fields[14].value()) == "11");
  CHECK_FALSE(touched.findingsChanged);
  const auto over = section.setField(10, number("998"));
  CHECK(over.findingsChanged);
  CHECK(codes(section.findings(false)) == std::vector<std::string>{"sample.form.r13", "sample.form.r14"});
  CHECK(section.setField(10, number("1")).findingsChanged);
  CHECK(section.findings(false).empty());
}

TEST_CASE("editing step by step gives what working it all out at once gives", "[rules][live]") {
  const auto form = bigForm();
  const Surroundings nothing;
  LiveSection section(form, anyKey, emptyData(form->definition()), nothing);
  for (std::size_t i = 0; i < 500; i += 5) section.setField(i, number(std::to_string(i * 3)));
  section.setField(20, Value{});
  const auto whole = evaluate(*form, section.data(), nothing);
  CHECK(whole == section.evaluation());
  CHECK(sectionFindings(*form, anyKey, section.data(), whole, nothing, false) == section.findings(false));
}
