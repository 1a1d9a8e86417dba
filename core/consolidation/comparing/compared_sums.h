// Sums over child units, as they are compared with another period. Private to consolidation/.
#pragma once
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/consolidation/comparing/compared_section.h"
#include "core/consolidation/comparing/compared_total.h"
#include "core/consolidation/comparing/comparison_plan.h"
#include "core/consolidation/consolidate.h"
#include "core/consolidation/unit_tree.h"
#include "core/definition/in_force.h"

namespace cchc {

// The sums of a definition in the compared period, over those child units that have the figure in both periods, each as
// it is on the last day of the current one. A figure that is computed from sums, such as a rate or the total of a
// table, is of the units that have all of its parts (compared_total.h). Belongs to one thread.
class ComparedSums {
 public:
  // Borrows the input and the tree.
  ComparedSums(std::shared_ptr<const CompiledDefinition> definition, const ConsolidationInput& input,
               const UnitTree& tree, ComparisonKind kind, const Period& compared);

  // Whether the definition compares a figure of its sums in this way, or its formulas read one of the other period.
  static bool asked(const CompiledDefinition& definition, ComparisonKind kind);
  // Whether its formulas do.
  static bool readByFormulas(const CompiledDefinition& definition, ComparisonKind kind);

  // Reads what the units reported for the other periods, as texts of a few hundred bytes each. Only the compared period
  // is read if all units have a section of it. Errors: those of `source`.
  Status read(SubmissionSource& source);
  // Adds what a child unit contributes to the current sums.
  void add(const OrgUnitId& unit, const Contribution& now);
  // Call it once, after the last add().
  void finish(int expected);

  const Period& period() const { return compared_; }
  bool nothing() const { return sections_.empty(); }  // no unit has a section of the other periods
  bool regrouped() const { return regrouped_; }
  // After finish(). The figure of both periods over the same units; blank if no unit has both.
  const Effective& then(std::size_t field) const;
  const Effective& now(std::size_t field) const;
  // How many child units have the figure in both periods. nullopt: it is computed from figures that are not summed, so
  // it cannot be compared.
  std::optional<int> reported(std::size_t field) const;
  int expected() const { return expected_; }
  // After finish(). The sums as formulas read them: a figure is blank unless all units that have it in the current sums
  // have it in the other period too, since the two would otherwise be of different units.
  const SectionView* view() const { return &view_; }
  // Informations: core.comparison-sums names the units that could not be compared; core.comparison-total-parts and
  // core.comparison-total-elsewhere say of a figure why it is not compared for any; core.comparison-basis, that some
  // are not, since the definition does not say how the sections of a unit are added; core.comparison-unlike.
  std::vector<Finding> findings(const SectionKey& key) const;

 private:
  using SectionOf = std::pair<OrgUnitId, PeriodId>;

  Status readPeriod(SubmissionSource& source, const PeriodId& period);
  ComparisonBasis basis() const;
  std::optional<UnitContribution> earlier(const OrgUnitId& unit);
  UnitContribution sumOf(Adding adding, std::vector<UnitContribution> sections) const;
  void noteBasis(const Contribution& then, const Contribution& now);
  bool comparedAtAll(std::size_t field) const;
  void makeView();
  const Period& periodOf(const PeriodId& id) const;
  void tell(const OrgUnitId& unit, const Error& reason);

  std::shared_ptr<const CompiledDefinition> definition_;
  const SectionDefinition& form_;
  const ConsolidationInput& input_;
  const UnitTree& tree_;
  Period compared_;
  std::map<SectionOf, std::string> sections_;       // contributionText
  std::map<SectionOf, Contribution> longSections_;  // those that have no such text
  bool alike_;                                      // the figures of both periods are of like spans
  SumsOfTwo plain_;                                 // of the figures that are added without a formula
  std::vector<int> counts_, present_;  // by field: units that have a plain figure in both periods, and that have it now
  std::map<std::size_t, ComparedTotal> totals_;  // of the others that are compared, by field
  UnitCircumstances circumstances_;
  bool regrouped_ = false, added_ = false;  // added_: what a unit has in the other period is made of several sections
  bool basisUnknown_ = false;
  int expected_ = 0;
  SectionData viewData_;
  Evaluation viewEvaluation_;
  SectionView view_;
  std::vector<std::pair<std::string, Error>> untold_;  // the first units that could not be compared, with the reason
  std::size_t unmatched_ = 0;
};

}  // namespace cchc
