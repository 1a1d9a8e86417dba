#include "citations.h"

#include <array>

namespace cchc::finance {

std::vector<Citation> citations(const plugin::SectionReader& section) {
  std::vector<Citation> found;
  for (const auto& place : section.documentPlaces()) {
    for (std::size_t k = 0; k < section.documentCount(place); ++k) {
      if (const auto document = section.document(place, k)) found.push_back({place, *document});
    }
  }
  return found;
}

std::string titleKey(std::string_view title) {
  auto key = plugin::fold(title);
  for (const std::string_view opening : std::array<std::string_view, 3>{"ve viec ", "v/v ", "ve "}) {
    if (!key.starts_with(opening)) continue;
    key.erase(0, opening.size());
    break;
  }
  return key;
}

}  // namespace cchc::finance
