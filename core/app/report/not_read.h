// Which sections that came in a report does not read, though nobody else accounts for them. Private to app/.
#pragma once
#include <memory>
#include <optional>
#include <set>

#include "core/app/suite/asked_sections.h"
#include "core/app/suite/suite.h"
#include "core/consolidation/consolidate.h"

namespace cchc {

class NotRead {
 public:
  // Borrows both. Errors: those of the store.
  static Result<NotRead> of(Suite& suite, const ConsolidationInput& input);

  // Whether the report accounts for the unit: it is the unit of the report, is below it on some day of its period, or
  // is below no unit that the unit of the report is below too, as a unit that nobody knows.
  bool accountsFor(const OrgUnitId& unit) const;
  // nullopt: the report reads the section, if it is accepted, or does not account for its unit. Errors, as the value:
  // those of AskedSections::whyNot, and
  //   assignment.unit-elsewhere   the unit is not below the unit of the report on the last day of the period
  std::optional<Error> why(const SectionKey& key) const;

 private:
  NotRead(Suite& suite, const ConsolidationInput& input, AskedSections asked, std::shared_ptr<const UnitHistory> units);

  Suite& suite_;
  const ConsolidationInput& input_;
  AskedSections asked_;
  std::shared_ptr<const UnitHistory> units_;
  std::set<OrgUnitId> ours_;  // on the last day of the period
};

}  // namespace cchc
