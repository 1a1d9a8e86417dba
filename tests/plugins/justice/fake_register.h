// The register of the justice section as a plugin sees it, made in a test: each row has a topic and one document.
#pragma once
#include <deque>
#include <string>
#include <vector>

#include "core/plugin/plugin_support.h"

namespace cchc::test {

struct RegisterRow {
  std::string number, date, type = "KH", issuerCode = "UBND", issuer = "UBND huyện Bình Giang", year,
                            topic = "dissemination";
  int forYear = 2023;
  plugin::NumberState state = plugin::NumberState::known;
};

class FakeRegister final : public plugin::SectionReader {
 public:
  explicit FakeRegister(std::vector<RegisterRow> rows) : rows_(std::move(rows)) {}

  bool text(const plugin::Place& place, plugin::Text* out) const noexcept override {
    if (plugin::text(place.field) != "topic" || place.row >= rows_.size()) return false;
    return *out = plugin::view(rows_[place.row].topic), true;
  }
  bool number(const plugin::Place&, plugin::Number*) const noexcept override { return false; }
  bool date(const plugin::Place&, plugin::CalendarDate*) const noexcept override { return false; }
  bool stated(const plugin::Place&, plugin::Number*) const noexcept override { return false; }
  plugin::Qualifier qualifier(const plugin::Place&) const noexcept override { return plugin::Qualifier::exact; }
  plugin::DenominatorState denominator(const plugin::Place&) const noexcept override {
    return plugin::DenominatorState::unspecified;
  }
  std::size_t documentCount(const plugin::Place& place) const noexcept override {
    return place.row < rows_.size() ? 1 : 0;
  }
  bool document(const plugin::Place& place, std::size_t index, plugin::Document* out) const noexcept override {
    if (place.row >= rows_.size() || index > 0) return false;
    const auto& row = rows_[place.row];
    *out = {};
    out->type = plugin::view(row.type);
    out->number = plugin::view(row.number);
    out->year = plugin::view(row.year);
    out->issuerCode = plugin::view(row.issuerCode);
    out->issuer = plugin::view(row.issuer);
    out->symbol = plugin::view(kept_.emplace_back(row.number + (row.year.empty() ? "" : "/" + row.year) + "/" +
                                                  row.type + "-" + row.issuerCode));
    if (const auto date = Date::parseVietnamese(row.date)) out->date = {date->year, date->month, date->day};
    out->forYear = row.forYear;
    out->numberState = row.state;
    return true;
  }
  std::size_t rowCount(const plugin::Text&) const noexcept override { return rows_.size(); }
  bool rowId(const plugin::Text&, std::size_t, plugin::Text*) const noexcept override { return false; }
  std::size_t documentPlaceCount() const noexcept override { return rows_.size(); }
  bool documentPlace(std::size_t index, plugin::Place* out) const noexcept override {
    if (index >= rows_.size()) return false;
    return *out = plugin::cell("documents", index, "document"), true;
  }

 private:
  std::vector<RegisterRow> rows_;
  mutable std::deque<std::string> kept_;
};

}  // namespace cchc::test
