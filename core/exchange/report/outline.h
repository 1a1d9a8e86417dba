// The outline of the report: places with their titles (schemas/report-outline.xml).
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace cchc {

struct OutlinePlace {
  std::string id, vi, en;
  std::vector<OutlinePlace> places;
};
Result<std::vector<OutlinePlace>> readOutline(std::string_view xml, std::string_view file);

// Well-known central documents (schemas/central-documents.xml): symbol, date, issuer, title.
struct CentralDocument {
  std::string symbol, date, issuer, title;
};
Result<std::vector<CentralDocument>> readCentralDocuments(std::string_view xml, std::string_view file);

}  // namespace cchc
