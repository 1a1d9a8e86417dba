#include "document_checks.h"

#include <algorithm>
#include <map>

namespace cchc::finance {
namespace {

using plugin::Document;

// A key for comparing citations: those of the same letter have the same key; empty: the citation does not identify a
// letter.
std::string letterKey(const Document& document) {
  if (document.numberState != plugin::NumberState::known || document.number.empty() || !document.date.known())
    return {};
  auto number = document.number;
  number.remove_prefix(std::min(number.find_first_not_of('0'), number.size()));  // "04" and "4" are one number
  std::string key;
  for (const auto part : {document.type, number, document.year, document.issuerCode}) key.append(part) += '\n';
  return key + plugin::bodyKey(document.issuer) + '\n' + plugin::dateShown(document.date);
}

}  // namespace

std::vector<Citation> missingNumbers(const plugin::SectionReader& section) {
  auto found = citations(section);
  std::erase_if(found,
                [](const Citation& citation) { return citation.document.numberState != plugin::NumberState::missing; });
  return found;
}

std::vector<std::pair<Citation, Citation>> retitledReferences(const plugin::SectionReader& section) {
  struct Letter {
    Citation first;
    std::vector<std::string> titles;
  };
  std::map<std::string, Letter> letters;
  std::vector<std::pair<Citation, Citation>> found;
  for (const auto& citation : citations(section)) {
    const auto key = letterKey(citation.document);
    const auto title = titleKey(citation.document.title);
    if (key.empty() || title.empty()) continue;
    auto& letter = letters.try_emplace(key, Letter{citation, {title}}).first->second;
    if (std::find(letter.titles.begin(), letter.titles.end(), title) != letter.titles.end()) continue;
    letter.titles.push_back(title);
    found.emplace_back(letter.first, citation);
  }
  return found;
}

void checkMissingNumbers(plugin::CheckContext& context) {
  for (const auto& citation : missingNumbers(context.section())) {
    plugin::FindingBuilder(context, "finance.number-missing", plugin::Severity::warning)
        .at(citation.place)
        .with("date", plugin::dateShown(citation.document.date))
        .with("title", std::string(citation.document.title))
        .add();
  }
}

void checkDuplicateReferences(plugin::CheckContext& context) {
  for (const auto& [first, later] : retitledReferences(context.section())) {
    plugin::FindingBuilder(context, "finance.duplicate-reference", plugin::Severity::information)
        .at(later.place)
        .at(first.place)
        .with("symbol", std::string(later.document.symbol))
        .with("date", plugin::dateShown(later.document.date))
        .with("title", std::string(later.document.title))
        .with("first", std::string(first.document.title))
        .add();
  }
}

}  // namespace cchc::finance
