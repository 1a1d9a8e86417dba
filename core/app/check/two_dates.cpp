#include "core/app/check/two_dates.h"

#include <unordered_map>

#include "core/base/text.h"
#include "core/base/vietnamese.h"

namespace cchc {
namespace {

// By number without leading zeros. Most numbers occur once, so most documents need no comparison of their issuers.
using ByNumber = std::unordered_multimap<std::string_view, std::size_t>;

std::string_view numberOf(const DocumentReference& document) {
  std::string_view number = document.number;
  number.remove_prefix(std::min(number.find_first_not_of('0'), number.size()));
  return number;
}

bool comparable(const DocumentReference& document) {
  return document.numberState == NumberState::known && document.date && !numberOf(document).empty();
}

bool sameDocument(const DocumentReference& a, const DocumentReference& b) {
  return a.type == b.type && a.year == b.year && (!a.year.empty() || a.date->year == b.date->year) &&
         foldForSearch(a.issuerCode) == foldForSearch(b.issuerCode) && bodyKey(a.issuer) == bodyKey(b.issuer);
}

bool sameDate(const Date& a, const Date& b) {
  return a.year == b.year && a.month == b.month && (a.day == b.day || !a.hasDay() || !b.hasDay());
}

bool conflict(const DocumentReference& a, const DocumentReference& b) {
  return !sameDate(*a.date, *b.date) && sameDocument(a, b);
}

ByNumber byNumber(const SectionDocuments& documents) {
  ByNumber all;
  for (std::size_t i = 0; i < documents.cited.size(); ++i) {
    const auto& document = *documents.cited[i].document;
    if (comparable(document)) all.emplace(numberOf(document), i);
  }
  return all;
}

// The first document of `documents`, before `end`, that has another date than `document`; nullptr: none.
const DocumentReference* firstConflict(const DocumentReference& document, const SectionDocuments& documents,
                                       const ByNumber& numbers, std::size_t end) {
  auto first = end;
  const auto [from, to] = numbers.equal_range(numberOf(document));
  for (auto at = from; at != to; ++at) {
    if (at->second < first && conflict(document, *documents.cited[at->second].document)) first = at->second;
  }
  return first == end ? nullptr : documents.cited[first].document;
}

}  // namespace

std::vector<Finding> twoDatesFindings(const SectionKey& key, const SectionDocuments& own,
                                      const std::vector<SectionDocuments>& others) {
  std::vector<Finding> findings;
  const auto search = [&](const SectionDocuments& there) {
    const bool within = &there == &own;
    const auto numbers = byNumber(there);
    const auto& title = there.section->definition->definition().title;
    for (std::size_t i = 0; i < own.cited.size(); ++i) {
      const auto& document = *own.cited[i].document;
      if (!comparable(document)) continue;
      const auto* other = firstConflict(document, there, numbers, within ? i : there.cited.size());
      if (other == nullptr) continue;
      findings.push_back(warningAt(own.cited[i], "core.two-dates", key, *own.section,
                                   {{"symbol", symbolOf(document)},
                                    {"date", vietnamese::date(*document.date)},
                                    {"other", vietnamese::date(*other->date)},
                                    {"section", title.vi},
                                    {"section_en", title.in(Language::en)}}));
    }
  };
  search(own);
  for (const auto& other : others) search(other);
  return findings;
}

}  // namespace cchc
