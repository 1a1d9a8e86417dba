// The sample's store for tests of what the window shows: made once, and copied for each test.
#pragma once
#include "core/app/section/section_editing.h"
#include "tests/support/command.h"

namespace cchc::test {

// The departments' store of the demonstration, in a folder of its own; budget() was returned, so that it can be filled
// in.
class Department {
 public:
  Department();
  Suite& suite() { return *suite_; }
  // The same store, as another workstation opens it.
  std::unique_ptr<Suite> elsewhere(const std::string& person) const;
  std::unique_ptr<SectionEditing> open(const SectionKey& key);
  static SectionKey budget() { return {DefinitionId("finance.budget"), OrgUnitId("296"), PeriodId("2023-8T")}; }

 private:
  TemporaryFolder folder_;
  std::unique_ptr<Suite> suite_;
};

}  // namespace cchc::test
