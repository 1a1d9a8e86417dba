// A section as a plugin sees it, made in a test, and the findings that a check gives.
#pragma once
#include <algorithm>
#include <cchc/plugin.hpp>
#include <functional>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "tests/plugins/support/real_host.h"

namespace cchc::test {

struct Cited {  // the parts of a document that a test states; the rest stays blank
  std::string type = "CV", number = {}, issuerCode = "UBND", issuer = "UBND huyện Bình Giang", title = {};
  plugin::CalendarDate date = {};
  plugin::NumberState state = plugin::NumberState::known;
  std::string symbol = {};  // empty: composed from the parts
  std::string year = {};
};

class FakeSection {
 public:
  FakeSection() {
    raw_.size = sizeof raw_;
    raw_.version = 1;
    raw_.text = [](void* self, const cchc_place* place, cchc_text* out) -> std::int32_t {
      const auto* found = of(self).find(of(self).texts_, *place);
      return found != nullptr && (*out = plugin::view(*found), true);
    };
    raw_.number = raw_.stated = [](void* self, const cchc_place* place, cchc_number* out) -> std::int32_t {
      const auto* found = of(self).find(of(self).numbers_, *place);
      return found != nullptr && (*out = found->raw(), true);
    };
    raw_.date = [](void*, const cchc_place*, cchc_date*) -> std::int32_t { return 0; };
    raw_.range = [](void*, const cchc_place*, cchc_date*, cchc_date*) -> std::int32_t { return 0; };
    raw_.qualifier = [](void*, const cchc_place*) -> std::int32_t { return CCHC_EXACT; };
    raw_.denominator = [](void* self, const cchc_place* place) -> std::int32_t {
      const auto* found = of(self).find(of(self).denominators_, *place);
      return found == nullptr ? CCHC_DENOMINATOR_UNSPECIFIED : static_cast<std::int32_t>(*found);
    };
    raw_.document_count = [](void* self, const cchc_place* place) -> std::uint64_t {
      const auto* found = of(self).find(of(self).documents_, *place);
      return found == nullptr ? 0 : found->size();
    };
    raw_.document = [](void* self, const cchc_place* place, std::uint64_t index, cchc_document* out) -> std::int32_t {
      const auto* found = of(self).find(of(self).documents_, *place);
      if (found == nullptr || index >= found->size()) return 0;
      const auto& cited = (*found)[index];
      plugin::Document document;
      document.type = cited.type, document.number = cited.number, document.issuerCode = cited.issuerCode;
      document.issuer = cited.issuer, document.title = cited.title, document.symbol = cited.symbol;
      document.year = cited.year, document.date = cited.date, document.numberState = cited.state;
      *out = plugin::raw(document);
      return 1;
    };
    raw_.row_count = [](void* self, cchc_text table) -> std::uint64_t { return of(self).rows(plugin::text(table)); };
    raw_.row_id = [](void*, cchc_text, std::uint64_t, cchc_text*) -> std::int32_t { return 0; };
    raw_.document_place_count = [](void* self) -> std::uint64_t { return of(self).documents_.size(); };
    raw_.document_place = [](void* self, std::uint64_t index, cchc_place* out) -> std::int32_t {
      if (index >= of(self).documents_.size()) return 0;
      const auto& [table, row, column] =
          std::next(of(self).documents_.begin(), static_cast<std::ptrdiff_t>(index))->first;
      *out = plugin::raw(plugin::Place{column, table, row});
      return 1;
    };
    raw_.label = [](void*, const cchc_place*, cchc_text, cchc_text*) -> std::int32_t { return 0; };
  }

  // `place`: "field", or "table.row.column" with rows from 0.
  FakeSection& text(const std::string& place, std::string value) {
    return texts_[key(place)] = std::move(value), *this;
  }
  FakeSection& number(const std::string& place, std::string_view value) {
    return numbers_[key(place)] = *plugin::Decimal::parse(value), *this;
  }
  FakeSection& denominator(const std::string& place, plugin::DenominatorState state) {
    return denominators_[key(place)] = state, *this;
  }
  FakeSection& document(const std::string& place, Cited cited) {
    if (cited.symbol.empty())
      cited.symbol = cited.number + "/" + (cited.type == "CV" ? "" : cited.type + "-") + cited.issuerCode;
    documents_[key(place)].push_back(std::move(cited));
    return *this;
  }

  // Valid until the section is moved or destroyed.
  const cchc_section& raw() const {
    raw_.self = const_cast<FakeSection*>(this);
    return raw_;
  }
  operator plugin::SectionReader() const { return plugin::SectionReader(raw()); }

 private:
  using Key = std::tuple<std::string, std::size_t, std::string>;  // table, row, field or column
  static FakeSection& of(void* self) { return *static_cast<FakeSection*>(self); }
  template <class T>
  static const T* find(const std::map<Key, T>& values, const cchc_place& place) {
    const auto found = values.find({std::string(plugin::text(place.table)), static_cast<std::size_t>(place.row),
                                    std::string(plugin::text(place.field))});
    return found == values.end() ? nullptr : &found->second;
  }
  static Key key(const std::string& place) {  // "disbursement.0.plan" is a cell, "revenue.actual" a field
    const auto first = place.find('.'), second = place.find('.', first == std::string::npos ? first : first + 1);
    const auto row = second == std::string::npos ? std::string() : place.substr(first + 1, second - first - 1);
    const bool cell = !row.empty() && row.find_first_not_of("0123456789") == std::string::npos;
    if (!cell) return {"", 0, place};
    return {place.substr(0, first), std::stoul(row), place.substr(second + 1)};
  }
  std::uint64_t rows(std::string_view table) const {
    std::size_t rows = 0;
    const auto count = [&](const auto& values) {
      for (const auto& [place, value] : values)
        if (std::get<0>(place) == table) rows = std::max(rows, std::get<1>(place) + 1);
    };
    count(texts_), count(numbers_), count(documents_);
    return rows;
  }

  std::map<Key, std::string> texts_;
  std::map<Key, plugin::Decimal> numbers_;
  std::map<Key, plugin::DenominatorState> denominators_;
  std::map<Key, std::vector<Cited>> documents_;
  mutable cchc_section raw_{};
};

struct FakeFinding {
  std::string code;
  plugin::Severity severity;
  std::vector<std::string> places;  // "revenue.own_rate", "treasury.1.project"
  std::map<std::string, std::string> arguments;
};

class FakeCheck {
 public:
  explicit FakeCheck(const FakeSection& section) : section_(section) {}
  FakeCheck& beside(const std::string& definition, const FakeSection& other) {
    return others_[definition] = &other, *this;
  }
  FakeCheck& after(const FakeSection& previous) { return previous_ = &previous, *this; }

  // The findings of one check.
  std::vector<FakeFinding> run(const std::function<void(plugin::CheckContext&)>& check) {
    findings_.clear();
    cchc_check_context raw{};
    raw.size = sizeof raw;
    raw.self = this;
    raw.period_year = 2023;
    raw.period_start = {2023, 1, 1};
    raw.period_end = {2023, 8, 28};
    raw.section = &section_.raw();
    raw.previous = previous_ == nullptr ? nullptr : &previous_->raw();
    raw.other = [](void* self, cchc_text definition) -> const cchc_section* {
      const auto& others = static_cast<FakeCheck*>(self)->others_;
      const auto found = others.find(std::string(plugin::text(definition)));
      return found == others.end() ? nullptr : &found->second->raw();
    };
    raw.add_finding = [](void* self, const cchc_finding* given) {
      FakeFinding finding{
          std::string(plugin::text(given->code)), static_cast<plugin::Severity>(given->severity), {}, {}};
      for (std::uint64_t i = 0; i < given->place_count; ++i)
        finding.places.push_back(placeText(plugin::placeOf(given->places[i])));
      for (std::uint64_t i = 0; i < given->argument_count; ++i)
        finding.arguments[std::string(plugin::text(given->arguments[i].name))] =
            plugin::text(given->arguments[i].value);
      static_cast<FakeCheck*>(self)->findings_.push_back(std::move(finding));
    };
    plugin::CheckContext context(raw);
    check(context);
    return findings_;
  }

 private:
  static std::string placeText(const plugin::Place& place) {
    const std::string field(place.field);
    return place.table.empty() ? field : std::string(place.table) + "." + std::to_string(place.row) + "." + field;
  }

  const FakeSection& section_;
  const FakeSection* previous_ = nullptr;
  std::map<std::string, const FakeSection*> others_;
  std::vector<FakeFinding> findings_;
};

}  // namespace cchc::test
