#include "tests/fuzz/targets.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <set>

#include "core/base/platform.h"
#include "core/base/reading/citation.h"
#include "core/base/reading/date.h"
#include "core/base/reading/figure.h"
#include "core/base/reading/money.h"
#include "core/base/reading/total_label.h"
#include "core/base/text.h"
#include "core/base/vietnamese.h"
#include "core/definition/located_place.h"
#include "core/definition/read_definition.h"
#include "core/exchange/importing/own_workbook.h"
#include "core/exchange/notices/receipt.h"
#include "core/exchange/notices/return_notice.h"
#include "core/exchange/package/package.h"
#include "core/exchange/sheets/delimited_text.h"
#include "core/exchange/sheets/section_workbook.h"
#include "core/exchange/sheets/sheet_file.h"
#include "core/exchange/values/value_check.h"
#include "core/exchange/values/values_file.h"
#include "core/narrative/narrative.h"
#include "core/rendering/render.h"
#include "core/rules/compiled_definition.h"
#include "core/rules/evaluation.h"
#include "core/rules/section_findings.h"
#include "core/rules/syntax.h"
#include "core/signing/package_signature.h"
#include "core/signing/receipt_signature.h"
#include "core/signing/report_signature.h"
#include "tests/fuzz/boundary_targets.h"
#include "tests/support/sheet_import.h"

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

Result<const SectionDefinition*> lookup(const SubmissionHeader& header) {
  const auto& id = header.key.definition;
  const auto* form = id == commune().id ? &commune() : id == budget().id ? &budget() : nullptr;
  if (form == nullptr) return fail("package.unknown-section", id.value);
  // An arriving package of another content waits.
  if (form->digest != header.definitionDigest) return fail("package.other-definition", id.value);
  return form;
}

// What was accepted is written and read again as the same.
void package(std::string_view bytes) {
  auto read = readPackage(bytes, "fuzz", lookup, UnitCodes());
  if (!read) return;
  const auto& definition = **lookup(read->header);
  auto header = read->header;
  const auto written = writePackage(header, definition, read->data, read->attachments);
  const auto again = readPackage(written, "again", lookup, UnitCodes());
  must(again.has_value(), "a package that was accepted can be written and read again");
  auto second = again->header;
  must(writePackage(second, definition, again->data, again->attachments) == written,
       "written twice, a package is the same");
}

void signature(std::string_view bytes) {
  if (const auto verified = verifyPackage(bytes, "fuzz", UnitCodes()); verified && !verified->certificates.empty()) {
    must(isSigned(bytes), "what is verified is signed");
  }
}

void returned(std::string_view bytes) {
  const auto read = readReturn(bytes, "fuzz", UnitCodes());
  if (!read) return;
  const auto again = readReturn(writeReturn(*read), "again", UnitCodes());
  must(again.has_value() && *again == *read, "a return is written and read again as the same");
}

void receipt(std::string_view bytes) {
  const auto read = readReceipt(bytes, "fuzz", UnitCodes());
  if (!read) return;
  static_cast<void>(verifyReceipt(bytes, "fuzz"));
  const auto again = readReceipt(writeReceipt(*read), "again", UnitCodes());
  must(again.has_value() && *again == *read, "a receipt is written and read again as the same");
}

void definition(std::string_view bytes) {
  // What the pass over all definitions does, and what it must agree with.
  DefinitionProblems problems("fuzz");
  DefinitionsTogether together;
  const auto checked = readDefinition(bytes, problems);
  if (checked) {
    together.byId[checked->id.value].push_back(checked.get());
    static_cast<void>(CompiledDefinition::compile(checked, problems, together));
    checkNarratives(*checked, problems);
  }
  for (const auto& problem : problems.all()) static_cast<void>(messageLine(errorOf(problem), Language::vi));
  const auto read = readDefinition(bytes, "fuzz");
  must(read.has_value() || problems.anyErrors(), "what is refused alone is refused in the pass");
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

// The cells of any file are valid text in order, and can be asked for at any place.
void cells(std::string_view bytes) {
  const auto read = readSheetFile(bytes, "fuzz", OldTexts::convert);
  if (!read) return;
  must(!read->sheets.empty() && read->firstVisible() < read->sheets.size(), "a file has a sheet");
  for (std::size_t s = 0; s < read->sheets.size(); ++s) {
    const auto& sheet = read->sheets[s];
    must(isUtf8(runningText(*read, s)), "running text is UTF-8");
    std::size_t before = 0;
    for (std::size_t r = 0; r < sheet.rows.size(); ++r) {
      const auto& row = sheet.rows[r];
      must(row.number > before, "rows are in order");
      before = row.number;
      for (std::size_t c = 0; c < row.cells.size() + 1; ++c) {
        const auto& cell = sheet.at(r, c);
        must(isUtf8(cell.text) && isUtf8(sheet.covering(r, c).text), "the text of a cell is UTF-8");
        must(cell.kind != SheetCell::Kind::date || cell.date.valid(), "a date exists");
      }
    }
  }
}

// A sheet that is imported twice gives no row twice, and what is right has no wrong value in it.
void imported(std::string_view bytes, std::string_view file, std::string_view table) {
  const auto run = test::triedSheet(bytes, file, budget(), table, 2023);
  if (!run) return;
  std::set<std::string> rows;
  for (const auto& row : run->values.rows) must(rows.insert(row.table + "/" + row.row).second, "a row is new once");
  for (const auto& edit : run->values.values) {
    const auto found = locate(budget(), edit.place);
    must(found && found->value != nullptr && fits(*found->value, edit.value), "an imported value fits its field");
  }
}

void sheet(std::string_view bytes) {
  cells(bytes);
  imported(bytes, "fuzz.csv", "");
  for (const auto& table : budget().tables) imported(bytes, "fuzz.csv", table.id);
  if (!isUtf8(bytes)) return;
  // What the clipboard gives can be put on it again.
  std::string copied;
  const auto pasted = readClipboard(bytes);
  for (const auto& row : pasted.rows) {
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      copied += (i == 0 ? "" : "\t") + clipboardCell(row.cells[i].text);
    copied += '\n';
  }
  const auto again = readClipboard(copied);
  must(again.rows.size() == pasted.rows.size(), "pasted cells are copied as many");
  for (std::size_t i = 0; i < again.rows.size(); ++i)
    must(again.rows[i].cells == pasted.rows[i].cells, "pasted cells are copied as the same");
}

void workbook(std::string_view bytes) {
  cells(bytes);
  imported(bytes, "fuzz.xlsx", "");
  for (const auto& table : budget().tables) imported(bytes, "fuzz.xlsx", table.id);
  const auto about = aboutWorkbook(bytes, "fuzz.xlsx");
  if (!about || !*about) return;
  const auto content = readSheetFile(bytes, "fuzz.xlsx");
  if (!content) return;
  static const auto present = emptyData(commune());
  const PartsInForce parts;
  importWorkbook({commune(), parts, present, 2023}, {commune().id, OrgUnitId("10945"), PeriodId("2023-8T")}, **about,
                 *content, "fuzz.xlsx", {}, "n");
}

void citations(std::string_view bytes) {
  static_cast<void>(reading::findCitations(bytes, {reading::Marks::vietnamese, 0, 2023}));
  static_cast<void>(reading::readCitations(bytes, {}));
}

// What a doubt offers has the meaning that it says, and nothing is read as something that is written otherwise.
void figures(std::string_view bytes) {
  for (const auto marks : {reading::Marks::vietnamese, reading::Marks::english}) {
    const reading::Context context{marks, 6, 2023, "m2"};
    for (const auto quantity : {reading::Quantity::number, reading::Quantity::percent}) {
      const auto read = reading::readFigure(bytes, quantity, context);
      if (const auto* doubt = std::get_if<reading::Doubt<reading::Figure>>(&read)) {
        for (const auto& meaning : doubt->meanings) {
          const auto again = reading::readFigure(meaning.text, quantity, context);
          must(std::get_if<reading::Figure>(&again) != nullptr && std::get<reading::Figure>(again) == meaning.value,
               "a meaning is read as itself");
        }
      }
      const auto* const figure = std::get_if<reading::Figure>(&read);
      if (figure == nullptr || !figure->number || quantity == reading::Quantity::percent) continue;
      const auto again = reading::readFigure(vietnamese::number(*figure->number), quantity, {});
      must(std::get<reading::Figure>(again).number == figure->number, "a figure is written and read again as the same");
    }
    static_cast<void>(reading::readFigure(bytes, reading::Quantity::whole, context));
    const auto money = reading::readMoney(bytes, context);
    if (const auto* amount = std::get_if<reading::Money>(&money); amount != nullptr && amount->dong)
      must(amount->dong->scale() == 0, "an amount is whole");
  }
  const auto date = reading::readDate(bytes, {reading::Marks::vietnamese, 0, 2023, {}});
  if (const auto* known = std::get_if<Date>(&date)) {
    must(known->valid() && reading::hasPlausibleYear(*known), "a date exists");
    must(std::get<Date>(reading::readDate(vietnamese::numericDate(*known), {})) == *known,
         "a date is written and read again as the same");
  }
  static_cast<void>(reading::readDateRange(bytes, {reading::Marks::vietnamese, 0, 2023, {}}));
  static_cast<void>(reading::namedPower(bytes));
  static_cast<void>(reading::isTotalLabel(bytes));
  const std::array<std::string_view, 2> block = {bytes, "1.234"};
  static_cast<void>(reading::marksOf(block));
}

}  // namespace

const std::map<std::string, Target>& targets() {
  static const std::map<std::string, Target> all = {
      {"package", package},       {"signature", signature}, {"return", returned},       {"receipt", receipt},
      {"definition", definition}, {"report", report},       {"expression", expression}, {"sheet", sheet},
      {"workbook", workbook},     {"citations", citations}, {"figures", figures},       {"boundary", boundaryCalls},
      {"library", libraryFile}};
  return all;
}

}  // namespace cchc::fuzz
