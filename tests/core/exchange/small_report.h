// A small report with one of everything that report.xml can hold. Its facts are those of the sample; two communes have
// not reported.
#pragma once
#include "core/model/report.h"

namespace cchc::test {

Status tellSmallReport(ReportSink& sink);

}  // namespace cchc::test
