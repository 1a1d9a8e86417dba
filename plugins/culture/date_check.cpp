#include "plugins/culture/date_check.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>

#include "core/base/text.h"
#include "core/base/vietnamese.h"

namespace cchc::culture {
namespace {

using plugin::Document;
using plugin::text;

constexpr std::array<std::string_view, 8> compared = {
    "finance.budget",       "justice.institutional", "home_affairs.organization", "home_affairs.civil_service",
    "home_affairs.scoring", "office.steering",       "office.procedures",         "office.tasks"};

// The titles by which clerks know the sections. They are repeated here because a check reads other sections, but not
// their definitions.
struct Title {
  std::string_view definition, vi, en;
};
constexpr std::array<Title, compared.size() + 1> titles = {{
    {"culture.digital", "Xây dựng và phát triển Chính quyền điện tử, Chính quyền số",
     "E-government and digital government"},
    {"finance.budget", "Cải cách tài chính công", "Public finance reform"},
    {"justice.institutional", "Cải cách thể chế", "Institutional reform"},
    {"home_affairs.organization", "Cải cách tổ chức bộ máy hành chính nhà nước",
     "Reform of the state administrative apparatus"},
    {"home_affairs.civil_service", "Cải cách chế độ công vụ", "Civil service reform"},
    {"home_affairs.scoring", "Chấm điểm, xác định Chỉ số cải cách hành chính",
     "Scoring of the administrative reform index"},
    {"office.steering", "Công tác chỉ đạo, điều hành cải cách hành chính",
     "Direction and steering of administrative reform"},
    {"office.procedures", "Cải cách thủ tục hành chính", "Reform of administrative procedures"},
    {"office.tasks", "Phương hướng, nhiệm vụ trọng tâm", "Tasks ahead"},
}};
Title titleOf(std::string_view definition) {
  const auto found =
      std::find_if(titles.begin(), titles.end(), [&](const Title& title) { return title.definition == definition; });
  return found == titles.end() ? Title{definition, definition, definition} : *found;
}

struct Citation {
  plugin::Place place;
  Document document;
};

std::string bodyKey(std::string_view body) {
  auto key = foldForSearch(foldSpace(body));
  constexpr std::string_view longForm = "uy ban nhan dan";
  if (const auto at = key.find(longForm); at != std::string::npos) key.replace(at, longForm.size(), "ubnd");
  return key;
}

// A key for comparing citations: number, series and year of the date; empty: the citation lacks number or date.
std::string seriesKey(const Document& document) {
  if (document.numberState != plugin::NumberState::known || document.number.size == 0 || document.date.year == 0)
    return {};
  std::string_view number = text(document.number);
  number.remove_prefix(std::min(number.find_first_not_of('0'), number.size()));
  std::string key;
  for (const auto part : {text(document.type), number, text(document.issuerCode)}) key.append(part) += '\n';
  return key + bodyKey(text(document.issuer)) + '\n' + std::to_string(document.date.year);
}

// A date without a day matches every day of its month.
bool sameDate(const plugin::CalendarDate& a, const plugin::CalendarDate& b) {
  return a.month == b.month && (a.day == b.day || a.day == 0 || b.day == 0);
}

std::multimap<std::string, Citation> citations(const plugin::SectionReader& section) {
  std::multimap<std::string, Citation> found;
  for (std::size_t i = 0; i < section.documentPlaceCount(); ++i) {
    Citation citation;
    if (!section.documentPlace(i, &citation.place)) continue;
    for (std::size_t k = 0; k < section.documentCount(citation.place); ++k) {
      if (!section.document(citation.place, k, &citation.document)) continue;
      if (auto key = seriesKey(citation.document); !key.empty()) found.emplace(std::move(key), citation);
    }
  }
  return found;
}

std::string dateText(const plugin::CalendarDate& date) {
  return vietnamese::date(plugin::dateOf(date).value_or(Date{}));
}

}  // namespace

std::span<const std::string_view> comparedDefinitions() { return compared; }

std::vector<DateConflict> dateConflicts(const plugin::SectionReader& section, std::span<const OtherSection> others) {
  std::vector<DateConflict> found;
  const auto own = citations(section);
  for (auto here = own.begin(); here != own.end(); ++here)
    for (auto later = std::next(here); later != own.end() && later->first == here->first; ++later)
      if (!sameDate(here->second.document.date, later->second.document.date))
        found.push_back({later->second.place, later->second.document, here->second.document, {}, here->second.place});
  for (const auto& other : others) {
    const auto theirs = citations(*other.section);
    for (const auto& mine : own) {
      const auto& citation = mine.second;
      const auto [begin, end] = theirs.equal_range(mine.first);
      const auto conflict = std::find_if(
          begin, end, [&](const auto& entry) { return !sameDate(citation.document.date, entry.second.document.date); });
      if (conflict != end)
        found.push_back({citation.place, citation.document, conflict->second.document, other.definition, {}});
    }
  }
  return found;
}

bool checkDocumentDates(plugin::CheckContext& context) noexcept try {
  std::vector<OtherSection> others;
  for (const auto definition : compared)
    if (const auto* section = context.other(plugin::view(definition))) others.push_back({definition, section});
  for (const auto& conflict : dateConflicts(context.section(), others)) {
    plugin::FindingBuilder finding(context, "culture.document-dates", plugin::Severity::warning);
    finding.at(conflict.place);
    if (conflict.otherDefinition.empty()) finding.at(conflict.otherPlace);
    const auto title = titleOf(conflict.otherDefinition.empty() ? "culture.digital" : conflict.otherDefinition);
    finding.with("symbol", std::string(text(conflict.here.symbol)))
        .with("date", dateText(conflict.here.date))
        .with("other", dateText(conflict.there.date))
        .with("section", std::string(title.vi))
        .with("section_en", std::string(title.en))
        .add();
  }
  return true;
} catch (...) {
  return false;
}

}  // namespace cchc::culture
