#include "core/model/missing.h"

#include "core/base/names.h"

namespace cchc {
namespace {

using Why = MissingReason;

constexpr Names<Why, 9> reasons{{{{Why::notSubmitted, "not-submitted", "missing.not-submitted"},
                                  {Why::notAccepted, "not-accepted", "missing.not-accepted"},
                                  {Why::returned, "returned", "missing.returned"},
                                  {Why::noDefinition, "no-definition", "missing.no-definition"},
                                  {Why::noPlace, "no-place", "missing.no-place"},
                                  {Why::unusable, "unusable", "missing.unusable"},
                                  {Why::notAsked, "not-asked", "missing.not-asked"},
                                  {Why::discarded, "discarded", "missing.discarded"},
                                  {Why::waiting, "waiting", "missing.waiting"}}}};

}  // namespace

std::string_view missingReasonName(MissingReason reason) { return reasons.name(reason); }
std::string_view missingReasonLabel(MissingReason reason, Language language) { return reasons.label(reason, language); }

}  // namespace cchc
