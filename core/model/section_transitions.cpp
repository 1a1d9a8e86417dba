// The table of permitted transitions: what is not in it is refused.
#include <array>

#include "core/model/section.h"

namespace cchc {
namespace {

struct Permitted {
  SectionState from;
  SectionAction action;
  SectionState to;
};
using S = SectionState;
using A = SectionAction;
constexpr std::array table = {
    Permitted{S::draft, A::edit, S::draft},
    Permitted{S::returned, A::edit, S::draft},
    Permitted{S::draft, A::submit, S::submitted},
    Permitted{S::returned, A::submit, S::submitted},
    // A package of a later revision comes in: whatever the office had decided was about the one before.
    Permitted{S::draft, A::receive, S::submitted},
    Permitted{S::submitted, A::receive, S::submitted},
    Permitted{S::returnAsked, A::receive, S::submitted},
    Permitted{S::returned, A::receive, S::submitted},
    Permitted{S::accepted, A::receive, S::submitted},
    Permitted{S::inReport, A::receive, S::submitted},
    Permitted{S::submitted, A::askReturn, S::returnAsked},
    Permitted{S::submitted, A::accept, S::accepted},
    Permitted{S::returnAsked, A::accept, S::accepted},
    Permitted{S::submitted, A::giveBack, S::returned},
    Permitted{S::returnAsked, A::giveBack, S::returned},
    Permitted{S::accepted, A::giveBack, S::returned},
    Permitted{S::inReport, A::giveBack, S::returned},
    Permitted{S::accepted, A::consolidate, S::inReport},
    Permitted{S::inReport, A::consolidate, S::inReport},
    Permitted{S::inReport, A::issue, S::issued},
    Permitted{S::issued, A::reopen, S::inReport},
};

}  // namespace

Result<SectionState> transition(SectionState from, SectionAction action) {
  std::string allowing;
  for (const auto& permitted : table) {
    if (permitted.action != action) continue;
    if (permitted.from == from) return permitted.to;
    allowing += (allowing.empty() ? "" : ", ") + std::string(stateLabel(permitted.from));
  }
  return fail("section.transition", "", {{"state", std::string(stateLabel(from))}, {"action", std::string(actionName(action))}, {"allowing", allowing}});
}

}  // namespace cchc
