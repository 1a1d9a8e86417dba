// Dates of well-known central documents, checked against the catalogue schemas/central-documents.xml. Private to
// check/.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "core/app/check/cited_documents.h"
#include "core/exchange/report/outline.h"

namespace cchc {

// core.document-date, a warning, for each document that the section cites with a date that differs from the catalogue.
// Documents that are not in the catalogue are ignored. `catalogue`: by symbol. `cited`: citedDocuments of the section.
std::vector<Finding> documentDateFindings(const std::map<std::string, CentralDocument>& catalogue,
                                          const SectionKey& key, const SectionView& section,
                                          const std::vector<CitedDocument>& cited);

}  // namespace cchc
