// A document whose date falls out of its series: numbers of one issuer and type are given in order within a year, so a
// plan for 2023 that stands among numbers of January 2023 is not of January 2021. Series are by issuer, type and year
// (the year inside the number, else the year the document is for).
#pragma once
#include <span>
#include <string>
#include <vector>

#include "core/plugin/plugin_support.h"

namespace cchc::justice {

struct DateOutOfSeries {
  plugin::Place place;     // of the checked section; views valid as long as the section is
  std::string symbol;      // "08/KH-UBND"
  Date date;               // as entered
  int seriesYear = 0;      // the year that it should fit
  std::string neighbours;  // "05/KH-UBND 10/01/2023; 10/KH-UBND 10/01/2023", empty when there are none
  Date suggested;          // the same day in the year of the series
};

// In order of the section. `others` (never null) give neighbours only; their own documents are not reported.
//  - with a year in the number, the date is of that year;
//  - a document for a year is dated in that year, or in December before it; a plan not after it (a settlement may be);
//  - with neither, its year is that of the next lower and higher numbers where both are near and agree.
std::vector<DateOutOfSeries> datesOutOfSeries(const plugin::SectionReader& section,
                                              std::span<const plugin::SectionReader* const> others);

// Every definition that cites documents: each is checked, with the others as neighbours.
std::span<const std::string_view> citingDefinitions();
bool checkDocumentSeries(plugin::CheckContext& context) noexcept;  // justice.date-not-in-series

}  // namespace cchc::justice
