#include "core/model/section_data.h"

namespace cchc {
namespace {

constexpr std::string_view paragraphMark = "¶";

}  // namespace

std::string placeText(const Place& place) {
  if (!place.paragraph.empty()) return std::string(paragraphMark) + place.paragraph;
  if (place.table.empty()) return place.field;
  std::string text = place.table;
  if (!place.row.empty()) text += "[" + place.row + "]";
  if (!place.column.empty()) text += "." + place.column;
  return text;
}

std::optional<Place> parsePlace(std::string_view text) {
  if (text.starts_with(paragraphMark)) return Place::ofParagraph(std::string(text.substr(paragraphMark.size())));
  const auto open = text.find('[');
  if (open == std::string_view::npos)
    return text.empty() ? std::nullopt : std::optional(Place::ofField(std::string(text)));
  const auto close = text.find(']', open);
  if (open == 0 || close == std::string_view::npos || close == open + 1) return std::nullopt;
  auto place =
      Place::ofCell(std::string(text.substr(0, open)), std::string(text.substr(open + 1, close - open - 1)), {});
  const auto rest = text.substr(close + 1);
  if (rest.empty()) return place;
  if (rest.front() != '.' || rest.size() == 1) return std::nullopt;
  place.column = rest.substr(1);
  return place;
}

}  // namespace cchc
