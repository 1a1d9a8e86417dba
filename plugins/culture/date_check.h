// One document with two dates: numbers of a series are given once a year, so one number of one issuer in one year has
// one date.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "core/plugin/plugin_support.h"

namespace cchc::culture {

struct DateConflict {
  plugin::Place place;               // of this section
  plugin::Document here, there;      // views into the sections: valid during the check
  std::string_view otherDefinition;  // empty: the other citation is in this section too
  plugin::Place otherPlace;          // set when it is
};
struct OtherSection {
  std::string_view definition;
  const plugin::SectionReader* section;  // never null
};
// Conflicts of this section's citations with its own later ones and with those of the other sections.
// Dates in two years are no conflict: the series starts again, and they are two documents.
std::vector<DateConflict> dateConflicts(const plugin::SectionReader& section, std::span<const OtherSection> others);

// Definitions whose citations are compared with those of culture.digital.
std::span<const std::string_view> comparedDefinitions();
bool checkDocumentDates(plugin::CheckContext& context) noexcept;  // culture.document-dates

}  // namespace cchc::culture
