// Finds one document with two dates. Each number is used once a year in a series, so one number of one issuer has one
// date in a year.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "core/plugin/plugin_support.h"

namespace cchc::culture {

struct DateConflict {
  plugin::Place place;               // of this section
  plugin::Document here, there;      // views into the sections, valid during the check
  std::string_view otherDefinition;  // empty: the other citation is in this section as well
  plugin::Place otherPlace;          // of the other citation, if it is in this section
};
struct OtherSection {
  std::string_view definition;
  const plugin::SectionReader* section;  // never null
};
// The citations of this section that conflict with an earlier one of this section, or with one of the other sections.
// Dates in two years do not conflict: the series begins again each year, so these are two documents.
std::vector<DateConflict> dateConflicts(const plugin::SectionReader& section, std::span<const OtherSection> others);

// Definitions whose citations are compared with those of culture.digital.
std::span<const std::string_view> comparedDefinitions();
bool checkDocumentDates(plugin::CheckContext& context) noexcept;  // culture.document-dates

}  // namespace cchc::culture
