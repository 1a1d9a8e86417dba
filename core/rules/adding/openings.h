// Whether an opening stock equals the closing stock of the days before.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/model/address.h"
#include "core/rules/evaluation.h"

namespace cchc {

// A field, or a cell of a fixed row, whose `opening-of` does not hold.
struct OpeningDifference {
  Place place;  // of the opening stock
  const FieldDefinition* opening = nullptr;
  const FieldDefinition* closing = nullptr;
  Value before, after;  // the closing stock, the opening stock
  Decimal difference;   // after - before
};
// Both sections have the definition. nullopt also if one of the figures is blank or has a qualifier.
std::optional<OpeningDifference> openingDifference(const SectionView& before, const SectionView& after,
                                                   std::size_t field);
std::optional<OpeningDifference> openingDifference(const SectionView& before, const SectionView& after,
                                                   std::size_t table, std::size_t row, std::size_t column);
// All of the section, in order of the definition.
std::vector<OpeningDifference> openingDifferences(const SectionView& before, const SectionView& after);

// The opening stocks with which a section begins that follows `before`, as data that are blank everywhere else.
SectionData openingsAfter(const SectionView& before);

}  // namespace cchc
