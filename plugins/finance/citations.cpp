#include "plugins/finance/citations.h"

#include <array>

#include "core/base/text.h"
#include "core/base/vietnamese.h"

namespace cchc::finance {

std::vector<Citation> citations(const plugin::SectionReader& section) {
  std::vector<Citation> found;
  for (std::size_t i = 0; i < section.documentPlaceCount(); ++i) {
    Citation citation;
    if (!section.documentPlace(i, &citation.place)) continue;
    for (std::size_t k = 0; k < section.documentCount(citation.place); ++k)
      if (section.document(citation.place, k, &citation.document)) found.push_back(citation);
  }
  return found;
}

std::string bodyKey(std::string_view body) {
  auto key = foldForSearch(foldSpace(body));
  constexpr std::string_view longForm = "uy ban nhan dan";
  if (const auto at = key.find(longForm); at != std::string::npos) key.replace(at, longForm.size(), "ubnd");
  return key;
}

std::string titleKey(std::string_view title) {
  auto key = foldForSearch(foldSpace(title));
  for (const std::string_view opening : std::array<std::string_view, 3>{"ve viec ", "v/v ", "ve "}) {
    if (!key.starts_with(opening)) continue;
    key.erase(0, opening.size());
    break;
  }
  return key;
}

std::string dateText(const plugin::CalendarDate& date) {
  const auto known = plugin::dateOf(date);
  return known ? vietnamese::date(*known) : "…";
}

}  // namespace cchc::finance
