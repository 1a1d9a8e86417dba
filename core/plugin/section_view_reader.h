// Lets a plugin read a section: implements plugin::SectionReader over a SectionView. Private to plugin/.
#pragma once
#include <deque>
#include <optional>
#include <string>
#include <string_view>

#include "core/plugin/plugin.h"
#include "core/rules/evaluation.h"

namespace cchc {

class SectionViewReader final : public plugin::SectionReader {
 public:
  explicit SectionViewReader(const SectionView& view) : view_(view) {}

  bool text(const plugin::Place&, plugin::Text* out) const noexcept override;
  bool number(const plugin::Place&, plugin::Number* out) const noexcept override;
  bool date(const plugin::Place&, plugin::CalendarDate* out) const noexcept override;
  bool stated(const plugin::Place&, plugin::Number* out) const noexcept override;
  plugin::Qualifier qualifier(const plugin::Place&) const noexcept override;
  plugin::DenominatorState denominator(const plugin::Place&) const noexcept override;
  std::size_t documentCount(const plugin::Place&) const noexcept override;
  bool document(const plugin::Place&, std::size_t index, plugin::Document* out) const noexcept override;
  std::size_t rowCount(const plugin::Text& table) const noexcept override;
  bool rowId(const plugin::Text& table, std::size_t row, plugin::Text* out) const noexcept override;
  std::size_t documentPlaceCount() const noexcept override;
  bool documentPlace(std::size_t index, plugin::Place* out) const noexcept override;

  // The text form of a plugin's place: "documents[r1].document".
  std::string placeText(const plugin::Place& place) const;
  // The name of a place for a person: the label of the field; for a cell, the title of the table, the number of the row
  // and the column.
  Label placeLabel(const plugin::Place& place) const;

 private:
  const Effective* effective(const plugin::Place& place) const;
  const Value* entered(const plugin::Place& place) const;
  std::optional<std::size_t> tableOf(std::string_view id) const;
  std::optional<std::size_t> columnOf(const TableDefinition& table, std::string_view id) const;
  plugin::Text storeText(std::string text) const;

  SectionView view_;
  mutable std::optional<std::size_t> lastTable_;
  mutable std::size_t lastColumn_ = 0;
  mutable std::deque<std::string> texts_;  // the plugin gets views of them, valid as long as the reader
};

}  // namespace cchc
