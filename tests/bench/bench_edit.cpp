// One edit in a section of 500 fields and 300 rules; the goal is under 0.1 ms.
#include <chrono>
#include <cstdio>

#include "core/definition/read_definition.h"
#include "core/rules/evaluation.h"
#include "core/rules/live_section.h"
#include "core/rules/section_findings.h"

using namespace cchc;

int main() {
  std::string body, rules;
  for (int i = 0; i < 500; ++i) {
    body += "<field id=\"f" + std::to_string(i) + "\" type=\"money\"><label vi=\"f\"/>";
    if (i % 5 != 0) body += "<formula>f" + std::to_string(i - 1) + " + f" + std::to_string(i - i % 5) + "</formula>";
    body += "</field>";
  }
  for (int i = 0; i < 300; ++i) {
    rules += "<rule id=\"r" + std::to_string(i) + "\" severity=\"warning\" place=\"f" + std::to_string(i) +
             "\"><left>f" + std::to_string(i) + "</left><operator>&lt;=</operator><right>f" +
             std::to_string((i + 7) % 500) + " + 100000000000</right><message vi=\"{left}\"/><fix vi=\"x\"/></rule>";
  }
  const auto xml =
      "<definition xmlns=\"urn:cchc:definition:1\" id=\"b.e\" place=\"I\" owner=\"b\"><title vi=\"t\"/><group "
      "id=\"g\"><title vi=\"g\"/>" +
      body + "</group>" + rules + "</definition>";
  const auto compiled = CompiledDefinition::compile(*readDefinition(xml, "bench.xml"));
  const Surroundings nothing;
  LiveSection section(*compiled, {DefinitionId("b.e"), OrgUnitId("1"), PeriodId("1")},
                      emptyData((*compiled)->definition()), nothing);
  for (std::size_t i = 0; i < 500; i += 5) section.setField(i, Value{Decimal(1000000)});
  constexpr int edits = 20000;
  std::size_t evaluated = 0;
  const auto started = std::chrono::steady_clock::now();
  for (int i = 0; i < edits; ++i)
    evaluated += section.setField(static_cast<std::size_t>(i % 100) * 5, Value{Decimal(i)}).evaluated;
  const auto each =
      std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - started).count() / edits;
  std::printf("one edit: %.1f us, %.1f fields and rules worked out again\n", each,
              static_cast<double>(evaluated) / edits);
  Evaluation evaluation;
  const auto whole = std::chrono::steady_clock::now();
  for (int i = 0; i < 2000; ++i) {
    evaluate(**compiled, section.data(), nothing, evaluation);
    sectionFindings(**compiled, {DefinitionId("b.e"), OrgUnitId("1"), PeriodId("1")}, section.data(), evaluation,
                    nothing, false);
  }
  std::printf("all of it: %.1f us\n",
              std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - whole).count() / 2000);
}
