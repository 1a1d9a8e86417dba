#include "register_checks.h"

#include <map>

namespace cchc::justice {
namespace {

constexpr std::string_view table = "documents", column = "document";

std::optional<plugin::Document> documentAt(const plugin::SectionReader& section, std::size_t row) {
  auto document = section.document(plugin::cell(table, row, column));
  if (document && (document->numberState != plugin::NumberState::known || document->number.empty())) document.reset();
  return document;
}

// A key for comparing rows: series, number and year.
std::string keyOf(const plugin::Document& document) {
  auto number = document.number;
  while (number.size() > 1 && number.front() == '0') number.remove_prefix(1);
  auto key = plugin::bodyKey(document.issuer);
  for (const auto part : {document.type, document.issuerCode, document.year, number}) key.append("\n").append(part);
  // A series begins again each year: a plan for 2023 of December 2022 and one of 2023 may have the same number.
  return key + '\n' + std::to_string(document.date.year);
}

}  // namespace

std::vector<NumberWithoutYear> numbersWithoutYear(const plugin::SectionReader& section) {
  std::vector<NumberWithoutYear> found;
  for (std::size_t row = 0; row < section.rowCount(table); ++row) {
    const auto document = documentAt(section, row);
    const auto topic = section.text(plugin::cell(table, row, "topic"));
    if (topic != "legal_document" || !document || !document->year.empty()) continue;
    found.push_back({row, std::string(document->symbol), document->date.year});
  }
  return found;
}

std::vector<RepeatedNumber> repeatedNumbers(const plugin::SectionReader& section) {
  std::vector<RepeatedNumber> found;
  std::map<std::string, std::size_t> rows;
  for (std::size_t row = 0; row < section.rowCount(table); ++row) {
    const auto document = documentAt(section, row);
    if (!document || !document->date.known()) continue;
    const auto [first, isNew] = rows.emplace(keyOf(*document), row);
    if (!isNew) found.push_back({first->second, row, std::string(document->symbol)});
  }
  return found;
}

void checkLegalDocumentNumbers(plugin::CheckContext& context) {
  for (const auto& found : numbersWithoutYear(context.section())) {
    const auto year = found.year == 0 ? std::string("…") : std::to_string(found.year);
    plugin::FindingBuilder(context, "justice.number-without-year", plugin::Severity::warning)
        .at(plugin::cell(table, found.row, column))
        .with("symbol", found.symbol)
        .with("year", year)
        .add();
  }
}

void checkRepeatedNumbers(plugin::CheckContext& context) {
  for (const auto& found : repeatedNumbers(context.section())) {
    plugin::FindingBuilder(context, "justice.repeated-number", plugin::Severity::warning)
        .at(plugin::cell(table, found.later, column))
        .at(plugin::cell(table, found.first, column))
        .with("symbol", found.symbol)
        .with("first", std::to_string(found.first + 1))
        .with("later", std::to_string(found.later + 1))
        .add();
  }
}

}  // namespace cchc::justice
