// Finds documents whose date does not fit their series. The numbers of one issuer and type are given in order within a
// year, so a plan for 2023 whose number is among those of January 2023 is not from January 2021. A series is an issuer,
// a type and a year: the year in the number, otherwise the year that the document is for. Private to check/.
#pragma once
#include <vector>

#include "core/app/check/two_dates.h"

namespace cchc {

// A warning for each document of the section, in their order. Its code is justice.date-not-in-series, under which
// version 0.1 wrote reports and people have stored explanations. The documents of the other sections of the unit are
// neighbours and are not reported.
//  - A document with a year in its number must be dated in that year.
//  - A document that is for a year must be dated in that year or in the December before; only a document that is not a
//    plan, such as a settlement, may be later.
//  - A document with neither must be dated in the year of the next lower and the next higher number, if both are near
//    and agree.
std::vector<Finding> seriesFindings(const SectionKey& key, const SectionDocuments& own,
                                    const std::vector<SectionDocuments>& others);

}  // namespace cchc
