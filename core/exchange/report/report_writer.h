// Writes report.xml (namespace urn:cchc:report:1, schemas/report.xsd) as a stream, so that memory does not grow with
// the number of units. The same input gives the same bytes.
#pragma once
#include <memory>
#include <ostream>

#include "core/model/report.h"

namespace cchc {

// The stream must outlive the sink.
// Errors of the sink's functions:
//   file.write  the stream failed
std::unique_ptr<ReportSink> reportWriter(std::ostream& out);

}  // namespace cchc
