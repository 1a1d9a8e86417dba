// Which sections of a period are asked at all: a definition may be asked until a day, and of units of some forms alone;
// and a unit is asked if it exists on the period's last day.
#pragma once
#include <memory>
#include <optional>
#include <vector>

#include "core/app/suite/suite.h"
#include "core/model/org_unit.h"
#include "core/model/units/unit_history.h"

namespace cchc {

// What has been assigned, or even submitted, of a section that is not asked is kept; it is neither expected nor
// consolidated. It does not change once it is made, so threads may share it.
class AskedSections {
 public:
  // Errors: those of the store.
  static Result<AskedSections> of(Suite& suite, const Period& period);

  // Whether all are, since no definition in force is limited and all units exist on the period's last day.
  bool everything() const { return everything_; }
  bool asks(const DefinitionId& definition, const OrgUnitId& subject) const {
    return !whyNot(definition, subject).has_value();
  }
  // nullopt: it is asked, or no version of the definition is in force. Errors, as the value:
  //   assignment.unit-ended   the unit ended before the last day of the period
  //   assignment.unit-later   the unit begins after it
  //   assignment.ended        the last day of the period is after the definition's `until`
  //   assignment.other-form   the definition is for units of other forms
  std::optional<Error> whyNot(const DefinitionId& definition, const OrgUnitId& subject) const;
  // Those of the assignments that are asked, in their order.
  std::vector<Assignment> of(std::vector<Assignment> assignments) const;

 private:
  std::optional<Error> unitIsGone(const DefinitionId& definition, const OrgUnitId& subject) const;

  std::shared_ptr<const DefinitionSet> definitions_;
  std::shared_ptr<const UnitHistory> units_;
  Period period_;
  bool everything_ = true;
};

// The assignments of the period that are asked, in order of definition and subject.
// Errors: those of the store.
Result<std::vector<Assignment>> askedAssignments(Suite& suite, const Period& period);

// Removes the assignments that are not asked, and says of each why. Periods that the store does not know are left
// alone. Errors: those of the store.
Result<std::vector<Error>> removeNotAsked(Suite& suite, std::vector<Assignment>& assignments);

}  // namespace cchc
