// A section in each state, and each command that a store takes, for walking through the table of model/permits.h.
#pragma once
#include <string>

#include "core/store/store.h"

namespace cchc::test {

// A store whose sections all belong to one definition and period. What it prepares is done at a desk that is any.
class CellStore {
 public:
  // `keeper`: an open store that may do everything; borrowed.
  CellStore(Store& keeper, OrgUnitId reporter);

  // A new section of the reporter in this state. All but none and draft have been received; with `rival`, twice, so
  // that somebody has to choose.
  SectionKey section(std::optional<SectionState> state, bool rival = false);
  // Gives the command through this store; nullopt: done. `who`: with the desk to be asked about.
  std::optional<Error> give(Store& store, DeskCommand command, const SectionKey& key, const Actor& who);
  std::optional<SectionState> stateOf(const SectionKey& key);

  // Whether Store has a function for the command: setting up is asked for by the use cases.
  static bool has(DeskCommand command) { return command < DeskCommand::setUp; }
  static const SectionDefinition& form();

 private:
  StoredSubmission submissionOf(const SectionKey& key, int revision, const Actor& who);

  Store& keeper_;
  OrgUnitId reporter_;
  int sections_ = 0, packages_ = 0;
};

}  // namespace cchc::test
