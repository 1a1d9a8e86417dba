// Lets a plugin read a section: a cchc_section over a SectionView. Private to plugin/.
#pragma once
#include <deque>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/plugin/kit/cchc/plugin.h"
#include "core/plugin/live_self.h"
#include "core/rules/evaluation.h"

namespace cchc {

// Used on one thread. A plugin knows its address, so it is neither copied nor moved.
class SectionViewReader {
 public:
  explicit SectionViewReader(const SectionView& view);
  SectionViewReader(const SectionViewReader&) = delete;
  SectionViewReader& operator=(const SectionViewReader&) = delete;

  const cchc_section& raw() const { return raw_; }
  const SectionView& view() const { return view_; }

  // The place that a plugin names in a finding; its row must be there. Errors, without a place:
  //   plugin.null, plugin.size
  //   plugin.unknown-place   the form has no such field, table, row or column
  Result<Place> place(const cchc_place* place) const;
  // The name of a place for a person: the label of the field; for a cell, the title of the table, the number of the row
  // and the column. "" for a place that is not there.
  Label label(const cchc_place& place) const;
  // Whether a place that place() gave is in force.
  bool inForce(const Place& place) const;

  // The functions of cchc_section. They answer as plugin.h says, and nothing for a place that is wrong in any way.
  const Effective* effective(const cchc_place* place) const;
  const Value* entered(const cchc_place* place) const;
  bool text(const cchc_place* place, cchc_text* out) const;
  bool number(const cchc_place* place, cchc_number* out) const;
  bool date(const cchc_place* place, cchc_date* out) const;
  bool range(const cchc_place* place, cchc_date* from, cchc_date* to) const;
  bool stated(const cchc_place* place, cchc_number* out) const;
  std::size_t documentCount(const cchc_place* place) const;
  bool document(const cchc_place* place, std::uint64_t index, cchc_document* out) const;
  std::size_t rowCount(std::string_view table) const;
  bool rowId(std::string_view table, std::uint64_t row, cchc_text* out) const;
  std::size_t documentPlaceCount() const { return documentPlaces().size(); }
  bool documentPlace(std::uint64_t index, cchc_place* out) const;
  bool labelText(const cchc_place* place, const cchc_text& language, cchc_text* out) const;

 private:
  std::optional<std::size_t> tableOf(std::string_view id) const;
  std::optional<std::size_t> columnOf(const TableDefinition& table, std::string_view id) const;
  cchc_text storeText(std::string text) const;
  const std::vector<cchc_place>& documentPlaces() const;

  LiveSelf live_{this};
  SectionView view_;
  cchc_section raw_{};
  mutable std::optional<std::size_t> lastTable_;
  mutable std::size_t lastColumn_ = 0;
  mutable std::deque<std::string> texts_;  // the plugin gets views of them, valid as long as the reader
  mutable std::optional<std::vector<cchc_place>> documentPlaces_;
};

}  // namespace cchc
