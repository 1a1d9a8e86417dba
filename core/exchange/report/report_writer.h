// Writes report.xml (namespace urn:cchc:report:1, schemas/report.xsd) as a stream: memory is flat in the number of
// units. Same input, same bytes.
#pragma once
#include <memory>
#include <ostream>

#include "core/model/report.h"

namespace cchc {

// Fails with file.write when the stream does.
std::unique_ptr<ReportSink> reportWriter(std::ostream& out);

}  // namespace cchc
