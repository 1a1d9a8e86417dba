// Helpers for the authors of plugins, header only, over plugin.h and core/base.
#pragma once
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/date.h"
#include "core/base/decimal.h"
#include "core/plugin/plugin.h"

#if defined(_WIN32)
#define CCHC_PLUGIN_EXPORT extern "C" __declspec(dllexport)
#else
#define CCHC_PLUGIN_EXPORT extern "C" __attribute__((visibility("default")))
#endif

namespace cchc::plugin {

inline Text view(std::string_view text) { return {text.data(), text.size()}; }
inline std::string_view text(const Text& view) { return {view.data, view.size}; }
inline Place field(std::string_view id) { return {view(id), {}, 0}; }
inline Place cell(std::string_view table, std::size_t row, std::string_view column) {
  return {view(column), view(table), row};
}

inline std::optional<Decimal> decimal(const Number& number) {
  __extension__ typedef unsigned __int128 Bits;
  const auto mantissa =
      static_cast<Int128>((static_cast<Bits>(static_cast<std::uint64_t>(number.high)) << 64U) | number.low);
  return Decimal::from(mantissa, number.scale);
}
inline std::optional<Decimal> numberAt(const SectionReader& section, const Place& place) {
  Number number;
  return section.number(place, &number) ? decimal(number) : std::nullopt;
}
inline std::optional<std::string_view> textAt(const SectionReader& section, const Place& place) {
  Text out;
  return section.text(place, &out) ? std::optional(text(out)) : std::nullopt;
}
inline std::optional<Date> dateOf(const CalendarDate& date) {
  return date.year == 0 ? std::nullopt : std::optional(Date{date.year, date.month, date.day});
}

// Builds a finding: FindingBuilder(context, code, severity).at(place).with("name", value).add().
class FindingBuilder {
 public:
  FindingBuilder(CheckContext& context, std::string_view code, Severity severity)
      : context_(context), code_(code), severity_(severity) {}
  FindingBuilder& at(const Place& place) {
    places_.push_back(place);
    return *this;
  }
  FindingBuilder& with(std::string name, std::string value) {
    arguments_.emplace_back(std::move(name), std::move(value));
    return *this;
  }
  void add() {
    std::vector<Argument> arguments;
    for (const auto& [name, value] : arguments_) arguments.push_back({view(name), view(value)});
    context_.addFinding(view(code_), severity_, places_.data(), places_.size(), arguments.data(), arguments.size());
  }

 private:
  CheckContext& context_;
  std::string code_;
  Severity severity_;
  std::vector<Place> places_;
  std::vector<std::pair<std::string, std::string>> arguments_;
};

// Adds the definition in <folder>/<file>; false: the file cannot be read.
inline bool addDefinitionFile(Registrar& suite, std::string_view file) {
  const auto path = std::string(text(suite.folder())) + "/" + std::string(file);
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return false;
  const std::string xml{std::istreambuf_iterator<char>(stream), {}};
  suite.addDefinition(view(xml), view(path));
  return true;
}

}  // namespace cchc::plugin
