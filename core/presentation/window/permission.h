// Whether the desk of the window may give a command: the one answer by which a button or a menu item is available. It
// asks the table of model/permits.h, and words the refusal for a person at the window.
#pragma once
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/model/permits.h"

namespace cchc::presentation {

// The section that a command would change.
struct CommandTarget {
  OrgUnitId reporter;  // of its assignment; empty if it has none
  std::string reporterName;
  std::optional<SectionState> state;  // nullopt: neither begun nor received
};

// Why the desk may not give the command; nullopt: it may. Without a target, whether it may give it at all. The store
// decides again when the command is carried out, since another person may have changed the section meanwhile. Errors:
//   desk.role, desk.no-role, permission.state, section.other-unit, section.enter-for, section.own-unit
std::optional<Error> refusal(const Desk& desk, DeskCommand command, const std::optional<CommandTarget>& target = {});

}  // namespace cchc::presentation
