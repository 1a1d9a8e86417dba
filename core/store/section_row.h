// The row that a section has once it has been begun or decided on here. Private to store/.
#pragma once
#include <optional>
#include <string>

#include "core/model/permits.h"
#include "core/store/session.h"

namespace cchc::store {

// The section's row, if any. `lock`: nobody else can change it until the transaction ends.
std::optional<SectionHeader> sectionRow(Store::Session& session, const SectionKey& key, bool lock);
// Whether another session of a shared store has locked the row, or the account may not change it. It does not wait.
bool heldElsewhere(Store::Session& session, const SectionKey& key);
// The state that the last transition in the journal gave the section; nullopt: there was none.
std::optional<SectionState> lastState(Store::Session& session, const SectionKey& key);
void writeSectionRow(soci::session& sql, const SectionHeader& header);

// A number of a row, or -1 if no program writes it: it may have been written past the program.
int bounded(long long stored);

// Who last changed the section's state, and when: "Nguyễn Văn A, 16:14 28/08/2023"; "—" if nobody has.
std::string lastTransition(soci::session& sql, const SectionKey& key);

// The unit that reports the section; empty if it is not assigned.
OrgUnitId reporterOf(soci::session& sql, const SectionKey& key);
// Asks permits (model/permits.h). Errors: those of permits, with `since` and the section as the place.
Result<SectionState> permitted(Store::Session& session, const SectionHeader& header, DeskCommand command,
                               const Actor& who);
// Why the command cannot be given for a section of which nothing is here: of those of permits that do not ask for a
// state, since a shared store hides the sections of others; otherwise `code`.
Error absentSection(Store::Session& session, const SectionKey& key, DeskCommand command, const Actor& who,
                    const std::string& code);
// Makes a transition if it is permitted: writes its journal entry and the section's row.
// Errors: those of permitted.
Status makeTransition(Store::Session& session, SectionHeader& header, DeskCommand command, const Actor& who,
                      const std::string& reason);

}  // namespace cchc::store
