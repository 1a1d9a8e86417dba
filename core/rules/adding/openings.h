// Whether an opening stock equals the closing stock of the days before, or the one of a period that begins on the same
// day.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/model/address.h"
#include "core/rules/evaluation.h"

namespace cchc {

// A field, or a cell of a fixed row, whose opening stock is another one than it should be.
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

// The opening stock in `now` that is not the one in `other`, whose period begins on the same day: `before` is that of
// `other`, and `closing` is null. nullopt also if one of them is blank or has a qualifier, or if it is no opening
// stock.
std::optional<OpeningDifference> openingChange(const SectionView& other, const SectionView& now, std::size_t field);
std::optional<OpeningDifference> openingChange(const SectionView& other, const SectionView& now, std::size_t table,
                                               std::size_t row, std::size_t column);

// The opening stocks with which a section begins that follows `before`, as data that are blank everywhere else.
SectionData openingsAfter(const SectionView& before);

}  // namespace cchc
