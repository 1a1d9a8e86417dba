// The table of assignments, and the sections that are begun, whose reporter does not change in silence. Private to
// store/.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "core/store/session.h"

namespace cchc::store {

// An entry about the section as it is, even if only its journal or a submission is here, in no transition.
void journalOfSection(Store::Session& session, const SectionKey& key, const std::string& oldValue,
                      const SubmissionEvent& event, const Actor& who);
std::vector<Store::Reassignment> reassignmentsIn(Store::Session& session, std::span<const Assignment> assignments);
// Errors: assignment.begun, if a section is begun.
Status removeAssignments(Store::Session& session, std::span<const Assignment> assignments);
// Errors: assignment.begun, if there are reassignments and `reason` is empty.
Status writeAssignments(Store::Session& session, std::span<const Assignment> assignments, const Actor& who,
                        const std::string& reason);

}  // namespace cchc::store
