// Finds documents whose date does not fit their series. The numbers of one issuer and type are given in order within a
// year, so a plan for 2023 whose number is among those of January 2023 is not from January 2021. A series is an issuer,
// a type and a year: the year in the number, otherwise the year that the document is for.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "core/plugin/plugin_support.h"

namespace cchc::justice {

struct DateOutOfSeries {
  plugin::Place place;     // in the checked section; its views are valid as long as the section
  std::string symbol;      // "08/KH-UBND"
  Date date;               // as entered
  int seriesYear = 0;      // the year that it should fit
  std::string neighbours;  // "05/KH-UBND 10/01/2023; 10/KH-UBND 10/01/2023"; may be empty
  Date suggested;          // the same day in the year of the series
};

// In the order of the section. `others` (never null) are used only for neighbours; their own documents are not
// reported.
//  - A document with a year in its number must be dated in that year.
//  - A document that is for a year must be dated in that year or in the December before; only a document that is not a
//    plan, such as a settlement, may be later.
//  - A document with neither must be dated in the year of the next lower and the next higher number, if both are near
//    and agree.
std::vector<DateOutOfSeries> datesOutOfSeries(const plugin::SectionReader& section,
                                              std::span<const plugin::SectionReader* const> others);

// The definitions that cite documents. Each is checked, with the documents of the others as neighbours.
std::span<const std::string_view> citingDefinitions();
bool checkDocumentSeries(plugin::CheckContext& context) noexcept;  // justice.date-not-in-series

}  // namespace cchc::justice
