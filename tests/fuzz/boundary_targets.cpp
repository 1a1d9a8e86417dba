#include "tests/fuzz/boundary_targets.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <vector>

#include "core/base/platform.h"
#include "core/base/text.h"
#include "core/plugin/boundary.h"
#include "core/plugin/check_run.h"
#include "core/plugin/library/library_file.h"
#include "core/plugin/registration.h"
#include "core/plugin/row_collector.h"
#include "tests/support/definitions.h"

namespace cchc::fuzz {
namespace {

void mustHold(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

// Gives numbers and texts from the bytes; zeros at their end.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}
  bool empty() const { return bytes_.empty(); }
  unsigned byte() {
    if (bytes_.empty()) return 0;
    const auto value = static_cast<unsigned char>(bytes_.front());
    bytes_.remove_prefix(1);
    return value;
  }
  template <class Number>
  Number number() {
    Number value{};
    for (std::size_t i = 0; i < sizeof value; ++i)
      value = static_cast<Number>(static_cast<std::uint64_t>(value) << 7U | byte());
    return value;
  }
  // A small number, or sometimes any.
  template <class Number>
  Number usual() {
    const auto first = byte();
    return first < 240 ? static_cast<Number>(first % 8) : number<Number>();
  }
  // A text of the form, bytes of the input, or one that no plugin may give. The bytes it points to are there.
  cchc_text text() {
    static constexpr std::array<std::string_view, 14> known = {
        "count",       "name",     "paper", "papers", "rate",   "items",     "on",
        "bad.finding", "bad.form", "vi",    "en",     "1234.5", "28/8/2023", "387 tỷ 425 triệu đồng"};
    const auto choice = byte();
    if (choice < 200) return boundary::view(known[choice % known.size()]);
    if (choice < 205) return {nullptr, number<std::uint64_t>()};
    if (choice < 210) return {reinterpret_cast<const char*>(std::uintptr_t{7}), 7};
    if (choice < 215) return {bytes_.data(), ~std::uint64_t{0}};
    const auto wanted = byte();  // first: it shortens the bytes
    const auto size = std::min<std::size_t>(wanted, bytes_.size());
    const auto taken = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return boundary::view(taken);
  }
  cchc_number figure() { return {usual<std::int64_t>(), number<std::uint64_t>(), usual<std::int32_t>(), 0}; }
  cchc_date date() { return {2020 + usual<std::int32_t>(), usual<std::int32_t>(), usual<std::int32_t>()}; }
  template <class Structure>
  std::uint32_t sizeOf() {
    return byte() < 240 ? static_cast<std::uint32_t>(sizeof(Structure)) : number<std::uint32_t>() % sizeof(Structure);
  }
  cchc_place place() {
    return {sizeOf<cchc_place>(), 0, text(), byte() < 128 ? cchc_text{} : text(), usual<std::uint64_t>()};
  }
  cchc_document document() {
    cchc_document out{};
    out.size = sizeOf<cchc_document>();
    out.role = usual<std::int32_t>();
    out.number_state = usual<std::int32_t>();
    out.for_year = usual<std::int32_t>();
    out.date = date();
    for (auto* part :
         {&out.type, &out.number, &out.year, &out.issuer_code, &out.issuer, &out.title, &out.implements, &out.symbol})
      *part = byte() < 200 ? cchc_text{} : text();
    return out;
  }
  std::vector<cchc_argument> arguments() {
    std::vector<cchc_argument> out(byte() % 4);
    for (auto& argument : out) argument = {text(), text()};
    return out;
  }

 private:
  std::string_view bytes_;
};

const CompiledDefinition& form() {
  static const auto compiled =
      test::definition(test::group(test::field("count", "type=\"integer\"") + test::field("name", "type=\"text\"") +
                                   test::field("on", "type=\"date\"") + test::field("paper", "type=\"document\"") +
                                   test::field("papers", "type=\"documents\"") +
                                   test::table("items", test::column("name", "type=\"text\"") +
                                                            test::column("count", "type=\"integer\"") +
                                                            test::column("paper", "type=\"document\""))),
                       "bad.form");
  return *compiled;
}

const PluginMessages& messages() {
  static const PluginMessages all = {{"bad.finding", {"bad.finding", "Có lỗi {given}", "", "wrong {given}", ""}}};
  return all;
}

// A text that the host gave is UTF-8 and small.
void sound(const cchc_text& text) {
  mustHold(text.data != nullptr || text.size == 0, "a text of the host points to its bytes");
  mustHold(isUtf8({text.data, static_cast<std::size_t>(text.size)}), "a text of the host is UTF-8");
}

cchc_reading_context readingContext(Bytes& bytes) {
  return {bytes.sizeOf<cchc_reading_context>(), bytes.usual<std::int32_t>(), bytes.usual<std::int32_t>(),
          bytes.usual<std::int32_t>(), bytes.text()};
}

void callHost(const cchc_host& host, Bytes& bytes) {
  cchc_text out{};
  cchc_number number{};
  std::int32_t answer = 0;
  cchc_date date{};
  auto* outText = bytes.byte() < 240 ? &out : nullptr;
  const auto a = bytes.figure(), b = bytes.figure();
  const auto context = readingContext(bytes);
  const auto text = bytes.text();
  const auto arguments = bytes.arguments();
  switch (bytes.byte() % 20) {
    case 0:
      host.log(host.self, bytes.usual<std::int32_t>(), text);
      break;
    case 1:
      host.message(host.self, text, bytes.text(), arguments.data(), arguments.size(), outText);
      break;
    case 2:
      host.fold(host.self, text, outText);
      break;
    case 3:
      host.normalise(host.self, text, outText);
      break;
    case 4:
      host.number_from_text(host.self, text, &number);
      break;
    case 5:
      host.number_to_text(host.self, &a, outText);
      break;
    case 6:
      host.number_shown(host.self, &a, outText);
      break;
    case 7:
      host.add(host.self, &a, &b, &number);
      break;
    case 8:
      host.subtract(host.self, &a, &b, &number);
      break;
    case 9:
      host.multiply(host.self, &a, &b, &number);
      break;
    case 10:
      host.divide(host.self, &a, &b, bytes.usual<std::int32_t>(), &number);
      break;
    case 11:
      host.compare(host.self, &a, &b, &answer);
      break;
    case 12:
      host.read_figure(host.self, text, bytes.usual<std::int32_t>(), &context, &number, &answer, outText);
      break;
    case 13:
      host.read_money(host.self, text, &context, &number, nullptr, outText);
      break;
    case 14:
      host.read_date(host.self, text, &context, &date, outText);
      break;
    case 15:
      host.money_power(host.self, text, &answer);
      break;
    case 16:
      host.marks_of(host.self, &text, bytes.usual<std::uint64_t>() > 6 ? ~std::uint64_t{0} : 1, &answer);
      break;
    case 17:
      host.find_citations(host.self, text, &context, &date,
                          [](void*, std::uint64_t, std::uint64_t, const cchc_document* found) {
                            if (found != nullptr) sound(found->symbol);
                          });
      break;
    case 18:
      host.is_total_label(host.self, text);
      host.body_key(host.self, text, outText);
      host.lower_first(host.self, text, outText);
      break;
    default:
      host.money_shown(host.self, &a, outText);
      host.date_shown(host.self, bytes.date(), outText);
      break;
  }
  sound(out);
  mustHold(boundary::number(number, "").has_value(), "a number of the host is in range");
}

void readSection(const cchc_section& section, Bytes& bytes) {
  cchc_text text{};
  cchc_number number{};
  cchc_date from{}, to{};
  cchc_document document{};
  cchc_place found{};
  const auto place = bytes.place();
  const auto* at = bytes.byte() < 240 ? &place : nullptr;
  const auto index = bytes.usual<std::uint64_t>();
  document.size = bytes.sizeOf<cchc_document>();
  found.size = bytes.sizeOf<cchc_place>();
  section.text(section.self, at, &text);
  section.number(section.self, at, &number);
  section.date(section.self, at, &from);
  section.range(section.self, at, &from, &to);
  section.stated(section.self, at, &number);
  section.qualifier(section.self, at);
  section.denominator(section.self, at);
  section.document_count(section.self, at);
  section.document(section.self, at, index, &document);
  section.row_count(section.self, place.table);
  section.row_id(section.self, place.table, index, &text);
  section.document_place_count(section.self);
  section.document_place(section.self, index, &found);
  section.label(section.self, at, bytes.text(), &text);
  sound(text);
}

void addFinding(const cchc_check_context& context, Bytes& bytes) {
  std::vector<cchc_place> places(bytes.byte() % 3);
  for (auto& place : places) {
    place = bytes.place();
    place.size = sizeof place;  // the elements of an array lie one behind another
  }
  const auto arguments = bytes.arguments();
  cchc_finding finding{};
  finding.size = bytes.sizeOf<cchc_finding>();
  finding.severity = bytes.usual<std::int32_t>();
  finding.code = bytes.text();
  finding.places = places.data();
  finding.place_count = bytes.byte() < 240 ? places.size() : ~std::uint64_t{0};
  finding.arguments = arguments.data();
  finding.argument_count = bytes.byte() < 240 ? arguments.size() : ~std::uint64_t{0};
  context.add_finding(context.self, bytes.byte() < 250 ? &finding : nullptr);
  context.other(context.self, bytes.text());
}

void importValue(const cchc_import_context& context, Bytes& bytes) {
  const auto field = bytes.text();
  const auto document = bytes.document();
  const auto arguments = bytes.arguments();
  const auto reading = readingContext(bytes);
  const bool withContext = bytes.byte() % 2 == 0;
  cchc_cell cell{};
  switch (bytes.byte() % 7) {
    case 0:
      context.begin_row(context.self, field, bytes.usual<std::uint64_t>());
      break;
    case 1:
      context.value(context.self, field, bytes.text(), withContext ? &reading : nullptr);
      break;
    case 2:
      context.cell(context.self, field, bytes.usual<std::uint64_t>(), bytes.usual<std::uint64_t>(),
                   withContext ? &reading : nullptr);
      break;
    case 3:
      context.number(context.self, field, bytes.figure());
      break;
    case 4:
      context.document(context.self, field, bytes.byte() < 240 ? &document : nullptr);
      break;
    case 5:
      context.refuse(context.self, bytes.usual<std::uint64_t>(), field, arguments.data(), arguments.size());
      break;
    default:
      cell.size = bytes.sizeOf<cchc_cell>();
      if (context.cells->cell(context.cells->self, bytes.usual<std::uint64_t>(), bytes.usual<std::uint64_t>(), &cell) !=
          0)
        sound(cell.text);
      break;
  }
}

void registerSomething(const cchc_registrar& registrar, Bytes& bytes) {
  std::vector<cchc_text> others(bytes.byte() % 3);
  for (auto& other : others) other = bytes.text();
  cchc_check_registration check{};
  check.size = bytes.sizeOf<cchc_check_registration>();
  check.definition = bytes.text();
  check.code = bytes.text();
  check.version_from = bytes.usual<std::uint32_t>();
  check.version_until = bytes.usual<std::uint32_t>();
  check.others = others.data();
  check.other_count = bytes.byte() < 240 ? others.size() : ~std::uint64_t{0};
  if (bytes.byte() < 240) check.check = [](void*, const cchc_check_context*) -> std::int32_t { return 1; };
  registrar.add_check(registrar.self, bytes.byte() < 250 ? &check : nullptr);
  cchc_importer_registration importer{};
  importer.size = bytes.sizeOf<cchc_importer_registration>();
  importer.input = bytes.usual<std::int32_t>();
  importer.definition = bytes.text();
  importer.name = bytes.text();
  if (bytes.byte() < 240) importer.importer = [](void*, const cchc_import_context*) -> std::int32_t { return 1; };
  registrar.add_importer(registrar.self, bytes.byte() < 250 ? &importer : nullptr);
}

}  // namespace

void boundaryCalls(std::string_view given) {
  Bytes bytes(given);
  const HostTable host(messages());
  auto data = emptyData(form().definition());
  data.fields[0].content = Decimal(7);
  data.tables[0].rows.push_back({"r1", std::vector<Value>(form().definition().tables[0].columns.size())});
  const auto evaluation = evaluate(form(), data, Surroundings());
  const SectionView view{&form(), &data, &evaluation};
  const SectionKey key{form().definition().id, OrgUnitId("1"), PeriodId("k")};
  const Surroundings alone;
  std::vector<Finding> findings;
  CheckRun run(key, view, alone, {"bad.form"}, messages(), findings);
  Sheet sheet;
  sheet.rows = {{1, false, {SheetCell::ofText("5 tỷ"), SheetCell::ofNumber(Decimal(3))}}};
  const CellsView cells(sheet);
  Imported imported;
  const PartsInForce parts;
  RowCollector rows(form().definition(), parts, messages(), nullptr, &cells, {}, imported);
  const std::string folder = "folder";
  Registration registration(host, folder);
  while (!bytes.empty()) {
    switch (bytes.byte() % 5) {
      case 0:
        callHost(host.raw(), bytes);
        break;
      case 1:
        readSection(*run.raw().section, bytes);
        break;
      case 2:
        addFinding(run.raw(), bytes);
        break;
      case 3:
        importValue(rows.raw(), bytes);
        break;
      default:
        registerSomething(registration.raw(), bytes);
        break;
    }
  }
  // Whatever was given, what came through can be used.
  for (const auto& finding : findings) {
    mustHold(finding.code == "bad.finding" && finding.severity <= Severity::error, "a finding is one of the plugin's");
    mustHold(isNfc(finding.viWhat) && isUtf8(finding.enWhat), "a finding's text is NFC");
  }
  for (const auto& edit : imported.values.values) {
    if (const auto* documents = edit.value.documents())
      for (const auto& document : *documents)
        mustHold(!document.date || document.date->valid(), "a date that came through exists");
  }
  for (const auto& check : registration.checks) mustHold(check.run != nullptr, "a check can be run");
}

void libraryFile(std::string_view given) {
  static const auto file =
      std::filesystem::temp_directory_path() / ("cchc-fuzz-" + std::to_string(platform::processId()));
  std::ofstream(file, std::ios::binary | std::ios::trunc) << given;
  const LibraryFile library(file);
  static_cast<void>(checkElf(library, library));
  static_cast<void>(checkPe(library, library));
}

}  // namespace cchc::fuzz
