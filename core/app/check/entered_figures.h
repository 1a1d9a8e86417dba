// What the office entered for a unit, and the unit has since: in its draft, or in what it submitted itself.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/app/suite/suite.h"
#include "core/definition/definition.h"
#include "core/model/finding.h"
#include "core/model/section_data.h"
#include "core/model/submission.h"

namespace cchc {

class EnteredFigures {
 public:
  // Those of the latest revisions before `revision` (0: of the latest), back to one that is the unit's own word: what
  // that one has, the unit has confirmed. Whether they still count does not matter. Errors: those of readPackage,
  // checkAgainstRow and the store.
  static Result<EnteredFigures> before(Suite& suite, const SectionKey& key, const SectionDefinition& definition,
                                       int revision = 0);
  bool empty() const { return entries_.empty(); }

  // What the data have unchanged of them, each as a finding of severity information with this code: one for each place
  // that was entered, or one for a section that was entered as a whole. `definition`: the one given before.
  std::vector<Finding> in(const SectionData& data, const SectionDefinition& definition, std::string_view code) const;

 private:
  struct Entry {
    SectionKey section;
    int revision = 0;
    EnteredFor by;
    std::map<Address, std::string> texts;  // as a draft holds them; "" for none
  };
  std::vector<Entry> entries_;
};

// For a draft, or a returned section:
//   core.entered-for-kept   information: it still has what the office entered in a revision that no longer counts
// Errors: those of EnteredFigures::before and loadSection.
Result<std::vector<Finding>> keptEntryFindings(Suite& suite, const SectionKey& key);

}  // namespace cchc
