#include "tests/fuzz/targets.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "core/base/platform.h"
#include "core/definition/read_definition.h"
#include "core/exchange/notices/receipt.h"
#include "core/exchange/notices/return_notice.h"
#include "core/exchange/package/package.h"
#include "core/exchange/sheets/section_workbook.h"
#include "core/exchange/sheets/workbook_reader.h"
#include "core/exchange/values/values_file.h"
#include "core/rendering/render.h"
#include "core/rules/compiled_definition.h"
#include "core/rules/evaluation.h"
#include "core/rules/section_findings.h"
#include "core/rules/syntax.h"
#include "core/signing/package_signature.h"
#include "core/signing/receipt_signature.h"
#include "core/signing/report_signature.h"
#include "plugins/justice/citation_text.h"

namespace cchc::fuzz {
namespace {

namespace fs = std::filesystem;
const fs::path source = CCHC_SOURCE;

// What must hold whatever the bytes are.
void must(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

std::shared_ptr<const SectionDefinition> load(const char* file) {
  const auto xml = readFile(source / file);
  must(xml.has_value(), "the definition can be read");
  const auto read = readDefinition(*xml, file);
  must(read.has_value(), "the definition is in order");
  return *read;
}
const SectionDefinition& commune() {
  static const auto definition = load("plugins/office/commune.xml");
  return *definition;
}
const SectionDefinition& budget() {
  static const auto definition = load("plugins/finance/budget.xml");
  return *definition;
}

Result<const SectionDefinition*> lookup(const DefinitionId& id, int) {
  if (id == commune().id) return &commune();
  if (id == budget().id) return &budget();
  return fail("package.unknown-section", id.value);
}

// What was accepted is written and read again as the same.
void package(std::string_view bytes) {
  auto read = readPackage(bytes, "fuzz", lookup);
  if (!read) return;
  const auto& definition = **lookup(read->header.key.definition, 1);
  auto header = read->header;
  const auto written = writePackage(header, definition, read->data, read->attachments);
  const auto again = readPackage(written, "again", lookup);
  must(again.has_value(), "a package that was accepted can be written and read again");
  auto second = again->header;
  must(writePackage(second, definition, again->data, again->attachments) == written,
       "written twice, a package is the same");
}

void signature(std::string_view bytes) {
  if (const auto verified = verifyPackage(bytes, "fuzz"); verified && !verified->certificates.empty()) {
    must(isSigned(bytes), "what is verified is signed");
  }
}

void returned(std::string_view bytes) {
  const auto read = readReturn(bytes, "fuzz");
  if (!read) return;
  const auto again = readReturn(writeReturn(*read), "again");
  must(again.has_value() && *again == *read, "a return is written and read again as the same");
}

void receipt(std::string_view bytes) {
  const auto read = readReceipt(bytes, "fuzz");
  if (!read) return;
  static_cast<void>(verifyReceipt(bytes, "fuzz"));
  const auto again = readReceipt(writeReceipt(*read), "again");
  must(again.has_value() && *again == *read, "a receipt is written and read again as the same");
}

void definition(std::string_view bytes) {
  const auto read = readDefinition(bytes, "fuzz");
  if (!read) return;
  const auto compiled = CompiledDefinition::compile(*read);
  if (!compiled) return;
  const auto data = initialData(**read);
  const Surroundings none;
  const auto evaluation = evaluate(**compiled, data, none);
  static_cast<void>(
      sectionFindings(**compiled, {(*read)->id, OrgUnitId("1"), PeriodId("1")}, data, evaluation, none, true));
}

void report(std::string_view bytes) {
  static_cast<void>(renderHtml(bytes, source / "schemas"));
  static_cast<void>(verifyReport(bytes, "fuzz"));
}

void expression(std::string_view bytes) { static_cast<void>(rules::parse({std::string(bytes), 1})); }

void sheet(std::string_view bytes) {
  static_cast<void>(readValuesCsv(bytes, "fuzz.csv", budget(), ""));
  for (const auto& table : budget().tables) static_cast<void>(readValuesCsv(bytes, "fuzz.csv", budget(), table.id));
}

void workbook(std::string_view bytes) {
  static_cast<void>(readWorkbookSheets(bytes, "fuzz.xlsx"));
  const auto section = sectionOfWorkbook(bytes);
  if (!section || *section != commune().id) return;
  static const auto present = emptyData(commune());
  static_cast<void>(readSectionWorkbook(bytes, "fuzz.xlsx", commune(),
                                        {commune().id, OrgUnitId("10945"), PeriodId("2023-8T")}, present));
}

void citations(std::string_view bytes) { static_cast<void>(justice::citationsIn(bytes)); }

}  // namespace

const std::map<std::string, Target>& targets() {
  static const std::map<std::string, Target> all = {
      {"package", package},       {"signature", signature}, {"return", returned},       {"receipt", receipt},
      {"definition", definition}, {"report", report},       {"expression", expression}, {"sheet", sheet},
      {"workbook", workbook},     {"citations", citations}};
  return all;
}

}  // namespace cchc::fuzz
