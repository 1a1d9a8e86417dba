// Who may do what, in which state of a section: the one table of it. Use cases, the store, the command line and the
// window ask it; installer/postgresql/roles.sql says the same to the database.
//
//   command        the desk                          states in which it may, and the state after it
//   edit           the reporter: its people          none, draft, returned -> draft
//   submit         the reporter: its head            draft, returned -> submitted
//   withdraw       the reporter: its head            submitted -> draft
//   askReturn      the reporter: its head            submitted -> returnAsked
//   receive        the office; the reporter's head   any but issued -> submitted
//   refuseReturn   the office                        returnAsked -> submitted
//   accept         the office                        submitted, returnAsked -> accepted
//   returnSection  the office                        submitted, returnAsked, accepted, inReport -> returned
//   choose         the office                        any but none and issued -> submitted
//   discard        the office                        any but none and issued -> draft
//   enterFor       the office, for another unit      any but issued -> submitted
//   amendHeading   the office, of its own section    inReport -> accepted
//   consolidate    the office                        accepted, inReport -> inReport
//   issue          the head of the office            inReport -> issued
//   reopen         the head of the office            issued -> inReport
//   setUp          the office                        (not about a section)
//   closePeriod    the office                        (not about a section)
//
// "The reporter" is the unit that the assignment names as such: a desk of another unit may not, whatever its roles. The
// head of the reporter or of the office may also do what its people may. A desk without a unit is the reporter of every
// section and another unit than every reporter.
#pragma once
#include <optional>
#include <string_view>

#include "core/base/result.h"
#include "core/model/section.h"

namespace cchc {

enum class DeskCommand : unsigned char {
  edit,
  submit,
  receive,  // a package arrives
  askReturn,
  accept,
  returnSection,
  consolidate,
  issue,
  reopen,
  refuseReturn,
  withdraw,
  choose,   // between packages of one revision
  discard,  // a submission no longer counts
  enterFor,
  amendHeading,  // number, place and date of the report, in its own section
  setUp,         // units, periods, assignments
  closePeriod    // and reopen it
};
std::string_view commandName(DeskCommand command);                      // "ask-return"
std::string_view commandLabel(DeskCommand command, Language language);  // "chấp nhận"
std::optional<DeskCommand> commandOf(std::string_view name);

// The state after the command, or the reason why the desk may not give it. `reporter`: of the section's assignment;
// empty if it has none. `state`: nullopt if the section is neither begun nor received. Errors, with parameters in both
// languages (the English ones end in _en), and {reporter}, the code of that unit:
//   section.role         the desk's roles may not, in any state; the error names the roles that may
//   section.no-role      the same, but the desk has no role at all
//   section.other-unit   another unit reports the section
//   section.enter-for    the same, to the office, which may enter for that unit
//   section.own-unit     the office need not enter for its own unit
//   section.transition   not in this state; the error names the states in which it may
Result<SectionState> permits(const Desk& desk, DeskCommand command, const OrgUnitId& reporter,
                             std::optional<SectionState> state);

// A refusal to edit: section.transition becomes section.locked, which says that the office can return the section.
Error editRefusal(Error error);

// Whether the desk may give the command at all: for a command that is not about one section, or for a section of which
// only the reporter is known. `reporter`: nullopt if it is not about a section of a reporter.
// Errors: those of permits without section.transition, and instead of section.role and section.no-role
//   desk.role, desk.no-role
Status permits(const Desk& desk, DeskCommand command, const std::optional<OrgUnitId>& reporter = {});

}  // namespace cchc
