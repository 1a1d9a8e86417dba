// What the sections of a period are compared with, from the store.
#pragma once
#include <memory>
#include <vector>

#include "core/app/compare/compared_periods.h"
#include "core/app/suite/suite.h"
#include "core/consolidation/comparing/compared_section.h"
#include "core/rules/compiled_definition.h"

namespace cchc {

// It sees drafts and submissions, as they are when they are asked for. Belongs to the thread of the suite.
class SectionComparer {
 public:
  // Errors: those of the store.
  static Result<SectionComparer> of(Suite& suite, Period current);

  // The unit's own section in another period, or the sum of those that make it up (planComparison). nullptr: there is
  // nothing to compare with. Errors: those of loadSection.
  Result<std::shared_ptr<const ComparedSection>> with(const std::shared_ptr<const CompiledDefinition>& definition,
                                                      const OrgUnitId& unit, const Period& other);
  // What ended the day before the period begins (planPreceding), for a definition that has opening stocks. nullptr:
  // there is none. Errors: those of loadSection.
  Result<std::shared_ptr<const ComparedSection>> preceding(const std::shared_ptr<const CompiledDefinition>& definition,
                                                           const OrgUnitId& unit);
  // The unit's section of the latest period that begins with this one (planSameStart), likewise.
  Result<std::shared_ptr<const ComparedSection>> sameStart(const std::shared_ptr<const CompiledDefinition>& definition,
                                                           const OrgUnitId& unit);

  // The periods that the current one is compared with.
  ComparedPeriods compared() const { return comparedPeriods(current_, periods_); }
  const std::shared_ptr<const UnitHistory>& units() const { return units_; }
  const std::vector<Period>& periods() const { return periods_; }

 private:
  SectionComparer(Suite& suite, Period current) : suite_(&suite), current_(std::move(current)) {}
  ComparisonBasis basisFor(const DefinitionId& definition) const;
  ComparedSection::Load loadOf(const std::shared_ptr<const CompiledDefinition>& definition) const;

  Suite* suite_;
  Period current_;
  std::shared_ptr<const UnitHistory> units_;
  std::shared_ptr<UnitCircumstances> circumstances_;
  std::vector<Period> periods_;
};

}  // namespace cchc
