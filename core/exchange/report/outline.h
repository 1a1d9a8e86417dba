// What an installation defines for the report: its outline (schemas/report-outline.xml), and the catalogue of
// well-known central documents (schemas/central-documents.xml).
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/model/report.h"

namespace cchc {

// <outline>: places in order, <place id vi en>, which nest; then what the office leaves out on purpose,
// <left-out definition group? by at reason?>. `by` is not blank; whether the definition and group are there is known
// where the definitions are (Catalogue::outlineFaults).
// Errors, at file:line:column:
//   those of guardXml (exchange/xml/strict_xml.h)
//   outline.not-an-outline, outline.structure  the file is something else, or its elements are wrong
Result<Outline> readOutline(std::string_view xml, std::string_view file);

struct CentralDocument {
  std::string symbol, date, issuer, title;
};
// Errors as readOutline.
Result<std::vector<CentralDocument>> readCentralDocuments(std::string_view xml, std::string_view file);

}  // namespace cchc
