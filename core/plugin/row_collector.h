// Takes an importer's rows and turns them into edits, each cell parsed by its column. Private to plugin/.
#pragma once
#include "core/plugin/plugin.h"
#include "core/plugin/plugin_host.h"

namespace cchc {

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
  const FieldDefinition* target(std::string_view id, Place& place) const;

  const SectionDefinition& definition_;
  Imported& imported_;
  std::string table_, row_;
  std::size_t rows_ = 0;
};

}  // namespace cchc
