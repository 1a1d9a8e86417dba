#include "plugins/justice/register_checks.h"

#include <map>

#include "plugins/justice/cited_document.h"

namespace cchc::justice {
namespace {

constexpr std::string_view table = "documents", column = "document";

bool documentOf(const plugin::SectionReader& section, std::size_t row, plugin::Document* out) {
  return section.document(plugin::cell(table, row, column), 0, out) && out->numberState == plugin::NumberState::known &&
         out->number.size > 0;
}

// A key for comparing rows: series, number and year.
std::string keyOf(const plugin::Document& document) {
  auto number = plugin::text(document.number);
  while (number.size() > 1 && number.front() == '0') number.remove_prefix(1);
  std::string key = bodyKey(plugin::text(document.issuer));
  for (const auto part :
       {plugin::text(document.type), plugin::text(document.issuerCode), plugin::text(document.year), number}) {
    key += '\n';
    key += part;
  }
  // A series begins again each year: a plan for 2023 of December 2022 and one of 2023 may have the same number.
  return key + '\n' + std::to_string(document.date.year);
}

}  // namespace

std::vector<NumberWithoutYear> numbersWithoutYear(const plugin::SectionReader& section) {
  std::vector<NumberWithoutYear> found;
  for (std::size_t row = 0; row < section.rowCount(plugin::view(table)); ++row) {
    plugin::Document document;
    const auto topic = plugin::textAt(section, plugin::cell(table, row, "topic"));
    if (topic != "legal_document" || !documentOf(section, row, &document) || document.year.size > 0) continue;
    found.push_back({row, std::string(plugin::text(document.symbol)), document.date.year});
  }
  return found;
}

std::vector<RepeatedNumber> repeatedNumbers(const plugin::SectionReader& section) {
  std::vector<RepeatedNumber> found;
  std::map<std::string, std::size_t> rows;
  for (std::size_t row = 0; row < section.rowCount(plugin::view(table)); ++row) {
    plugin::Document document;
    if (!documentOf(section, row, &document) || document.date.year == 0) continue;
    const auto [first, isNew] = rows.emplace(keyOf(document), row);
    if (!isNew) found.push_back({first->second, row, std::string(plugin::text(document.symbol))});
  }
  return found;
}

bool checkLegalDocumentNumbers(plugin::CheckContext& context) noexcept try {
  for (const auto& found : numbersWithoutYear(context.section())) {
    const auto year = found.year == 0 ? std::string("…") : std::to_string(found.year);
    plugin::FindingBuilder(context, "justice.number-without-year", plugin::Severity::warning)
        .at(plugin::cell(table, found.row, column))
        .with("symbol", found.symbol)
        .with("year", year)
        .add();
  }
  return true;
} catch (...) {
  return false;
}

bool checkRepeatedNumbers(plugin::CheckContext& context) noexcept try {
  for (const auto& found : repeatedNumbers(context.section())) {
    plugin::FindingBuilder(context, "justice.repeated-number", plugin::Severity::warning)
        .at(plugin::cell(table, found.later, column))
        .at(plugin::cell(table, found.first, column))
        .with("symbol", found.symbol)
        .with("first", std::to_string(found.first + 1))
        .with("later", std::to_string(found.later + 1))
        .add();
  }
  return true;
} catch (...) {
  return false;
}

}  // namespace cchc::justice
