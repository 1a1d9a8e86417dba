// Digests of the units as they are on a day, for the mark of checked findings.
#pragma once
#include <map>
#include <memory>
#include <set>
#include <string>

#include "core/base/date.h"
#include "core/model/units/unit_history.h"

namespace cchc {

// One thread at a time. The digest of a day is computed once, together with that of all days until the next change.
class UnitMarks {
 public:
  // The digest of all that is known of the units that exist on the day.
  const std::string& on(const std::shared_ptr<const UnitHistory>& units, const Date& day);

 private:
  std::shared_ptr<const UnitHistory> units_;
  std::set<Date> changes_;               // the days on which a state begins, or the first without it
  std::map<Date, std::string> digests_;  // by the last change until the day
};

}  // namespace cchc
