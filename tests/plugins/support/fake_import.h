// Runs an importer over a text or a sheet, and shows what it writes.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/sheets/sheet_file.h"
#include "core/plugin/cells_view.h"
#include "tests/plugins/support/real_host.h"

namespace cchc::test {

// Rows as lines "table: column=value column=value"; refusals as "line code given".
class FakeImport {
 public:
  std::vector<std::string> rows, refused;

  using Importer = std::function<void(const plugin::ImportContext&, plugin::RowSink&)>;
  // Reads delimited text as the suite does.
  static FakeImport ofTable(const Importer& importer, std::string_view bytes) {
    const auto file = readSheetFile(bytes, "test");
    return ofSheet(importer, file ? file->sheets.front() : Sheet());
  }
  static FakeImport ofSheet(const Importer& importer, const Sheet& sheet) {
    const CellsView cells(sheet);
    FakeImport run;
    run.sheet_ = &sheet;
    run.call(importer, &cells.raw(), {});
    return run;
  }
  static FakeImport ofText(const Importer& importer, std::string_view text) {
    FakeImport run;
    run.call(importer, nullptr, text);
    return run;
  }

 private:
  static FakeImport& of(void* self) { return *static_cast<FakeImport*>(self); }
  void add(cchc_text column, const std::string& value) {
    if (rows.empty()) rows.emplace_back(":");
    rows.back() += " " + std::string(plugin::text(column)) + "=" + value;
  }
  void call(const Importer& importer, const cchc_cells* cells, std::string_view text) {
    cchc_import_context raw{};
    raw.size = sizeof raw;
    raw.self = this;
    raw.period_year = 2023;
    raw.period_start = {2023, 1, 1};
    raw.period_end = {2023, 8, 28};
    raw.cells = cells;
    raw.text = plugin::view(text);
    raw.begin_row = [](void* self, cchc_text table, std::uint64_t) {
      of(self).rows.push_back(std::string(plugin::text(table)) + ":");
    };
    raw.value = [](void* self, cchc_text column, cchc_text value, const cchc_reading_context*) {
      of(self).add(column, std::string(plugin::text(value)));
    };
    raw.cell = [](void* self, cchc_text column, std::uint64_t row, std::uint64_t at, const cchc_reading_context*) {
      of(self).add(column, of(self).sheet_->at(static_cast<std::size_t>(row), static_cast<std::size_t>(at)).text);
    };
    raw.number = [](void* self, cchc_text column, cchc_number number) {
      of(self).add(column, plugin::Decimal(number).toText());
    };
    raw.document = [](void* self, cchc_text column, const cchc_document* document) {
      of(self).add(column, std::string(plugin::text(document->symbol)) +
                               (document->for_year == 0 ? "" : " for " + std::to_string(document->for_year)));
    };
    raw.refuse = [](void* self, std::uint64_t line, cchc_text code, const cchc_argument* arguments,
                    std::uint64_t count) {
      auto text = std::to_string(line) + " " + std::string(plugin::text(code));
      if (count > 0) text += " " + std::string(plugin::text(arguments[0].value));
      of(self).refused.push_back(std::move(text));
    };
    plugin::RowSink sink(raw);
    importer(plugin::ImportContext(raw), sink);
  }

  const Sheet* sheet_ = nullptr;
};

}  // namespace cchc::test
