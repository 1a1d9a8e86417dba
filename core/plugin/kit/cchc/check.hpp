// What a check reads, and the findings that it adds.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cchc/host.hpp"

namespace cchc::plugin {

// The effective values of one section: computed values if they are known, otherwise the entered ones. nullopt: the
// value is blank (blank is not zero), there is no such field, or it has another type. A cheap handle, valid during the
// call that got it.
class SectionReader {
 public:
  explicit SectionReader(const cchc_section& section) : section_(&section) {}

  std::uint32_t version() const { return section_->version; }  // of the section's definition
  // A text; the value of a choice; several choices separated by spaces; "yes" or "no".
  std::optional<std::string_view> text(const Place& place) const {
    Text out{};
    return ask(section_->text, place, &out) ? std::optional(plugin::text(out)) : std::nullopt;
  }
  std::optional<Decimal> number(const Place& place) const {
    Number out{};
    return ask(section_->number, place, &out) ? std::optional(Decimal(out)) : std::nullopt;
  }
  std::optional<CalendarDate> date(const Place& place) const {
    cchc_date out{};
    return ask(section_->date, place, &out) ? std::optional(dateOf(out)) : std::nullopt;
  }
  std::optional<std::pair<CalendarDate, CalendarDate>> range(const Place& place) const {
    cchc_date from{}, to{};
    const auto at = raw(place);
    if (section_->range(section_->self, &at, &from, &to) == 0) return std::nullopt;
    return std::pair(dateOf(from), dateOf(to));
  }
  // The value that was entered for a computed field.
  std::optional<Decimal> stated(const Place& place) const {
    Number out{};
    return ask(section_->stated, place, &out) ? std::optional(Decimal(out)) : std::nullopt;
  }
  Qualifier qualifier(const Place& place) const {
    const auto at = raw(place);
    return static_cast<Qualifier>(section_->qualifier(section_->self, &at));
  }
  DenominatorState denominator(const Place& place) const {
    const auto at = raw(place);
    return static_cast<DenominatorState>(section_->denominator(section_->self, &at));
  }
  std::size_t documentCount(const Place& place) const {
    const auto at = raw(place);
    return static_cast<std::size_t>(section_->document_count(section_->self, &at));
  }
  std::optional<Document> document(const Place& place, std::size_t index = 0) const {
    const auto at = raw(place);
    cchc_document out{};
    out.size = static_cast<std::uint32_t>(sizeof out);
    if (section_->document(section_->self, &at, index, &out) == 0) return std::nullopt;
    return documentOf(out);
  }
  std::size_t rowCount(std::string_view table) const {
    return static_cast<std::size_t>(section_->row_count(section_->self, view(table)));
  }
  std::optional<std::string_view> rowId(std::string_view table, std::size_t row) const {
    Text out{};
    if (section_->row_id(section_->self, view(table), row, &out) == 0) return std::nullopt;
    return plugin::text(out);
  }
  // All places of the section that can hold documents, in the order of the definition.
  std::vector<Place> documentPlaces() const {
    std::vector<Place> places;
    const auto count = section_->document_place_count(section_->self);
    for (std::uint64_t i = 0; i < count; ++i) {
      cchc_place out{};
      out.size = static_cast<std::uint32_t>(sizeof out);
      if (section_->document_place(section_->self, i, &out) != 0) places.push_back(placeOf(out));
    }
    return places;
  }
  // The name of a place as people see it.
  std::string label(const Place& place, std::string_view language = vi) const {
    const auto at = raw(place);
    Text out{};
    if (section_->label(section_->self, &at, view(language), &out) == 0) return std::string(place.field);
    return std::string(plugin::text(out));
  }

 private:
  template <class Out>
  bool ask(int32_t (*function)(void*, const cchc_place*, Out*), const Place& place, Out* out) const {
    const auto at = raw(place);
    return function(section_->self, &at, out) != 0;
  }
  const cchc_section* section_;
};

class CheckContext {
 public:
  explicit CheckContext(const cchc_check_context& context) : context_(&context) {}

  SectionReader section() const { return SectionReader(*context_->section); }
  std::optional<SectionReader> previousPeriod() const { return readerOf(context_->previous); }
  // The section of another definition, which the check must have named when it was registered; nullopt: it is not
  // present.
  std::optional<SectionReader> other(std::string_view definition) const {
    return readerOf(context_->other(context_->self, view(definition)));
  }
  std::int32_t periodYear() const { return context_->period_year; }
  CalendarDate periodStart() const { return dateOf(context_->period_start); }
  CalendarDate periodEnd() const { return dateOf(context_->period_end); }
  PeriodSpan periodSpan() const { return static_cast<PeriodSpan>(context_->period_span); }
  std::string_view unit() const { return text(context_->unit); }           // its code
  std::string_view unitForm() const { return text(context_->unit_form); }  // "xã"; "": not known
  const cchc_check_context& raw() const { return *context_; }

 private:
  static std::optional<SectionReader> readerOf(const cchc_section* section) {
    return section == nullptr ? std::nullopt : std::optional(SectionReader(*section));
  }
  const cchc_check_context* context_;
};

// Builds a finding: FindingBuilder(context, code, severity).at(place).with("name", value).add(). The finding is shown
// at the first place; the labels of the others replace {places} and {places_en} in its text. The ids of the places must
// live until add().
class FindingBuilder {
 public:
  FindingBuilder(const CheckContext& context, std::string_view code, Severity severity)
      : context_(context), code_(code), severity_(severity) {}
  FindingBuilder& at(const Place& place) {
    places_.push_back(raw(place));
    return *this;
  }
  FindingBuilder& with(std::string name, std::string value) {
    arguments_.emplace_back(std::move(name), std::move(value));
    return *this;
  }
  // A text of messages.tsv in both languages, as {name} and {name_en}.
  FindingBuilder& withText(const std::string& name, const std::string& code) {
    with(name, message(code, {}, vi).value_or(code));
    return with(name + "_en", message(code, {}, en).value_or(code));
  }
  void add() {
    const auto arguments = detail::raw(arguments_);
    cchc_finding finding{};
    finding.size = static_cast<std::uint32_t>(sizeof finding);
    finding.severity = static_cast<std::int32_t>(severity_);
    finding.code = view(code_);
    finding.places = places_.data();
    finding.place_count = places_.size();
    finding.arguments = arguments.data();
    finding.argument_count = arguments.size();
    context_.raw().add_finding(context_.raw().self, &finding);
  }

 private:
  const CheckContext& context_;
  std::string code_;
  Severity severity_;
  std::vector<cchc_place> places_;
  Arguments arguments_;
};

}  // namespace cchc::plugin
