// A section as a plugin sees it, made in a test, and the findings and rows that a plugin gives.
#pragma once
#include <algorithm>
#include <deque>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "core/plugin/plugin_support.h"

namespace cchc::test {

struct Cited {  // the parts of a document that a test states; the rest stays blank
  std::string type = "CV", number, issuerCode = "UBND", issuer = "UBND huyện Bình Giang", title;
  plugin::CalendarDate date;
  plugin::NumberState state = plugin::NumberState::known;
};

class FakeSection final : public plugin::SectionReader {
 public:
  // `place`: "field", or "table.row.column" with rows from 0.
  FakeSection& text(const std::string& place, std::string value) {
    return texts_[key(place)] = std::move(value), *this;
  }
  FakeSection& number(const std::string& place, std::string_view value) {
    return numbers_[key(place)] = *Decimal::parse(value), *this;
  }
  FakeSection& denominator(const std::string& place, plugin::DenominatorState state) {
    return denominators_[key(place)] = state, *this;
  }
  FakeSection& document(const std::string& place, Cited cited) {
    documents_[key(place)].push_back(std::move(cited));
    return *this;
  }

  bool text(const plugin::Place& place, plugin::Text* out) const noexcept override {
    const auto found = texts_.find(key(place));
    return found != texts_.end() && (*out = plugin::view(found->second), true);
  }
  bool number(const plugin::Place& place, plugin::Number* out) const noexcept override {
    const auto found = numbers_.find(key(place));
    if (found == numbers_.end()) return false;
    const auto mantissa = static_cast<std::int64_t>(found->second.mantissa());
    *out = {mantissa < 0 ? -1 : 0, static_cast<std::uint64_t>(mantissa), found->second.scale()};
    return true;
  }
  bool date(const plugin::Place&, plugin::CalendarDate*) const noexcept override { return false; }
  bool stated(const plugin::Place& place, plugin::Number* out) const noexcept override { return number(place, out); }
  plugin::Qualifier qualifier(const plugin::Place&) const noexcept override { return plugin::Qualifier::exact; }
  plugin::DenominatorState denominator(const plugin::Place& place) const noexcept override {
    const auto found = denominators_.find(key(place));
    return found == denominators_.end() ? plugin::DenominatorState::unspecified : found->second;
  }
  std::size_t documentCount(const plugin::Place& place) const noexcept override {
    const auto found = documents_.find(key(place));
    return found == documents_.end() ? 0 : found->second.size();
  }
  bool document(const plugin::Place& place, std::size_t index, plugin::Document* out) const noexcept override {
    if (index >= documentCount(place)) return false;
    const auto& cited = documents_.at(key(place))[index];
    *out = {};
    out->type = plugin::view(cited.type);
    out->number = plugin::view(cited.number);
    out->issuerCode = plugin::view(cited.issuerCode);
    out->issuer = plugin::view(cited.issuer);
    out->title = plugin::view(cited.title);
    out->symbol = plugin::view(
        kept_.emplace_back(cited.number + "/" + (cited.type == "CV" ? "" : cited.type + "-") + cited.issuerCode));
    out->date = cited.date;
    out->numberState = cited.state;
    return true;
  }
  std::size_t rowCount(const plugin::Text& table) const noexcept override {
    std::size_t rows = 0;
    const auto count = [&](const auto& values) {
      for (const auto& [place, value] : values)
        if (std::get<0>(place) == plugin::text(table)) rows = std::max(rows, std::get<1>(place) + 1);
    };
    count(texts_), count(numbers_), count(documents_);
    return rows;
  }
  bool rowId(const plugin::Text&, std::size_t, plugin::Text*) const noexcept override { return false; }
  std::size_t documentPlaceCount() const noexcept override { return documents_.size(); }
  bool documentPlace(std::size_t index, plugin::Place* out) const noexcept override {
    if (index >= documents_.size()) return false;
    const auto& [table, row, column] = std::next(documents_.begin(), static_cast<std::ptrdiff_t>(index))->first;
    *out = {plugin::view(column), plugin::view(table), row};
    return true;
  }

 private:
  using Key = std::tuple<std::string, std::size_t, std::string>;  // table, row, field or column
  static Key key(const plugin::Place& place) {
    return {std::string(plugin::text(place.table)), place.row, std::string(plugin::text(place.field))};
  }
  static Key key(const std::string& place) {  // "disbursement.0.plan" is a cell, "revenue.actual" a field
    const auto first = place.find('.'), second = place.find('.', first == std::string::npos ? first : first + 1);
    const auto row = second == std::string::npos ? std::string() : place.substr(first + 1, second - first - 1);
    const bool cell = !row.empty() && row.find_first_not_of("0123456789") == std::string::npos;
    if (!cell) return {"", 0, place};
    return {place.substr(0, first), std::stoul(row), place.substr(second + 1)};
  }

  std::map<Key, std::string> texts_;
  std::map<Key, Decimal> numbers_;
  std::map<Key, plugin::DenominatorState> denominators_;
  std::map<Key, std::vector<Cited>> documents_;
  mutable std::deque<std::string> kept_;
};

struct FakeFinding {
  std::string code;
  plugin::Severity severity;
  std::vector<std::string> places;  // "revenue.own_rate", "treasury.1.project"
  std::map<std::string, std::string> arguments;
};

class FakeCheck final : public plugin::CheckContext {
 public:
  explicit FakeCheck(const FakeSection& section) : section_(section) {}
  FakeCheck& beside(const std::string& definition, const FakeSection& other) {
    return others_[definition] = &other, *this;
  }

  // The findings of one check.
  std::vector<FakeFinding> run(plugin::Check check) {
    findings_.clear();
    failed_ = !check(*this);
    return findings_;
  }
  bool failed() const { return failed_; }

  const plugin::SectionReader& section() const noexcept override { return section_; }
  const plugin::SectionReader* previousPeriod() const noexcept override { return nullptr; }
  const plugin::SectionReader* other(const plugin::Text& definition) const noexcept override {
    const auto found = others_.find(std::string(plugin::text(definition)));
    return found == others_.end() ? nullptr : found->second;
  }
  std::int32_t periodYear() const noexcept override { return 2023; }
  plugin::CalendarDate periodStart() const noexcept override { return {2023, 1, 1}; }
  plugin::CalendarDate periodEnd() const noexcept override { return {2023, 8, 28}; }
  void addFinding(const plugin::Text& code, plugin::Severity severity, const plugin::Place* places,
                  std::size_t placeCount, const plugin::Argument* arguments,
                  std::size_t argumentCount) noexcept override {
    FakeFinding finding{std::string(plugin::text(code)), severity, {}, {}};
    for (std::size_t i = 0; i < placeCount; ++i) finding.places.push_back(placeText(places[i]));
    for (std::size_t i = 0; i < argumentCount; ++i)
      finding.arguments[std::string(plugin::text(arguments[i].name))] = plugin::text(arguments[i].value);
    findings_.push_back(std::move(finding));
  }

 private:
  static std::string placeText(const plugin::Place& place) {
    const std::string field(plugin::text(place.field));
    return place.table.size == 0
               ? field
               : std::string(plugin::text(place.table)) + "." + std::to_string(place.row) + "." + field;
  }

  const FakeSection& section_;
  std::map<std::string, const FakeSection*> others_;
  std::vector<FakeFinding> findings_;
  bool failed_ = false;
};

// Rows as lines "table: column=value column=value"; refusals as "line code given".
class FakeSink final : public plugin::RowSink {
 public:
  std::vector<std::string> rows, refused;

  void beginRow(const plugin::Text& table) noexcept override { rows.push_back(std::string(plugin::text(table)) + ":"); }
  void cell(const plugin::Text& column, const plugin::Text& value) noexcept override {
    if (rows.empty()) rows.emplace_back(":");
    rows.back() += " " + std::string(plugin::text(column)) + "=" + std::string(plugin::text(value));
  }
  void document(const plugin::Text&, const plugin::Document&) noexcept override {}
  void refuse(std::size_t line, const plugin::Text& code, const plugin::Argument* arguments,
              std::size_t count) noexcept override {
    auto text = std::to_string(line) + " " + std::string(plugin::text(code));
    for (std::size_t i = 0; i < count; ++i) text += " " + std::string(plugin::text(arguments[i].value));
    refused.push_back(std::move(text));
  }
};

}  // namespace cchc::test
