// Dates of well-known central documents, checked against the catalogue schemas/central-documents.xml. Private to
// check/.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "core/exchange/report/outline.h"
#include "core/model/finding.h"
#include "core/rules/evaluation.h"

namespace cchc {

// core.document-date, a warning, for each document that the section cites with a date that differs from the catalogue.
// Documents that are not in the catalogue are ignored. `catalogue`: by symbol.
std::vector<Finding> documentDateFindings(const std::map<std::string, CentralDocument>& catalogue,
                                          const SectionKey& key, const SectionView& section);

}  // namespace cchc
