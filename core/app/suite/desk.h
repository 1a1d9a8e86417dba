// The desk of an open suite (model/desk.h), and what it may do (model/permits.h).
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "core/app/suite/suite.h"
#include "core/model/permits.h"

namespace cchc {

// Reads a desk as --as and `cchc desk set` take it: UNIT, UNIT:ROLE or UNIT:ROLE,ROLE. UNIT is the code of whoever has
// it today, or with CODE@DAY of whoever had it on that day. Without a role, the desk has the department roles of its
// unit, and the office roles as well if the unit is an office (isOffice).
// Errors, of kind usage:
//   desk.unknown-unit   the error lists units
//   desk.unknown-role   the error lists the roles
Result<Desk> readDesk(Suite& suite, std::string_view text);
// For people: the unit with its code, and the roles.
std::string deskLabel(Suite& suite, const Desk& desk, Language language);
// Whether the unit consolidates: there are units below it, or in some period it reports the section with the heading of
// the report.
Result<bool> isOffice(Suite& suite, const OrgUnitId& unit);
// The office of a section, for a desk that is any: the unit above the one that reports it, on the last day of the
// period, or that unit itself if there is none.
Result<OrgUnitId> officeAbove(Suite& suite, const SectionKey& key);
// Whether the section of this definition has the heading of the report.
bool hasHeading(const SectionDefinition& definition);

// Sets the desk of the suite's actor: what `as` says within what the database grants; without it, what the
// database grants, or for a file the desk of the store; otherwise any. Called by openSuite.
// Errors: those of readDesk, and of kind usage
//   desk.not-granted    the database grants another desk; the error names it
Status setDesk(Suite& suite, const std::optional<std::string>& as);
// Saves the desk of a store that is a file, and works at it from now on. nullopt: none any more.
// Error: desk.shared.
Status saveDesk(Suite& suite, const std::optional<Desk>& desk);

// permits for the suite's desk and a section of the store, as it is there now; the place of an error is the section,
// and {reporter} the name of the unit.
Result<SectionState> permitted(Suite& suite, DeskCommand command, const SectionKey& key);
// The same without the state, for a command about a section that will be checked again, or about none.
Status permittedAtAll(Suite& suite, DeskCommand command, const std::optional<SectionKey>& key = {});

}  // namespace cchc
