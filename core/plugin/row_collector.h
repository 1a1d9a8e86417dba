// Receives the rows of an importer and turns them into edits; each value is read and checked by its field, as those of
// a file of values are. Private to plugin/.
#pragma once
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "core/base/reading/reading.h"
#include "core/model/org_unit.h"
#include "core/plugin/cells_view.h"
#include "core/plugin/host_table.h"
#include "core/plugin/plugin_host.h"

namespace cchc {

// Borrows all its arguments; writes into `imported`. What cannot be used is added to Imported::refused:
//   plugin.importer-field      the table, or the section, has no such field, or its rows are fixed
//   value.unexpected-element   a document in a field of another type
//   values.not-in-force, values.choice-not-in-force   the place, or the choice, is not in force for the section
//   values.duplicate           a second value for one field; only documents are added to those before
//   the errors of boundary.h, and plugin.unknown-code
//   and the errors of cellValue, sheetValue, checkEnterable, assignLexical and checkDocument
// A refusal's place is the line of the row with the label of the field; for a cell, its position in the sheet.
class RowCollector {
 public:
  // `cells`: null for an importer of running text. `period`: null if it is not known.
  RowCollector(const SectionDefinition& definition, const PartsInForce& parts, const PluginMessages& messages,
               const Period* period, const CellsView* cells, std::string_view text, Imported& imported);
  RowCollector(const RowCollector&) = delete;
  RowCollector& operator=(const RowCollector&) = delete;

  const cchc_import_context& raw() const { return raw_; }
  // Removes the rows that have no value, or of which something was refused. To be called once, after the importer.
  void finish();

  void beginRow(const cchc_text& table, std::uint64_t line);
  void value(const cchc_text& fieldOrColumn, const cchc_text& value, const cchc_reading_context* context);
  void cell(const cchc_text& fieldOrColumn, std::uint64_t row, std::uint64_t column,
            const cchc_reading_context* context);
  void number(const cchc_text& fieldOrColumn, const cchc_number& number);
  void document(const cchc_text& fieldOrColumn, const cchc_document* document);
  void refuse(std::uint64_t line, const cchc_text& code, const cchc_argument* arguments, std::uint64_t count);

 private:
  struct Target {
    const FieldDefinition* field = nullptr;  // null: there is none, and that has been refused
    Place place;
  };
  // The value that the row, or the section, has in this field already; null: none.
  Value* given(const FieldDefinition& field);
  Target findTarget(const cchc_text& fieldOrColumn);
  void add(Target target, Result<Value> value, std::string position = {});
  void refuseAt(std::string place, Error error);
  std::string positionOf(const FieldDefinition* field) const;
  // The marks of the figures in a column of the sheet, decided by all of them.
  reading::Marks marksOf(std::size_t column);
  // The context that the plugin gave; otherwise of the period, with `marks`.
  Result<reading::Context> contextOf(const cchc_reading_context* given, reading::Marks marks) const;
  // Whether a cell of the row's line has this error ("#N/A"), which an importer took for a name.
  bool isError(std::string_view text) const;

  LiveSelf live_{this};
  const SectionDefinition& definition_;
  const PartsInForce& parts_;
  const PluginMessages& messages_;
  const CellsView* cells_;
  Imported& imported_;
  const int year_;  // of the period; 0: not known
  std::string table_, row_;
  std::map<std::size_t, reading::Marks> marks_;
  std::map<const FieldDefinition*, std::size_t> given_;  // of the row, or the section: the index of its value
  std::set<std::string> wrongRows_;                      // ids
  std::set<std::size_t> refusedLines_;                   // by the importer itself
  std::uint64_t line_ = 0;
  std::size_t rows_ = 0;
  cchc_import_context raw_{};
};

}  // namespace cchc
