// Receives the rows of an importer and turns them into edits; each cell is parsed and checked by its column, as the
// values of a file are. Private to plugin/.
#pragma once
#include <string>
#include <string_view>

#include "core/plugin/plugin.h"
#include "core/plugin/plugin_host.h"

namespace cchc {

// Borrows the definition; writes into `imported`. A cell that cannot be used is added to Imported::refused:
//   plugin.importer-field      the table, or the section, has no such field
//   value.unexpected-element   a document in a field of another type
//   and the errors of normaliseText, normaliseLine, checkEnterable, assignLexical and checkDocument
// All but the first have the place of the cell.
class RowCollector final : public plugin::RowSink {
 public:
  RowCollector(const SectionDefinition& definition, Imported& imported)
      : definition_(definition), imported_(imported) {}

  void beginRow(const plugin::Text& table) noexcept override;
  void cell(const plugin::Text& fieldOrColumn, const plugin::Text& value) noexcept override;
  void document(const plugin::Text& fieldOrColumn, const plugin::Document& document) noexcept override;
  void refuse(std::size_t line, const plugin::Text& code, const plugin::Argument* arguments,
              std::size_t count) noexcept override;

 private:
  // The field or column of an id, with its place in the row that was begun last; nullptr: there is none.
  const FieldDefinition* findTarget(std::string_view id, Place& place) const;
  void refuseCell(Error error, const Place& place);

  const SectionDefinition& definition_;
  Imported& imported_;
  std::string table_, row_;
  std::size_t rows_ = 0;
};

}  // namespace cchc
