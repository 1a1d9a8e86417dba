#include "core/model/section_data.h"

#include <algorithm>
#include <charconv>

namespace cchc {

std::string encodeParagraph(const ParagraphData& paragraph) {
  auto text = (paragraph.confirmed ? std::to_string(*paragraph.confirmed) : std::string()) + "\n" + paragraph.basis;
  if (paragraph.text) text += "\n" + *paragraph.text;
  return text;
}

ParagraphData decodeParagraph(std::string id, std::string_view text) {
  ParagraphData paragraph;
  paragraph.id = std::move(id);
  const auto first = text.find('\n');
  const auto year = text.substr(0, first);
  int confirmed = 0;
  const auto [end, failed] = std::from_chars(year.data(), year.data() + year.size(), confirmed);
  if (failed == std::errc() && end == year.data() + year.size()) paragraph.confirmed = confirmed;
  if (first == std::string_view::npos) return paragraph;
  text.remove_prefix(first + 1);
  const auto second = text.find('\n');
  paragraph.basis = text.substr(0, second);
  if (second != std::string_view::npos) paragraph.text = text.substr(second + 1);
  return paragraph;
}

std::string keptText(const ParagraphData& paragraph) {
  if (paragraph.text) return *paragraph.text;
  return paragraph.confirmed ? std::to_string(*paragraph.confirmed) : std::string();
}

void keepValue(SectionData& data, const Place& place, std::string value) {
  if (value.empty()) return;
  const auto same =
      std::find_if(data.kept.begin(), data.kept.end(), [&](const KeptValue& other) { return other.place == place; });
  if (same == data.kept.end())
    data.kept.push_back({place, std::move(value)});
  else if (("\n" + same->value + "\n").find("\n" + value + "\n") == std::string::npos)
    same->value += "\n" + value;
}

}  // namespace cchc
