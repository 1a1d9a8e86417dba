// Dates of what has happened, and of documents.
#include "core/base/vietnamese.h"
#include "core/rules/sanity/sanity.h"

namespace cchc::rules {
namespace {

constexpr int firstYearOfDates = 1900, firstYearOfDocuments = 1945;
// Plans reach so many years ahead at most.
constexpr int yearsAhead = 30;

// The last day on which a document can be dated that a report cites: a month after the report is due.
Date lastOfDocuments(const Period& period) {
  auto last = period.end;
  for (const auto& day : {period.closing, period.deadline}) {
    if (day && *day > last) last = *day;
  }
  return last.month == 12 ? Date{last.year + 1, 1, last.day} : Date{last.year, last.month + 1, last.day};
}

}  // namespace

void Sanity::checkDate(const Slot& slot, const Date& date, const Date& limit, int firstYear, bool ahead,
                       const std::string& symbol) {
  const auto& period = *surroundings_.period();
  std::vector<Parameter> parameters{{"date", vietnamese::date(date)},
                                    {"end", vietnamese::date(period.end)},
                                    {"document", symbol.empty() ? symbol : " (" + symbol + ")"}};
  if (date.year < firstYear || date.year > period.end.year + yearsAhead) {
    warn("core.date-year", slot, std::move(parameters));
  } else if (!ahead && date > limit) {
    warn("core.date-after", slot, std::move(parameters));
  }
}

void Sanity::dateInReach(const Slot& slot) {
  if (surroundings_.period() == nullptr) return;
  const auto& end = surroundings_.period()->end;
  const auto& content = slot.effective.value().content;
  if (const auto* date = std::get_if<Date>(&content))
    checkDate(slot, *date, end, firstYearOfDates, slot.field.mayLieAhead, "");
  if (const auto* range = std::get_if<DateRange>(&content)) {
    // A span may end after the period.
    checkDate(slot, range->from, end, firstYearOfDates, slot.field.mayLieAhead, "");
    checkDate(slot, range->to, end, firstYearOfDates, true, "");
  }
}

void Sanity::documentsInReach(const Slot& slot) {
  const auto* documents = slot.effective.value().documents();
  if (surroundings_.period() == nullptr || documents == nullptr) return;
  const auto limit = lastOfDocuments(*surroundings_.period());
  for (const auto& document : *documents) {
    if (document.date)
      checkDate(slot, *document.date, limit, firstYearOfDocuments, slot.field.mayLieAhead, symbolOf(document));
  }
}

}  // namespace cchc::rules
