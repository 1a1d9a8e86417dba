#include "core/definition/not_in_force.h"

#include <algorithm>
#include <utility>

#include "core/definition/located_place.h"

namespace cchc {
namespace {

constexpr std::string_view nothing = "nothing";  // what is kept of a declaration that there is nothing to report

// Calls `found` with each value that is not in force, which it may clear. `Data` is const or not.
template <class Data, class Found>
void eachNotInForce(const SectionDefinition& definition, const PartsInForce& parts, Data& data, const Found& found) {
  const auto check = [&](bool inForce, const FieldDefinition& field, auto& value, const auto& place) {
    if (!(value == Value{}) && (!inForce || parts.choiceNotInForce(field, value) != nullptr)) found(place(), value);
  };
  for (std::size_t i = 0; i < definition.fields.size(); ++i) {
    const auto& field = definition.fields[i];
    check(parts.field(i), field, data.fields[i], [&] { return Place::ofField(field.id); });
  }
  for (std::size_t t = 0; t < definition.tables.size(); ++t) {
    const auto& table = definition.tables[t];
    if (data.tables[t].nothing && !parts.table(t)) found(Place::ofTable(table.id), data.tables[t].nothing);
    for (std::size_t r = 0; r < data.tables[t].rows.size(); ++r) {
      auto& row = data.tables[t].rows[r];
      for (std::size_t c = 0; c < row.cells.size(); ++c) {
        check(parts.cell(t, r, c), table.columns[c], row.cells[c],
              [&] { return Place::ofCell(table.id, row.id, table.columns[c].id); });
      }
    }
  }
  for (std::size_t g = 0; g < definition.groups.size(); ++g) {
    if (data.groupNothing[g] && !parts.group(g)) {
      bool declared = true;
      found(Place::ofGroup(definition.groups[g].id), declared);
    }
  }
}

std::string textOf(const Value& value) { return encodeValue(value); }
std::string textOf(bool) { return std::string(nothing); }

bool isNotInForce(const SectionDefinition& definition, const PartsInForce& parts, const ParagraphData& paragraph) {
  return !parts.place(definition, Place::ofParagraph(paragraph.id));
}

}  // namespace

std::vector<KeptValue> valuesNotInForce(const SectionDefinition& definition, const PartsInForce& parts,
                                        const SectionData& data) {
  std::vector<KeptValue> values;
  if (parts.everything()) return values;
  eachNotInForce(definition, parts, data, [&](Place place, const auto& value) {
    values.push_back({std::move(place), textOf(value)});
  });
  for (const auto& paragraph : data.paragraphs) {
    if (!isNotInForce(definition, parts, paragraph)) continue;
    if (auto text = keptText(paragraph); !text.empty())
      values.push_back({Place::ofParagraph(paragraph.id), std::move(text)});
  }
  return values;
}

tl::unexpected<Error> notInForce(const SectionDefinition& definition, const Place& place) {
  const auto label = placeLabel(definition, place);
  return fail("values.not-in-force", placeText(place), {{"label", label.vi}, {"label_en", label.in(Language::en)}});
}

Status checkInForce(const SectionDefinition& definition, const PartsInForce& parts, const Place& place,
                    const Value& value) {
  if (parts.everything() || value == Value{}) return {};
  if (!parts.place(definition, place)) return notInForce(definition, place);
  const auto at = locate(definition, place);
  const auto* choice = at && at->value != nullptr ? parts.choiceNotInForce(*at->value, value) : nullptr;
  if (choice == nullptr) return {};
  const auto& label = at->value->label;
  return fail("values.choice-not-in-force", placeText(place),
              {{"label", label.vi},
               {"label_en", label.in(Language::en)},
               {"choice", choice->label.vi},
               {"choice_en", choice->label.in(Language::en)}});
}

void moveNotInForce(const SectionDefinition& definition, const PartsInForce& parts, SectionData& data) {
  if (parts.everything()) return;
  for (auto& value : valuesNotInForce(definition, parts, data)) keepValue(data, value.place, std::move(value.value));
  eachNotInForce(definition, parts, data, [](const Place&, auto& value) { value = {}; });
  for (std::size_t t = 0; t < definition.tables.size(); ++t) {
    if (!parts.table(t) && !definition.tables[t].fixed) data.tables[t].rows.clear();
  }
  for (std::size_t g = 0; g < definition.groups.size(); ++g) {
    if (!parts.group(g)) data.groupNothing[g] = false;
  }
  std::erase_if(data.paragraphs,
                [&](const ParagraphData& paragraph) { return isNotInForce(definition, parts, paragraph); });
}

}  // namespace cchc
