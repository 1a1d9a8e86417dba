// Finds one document with two dates, in one section or in two. A number is used once in a series, so one number of one
// issuer has one date. Private to check/.
#pragma once
#include <vector>

#include "core/app/check/cited_documents.h"

namespace cchc {

// The documents that one section cites.
struct SectionDocuments {
  const SectionView* section = nullptr;
  std::vector<CitedDocument> cited;
};

// core.two-dates, a warning, for each document of the section that an earlier place of it, or another section, cites
// with another date: at most one finding for each document and section. A series begins again each year: two dates in
// two years are of two documents, unless the number names its year. A date without a day agrees with every day of its
// month. `others`: other sections of the unit.
std::vector<Finding> twoDatesFindings(const SectionKey& key, const SectionDocuments& own,
                                      const std::vector<SectionDocuments>& others);

}  // namespace cchc
