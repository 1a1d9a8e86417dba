#include "plugins/justice/series_check.h"

#include <array>
#include <cstdlib>

#include "core/base/vietnamese.h"
#include "plugins/justice/cited_document.h"

namespace cchc::justice {
namespace {

constexpr std::array<std::string_view, 10> citing = {"justice.institutional",
                                                     "home_affairs.organization",
                                                     "home_affairs.civil_service",
                                                     "home_affairs.scoring",
                                                     "finance.budget",
                                                     "culture.digital",
                                                     "office.steering",
                                                     "office.procedures",
                                                     "office.assessment",
                                                     "office.tasks"};

// Numbers that are further apart are no evidence for each other's year.
constexpr int nearNumbers = 10;

bool isPlan(const CitedDocument& cited) {
  const auto type = plugin::text(cited.document.type);
  return type == "KH" || type == "CTr" || type == "PA";
}

// The year that the document itself names; 0: none.
int ownYear(const CitedDocument& cited) { return cited.numberYear != 0 ? cited.numberYear : cited.document.forYear; }

// For a document whose ownYear is known.
bool fitsOwnYear(const CitedDocument& cited) {
  const int year = ownYear(cited);
  if (cited.date.year == year) return true;
  if (cited.numberYear != 0) return false;
  if (cited.date.year == year - 1) return cited.date.month == 12;  // a plan for 2023 may be dated in December 2022
  return cited.date.year > year && !isPlan(cited);
}

struct Neighbours {
  const CitedDocument* lower = nullptr;
  const CitedDocument* higher = nullptr;
};

// The nearest numbers of the same series. `year` 0: documents of any year, but only numbers that are near.
Neighbours neighboursOf(const CitedDocument& cited, int year, const std::vector<CitedDocument>& all) {
  Neighbours found;
  for (const auto& other : all) {
    if (other.body != cited.body || other.number == cited.number) continue;
    if (ownYear(other) != 0 && !fitsOwnYear(other)) continue;  // its own date is wrong, so it proves nothing
    if (year != 0 ? other.date.year != year : std::abs(other.number - cited.number) > nearNumbers) continue;
    if (other.number < cited.number && (found.lower == nullptr || other.number > found.lower->number))
      found.lower = &other;
    if (other.number > cited.number && (found.higher == nullptr || other.number < found.higher->number))
      found.higher = &other;
  }
  return found;
}

// The year that the date of the document should fit, but does not; 0: nothing is wrong.
int missedYear(const CitedDocument& cited, const std::vector<CitedDocument>& all) {
  if (const int year = ownYear(cited); year != 0) return fitsOwnYear(cited) ? 0 : year;
  const auto [lower, higher] = neighboursOf(cited, 0, all);
  const bool agree = lower != nullptr && higher != nullptr && lower->date.year == higher->date.year;
  return agree && lower->date.year != cited.date.year ? lower->date.year : 0;
}

std::string neighbourText(const Neighbours& neighbours) {
  std::string text;
  for (const auto* neighbour : {neighbours.lower, neighbours.higher}) {
    if (neighbour == nullptr) continue;
    if (!text.empty()) text += "; ";
    text += std::string(plugin::text(neighbour->document.symbol)) + " " + vietnamese::date(neighbour->date);
  }
  return text;
}

Date sameDayIn(int year, Date date) {
  date.year = year;
  if (!date.valid()) date.day = 28;  // 29 February
  return date;
}

}  // namespace

std::vector<DateOutOfSeries> datesOutOfSeries(const plugin::SectionReader& section,
                                              std::span<const plugin::SectionReader* const> others) {
  const auto own = citedDocuments(section);
  auto all = own;
  for (const auto* other : others) {
    auto theirs = citedDocuments(*other);
    all.insert(all.end(), theirs.begin(), theirs.end());
  }
  std::vector<DateOutOfSeries> found;
  for (const auto& cited : own) {
    const int year = missedYear(cited, all);
    if (year == 0) continue;
    found.push_back({cited.place, std::string(plugin::text(cited.document.symbol)), cited.date, year,
                     neighbourText(neighboursOf(cited, year, all)), sameDayIn(year, cited.date)});
  }
  return found;
}

std::span<const std::string_view> citingDefinitions() { return citing; }

bool checkDocumentSeries(plugin::CheckContext& context) noexcept try {
  std::vector<const plugin::SectionReader*> others;
  for (const auto definition : citing) {
    if (const auto* other = context.other(plugin::view(definition))) others.push_back(other);
  }
  for (const auto& found : datesOutOfSeries(context.section(), others)) {
    plugin::FindingBuilder(context, "justice.date-not-in-series", plugin::Severity::warning)
        .at(found.place)
        .with("symbol", found.symbol)
        .with("date", vietnamese::date(found.date))
        .with("year", std::to_string(found.seriesYear))
        .with("neighbours", found.neighbours.empty() ? std::string() : " [" + found.neighbours + "]")
        .with("suggested", vietnamese::date(found.suggested))
        .add();
  }
  return true;
} catch (...) {
  return false;
}

}  // namespace cchc::justice
