#include "core/model/org_unit.h"

#include "core/base/names.h"

namespace cchc {
namespace {

constexpr Names<PeriodSpan, 2> spans{{{{PeriodSpan::cumulative, "cumulative"}, {PeriodSpan::inPeriod, "period"}}}};

}  // namespace

std::string_view periodSpanName(PeriodSpan span) { return spans.name(span); }
std::optional<PeriodSpan> periodSpanOf(std::string_view name) { return spans.find(name); }

}  // namespace cchc
