#include "core/app/check/document_series.h"

#include <charconv>
#include <cstdlib>

#include "core/base/text.h"
#include "core/base/vietnamese.h"

namespace cchc {
namespace {

// Numbers that are further apart are no evidence for each other's year.
constexpr int nearNumbers = 10;

struct InSeries {
  const CitedDocument* cited = nullptr;
  int number = 0;      // 8 of "08"
  int numberYear = 0;  // 2023 of "01/2023/QĐ-UBND"; 0: none
  Date date;
  std::string series;  // without its year: issuer, type and issuer code, lower case without diacritics

  const DocumentReference& document() const { return *cited->document; }
  // The year that the document itself names; 0: none.
  int ownYear() const { return numberYear != 0 ? numberYear : document().forYear.value_or(0); }
};

// 0: it is not a number. The number of a document is never 0.
int wholeNumber(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() && end == digits.data() + digits.size() && value > 0 ? value : 0;
}

void addInSeries(const SectionDocuments& documents, std::vector<InSeries>& all) {
  for (const auto& cited : documents.cited) {
    const auto& document = *cited.document;
    const int number = document.numberState == NumberState::known ? wholeNumber(document.number) : 0;
    if (!document.date || number == 0) continue;
    all.push_back({&cited, number, wholeNumber(document.year), *document.date, {}});
  }
}

std::string seriesOf(const InSeries& one) {
  const auto& document = one.document();
  auto series = bodyKey(document.issuer) + '\n' + document.type + '\n' + foldForSearch(document.issuerCode);
  // 01/2023/QĐ-UBND and 01/QĐ-UBND belong to two series of one issuer.
  return one.numberYear != 0 ? series + "\nyear" : series;
}

bool isPlan(const DocumentReference& document) {
  return document.type == "KH" || document.type == "CTr" || document.type == "PA";
}

// For a document whose ownYear is known.
bool fitsOwnYear(const InSeries& one) {
  const int year = one.ownYear();
  if (one.date.year == year) return true;
  if (one.numberYear != 0) return false;
  if (one.date.year == year - 1) return one.date.month == 12;  // a plan for 2023 may be dated in December 2022
  return one.date.year > year && !isPlan(one.document());
}

struct Neighbours {
  const InSeries* lower = nullptr;
  const InSeries* higher = nullptr;
};

// The nearest numbers of the same series. `year` 0: documents of any year, but only numbers that are near.
Neighbours neighboursOf(const InSeries& one, int year, const std::vector<InSeries>& all) {
  Neighbours found;
  for (const auto& other : all) {
    if (other.number == one.number || other.series != one.series) continue;
    if (other.ownYear() != 0 && !fitsOwnYear(other)) continue;  // its own date is wrong, so it proves nothing
    if (year != 0 ? other.date.year != year : std::abs(other.number - one.number) > nearNumbers) continue;
    if (other.number < one.number && (found.lower == nullptr || other.number > found.lower->number))
      found.lower = &other;
    if (other.number > one.number && (found.higher == nullptr || other.number < found.higher->number))
      found.higher = &other;
  }
  return found;
}

// The year that the date of the document should fit, but does not; 0: nothing is wrong.
int missedYear(const InSeries& one, const std::vector<InSeries>& all) {
  if (const int year = one.ownYear(); year != 0) return fitsOwnYear(one) ? 0 : year;
  const auto [lower, higher] = neighboursOf(one, 0, all);
  const bool agree = lower != nullptr && higher != nullptr && lower->date.year == higher->date.year;
  return agree && lower->date.year != one.date.year ? lower->date.year : 0;
}

std::string neighbourText(const Neighbours& neighbours) {
  std::string text;
  for (const auto* neighbour : {neighbours.lower, neighbours.higher}) {
    if (neighbour == nullptr) continue;
    text += (text.empty() ? "" : "; ") + symbolOf(neighbour->document()) + " " + vietnamese::date(neighbour->date);
  }
  return text.empty() ? text : " [" + text + "]";
}

Date sameDayIn(int year, Date date) {
  date.year = year;
  if (!date.valid()) date.day = 28;  // 29 February
  return date;
}

}  // namespace

std::vector<Finding> seriesFindings(const SectionKey& key, const SectionDocuments& own,
                                    const std::vector<SectionDocuments>& others) {
  std::vector<InSeries> all;
  addInSeries(own, all);
  const auto ownCount = all.size();
  // Most sections have no document that needs neighbours, and finding the series takes time.
  if (std::all_of(all.begin(), all.end(), [](const InSeries& one) { return one.ownYear() != 0 && fitsOwnYear(one); }))
    return {};
  for (const auto& other : others) addInSeries(other, all);
  for (auto& one : all) one.series = seriesOf(one);
  std::vector<Finding> findings;
  for (std::size_t i = 0; i < ownCount; ++i) {
    const auto& one = all[i];
    const int year = missedYear(one, all);
    if (year == 0) continue;
    findings.push_back(warningAt(*one.cited, "justice.date-not-in-series", key, *own.section,
                                 {{"symbol", symbolOf(one.document())},
                                  {"date", vietnamese::date(one.date)},
                                  {"year", std::to_string(year)},
                                  {"neighbours", neighbourText(neighboursOf(one, year, all))},
                                  {"suggested", vietnamese::date(sameDayIn(year, one.date))}}));
  }
  return findings;
}

}  // namespace cchc
