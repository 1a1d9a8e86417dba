// Reads the paragraphs, explanations (<comment>) and kept values of a package.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/exchange/package/content_reader.h"
#include "core/exchange/values/value_check.h"
#include "core/exchange/xml/tokens.h"

namespace cchc {

Status ContentReader::paragraph(const pugi::xml_node& node) {
  constexpr std::array<std::string_view, 3> names = {"basis", "confirmed", "id"};
  std::array<const char*, 3> values;
  CCHC_CHECK(attributes(node, names, 0, values));
  const auto [basis, confirmed, id] = values;
  ParagraphData paragraph;
  if (id == nullptr || !isToken(id)) return wrong("package.missing-attribute", node, {}, {{"attribute", "id"}});
  paragraph.id = id;
  const Place place = Place::ofParagraph(paragraph.id);
  const auto narrative = place.paragraph()->narrative();
  const auto& known = definition_->narratives;
  const bool found =
      std::any_of(known.begin(), known.end(), [&](const NarrativeDefinition& each) { return each.id == narrative; });
  if (!found && !keeping_) return wrong("package.unknown-field", node, paragraph.id);
  if (basis != nullptr) {
    if (!isToken(basis)) return wrongAttribute(node, paragraph.id, "basis", basis);
    paragraph.basis = basis;
  }
  if (confirmed != nullptr) {
    paragraph.confirmed = yearOf(confirmed);
    if (!paragraph.confirmed) return wrongAttribute(node, paragraph.id, "confirmed", confirmed);
  }
  std::string words;
  CCHC_CHECK(text(node, words));
  // A paragraph without text was emptied on purpose if it has a basis; otherwise it was not edited.
  if (!words.empty() || !paragraph.basis.empty()) paragraph.text = std::move(words);
  if (found)
    data_->paragraphs.push_back(std::move(paragraph));
  else if (auto kept = keptText(paragraph); !kept.empty())
    data_->kept.push_back({place, std::move(kept)});
  return {};
}

Status ContentReader::comment(const pugi::xml_node& node) {
  constexpr std::array<std::string_view, 2> names = {"code", "place"};
  std::array<const char*, 2> values;
  CCHC_CHECK(attributes(node, names, 1, values));
  const auto [code, place] = values;
  ExplanationData explanation;
  if (!isToken(code)) return wrongAttribute(node, {}, "code", code);
  explanation.code = code;
  std::string line;
  if (place != nullptr && !assignLine(place, line)) return wrongAttribute(node, {}, "place", place);
  explanation.place = line;
  CCHC_CHECK(text(node, explanation.text));
  data_->explanations.push_back(std::move(explanation));
  return {};
}

Status ContentReader::kept(const pugi::xml_node& node) {
  constexpr std::array<std::string_view, 1> names = {"place"};
  std::array<const char*, 1> values;
  CCHC_CHECK(attributes(node, names, 1, values));
  KeptValue kept;
  std::string place;
  if (!assignLine(values[0], place)) return wrongAttribute(node, {}, "place", values[0]);
  kept.place = place;
  CCHC_CHECK(text(node, kept.value));
  data_->kept.push_back(std::move(kept));
  return {};
}

// Finds duplicates by sorting, so that a file of a hundred thousand paragraphs does not take quadratic time.
Status ContentReader::duplicateTexts(const pugi::xml_node& parent) const {
  if (data_->paragraphs.size() > 1) {
    std::vector<std::string_view> ids;
    for (const auto& paragraph : data_->paragraphs) ids.emplace_back(paragraph.id);
    std::sort(ids.begin(), ids.end());
    if (const auto twice = std::adjacent_find(ids.begin(), ids.end()); twice != ids.end())
      return wrong("package.duplicate", parent, *twice);
  }
  if (data_->explanations.size() > 1) {
    std::vector<Address> keys;
    for (const auto& explanation : data_->explanations)
      keys.push_back(Address::ofExplanation(explanation.code, explanation.place));
    std::sort(keys.begin(), keys.end());
    if (const auto twice = std::adjacent_find(keys.begin(), keys.end()); twice != keys.end()) {
      return wrong("package.duplicate", parent, addressText(*twice));
    }
  }
  return {};
}

Status ContentReader::distinct(const pugi::xml_node& parent, const char* element, const char* attribute) const {
  std::vector<std::string_view> values;
  for (const auto& child : parent.children(element)) values.emplace_back(child.attribute(attribute).value());
  std::sort(values.begin(), values.end());
  const auto twice = std::adjacent_find(values.begin(), values.end());
  return twice == values.end() ? Status() : wrong("package.duplicate", parent, *twice);
}

}  // namespace cchc
