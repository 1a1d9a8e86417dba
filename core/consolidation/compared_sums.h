// Sums over child units, as they are compared with another period. Private to consolidation/.
#pragma once
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/consolidation/compared_section.h"
#include "core/consolidation/comparison_plan.h"
#include "core/consolidation/consolidate.h"
#include "core/consolidation/unit_tree.h"
#include "core/definition/in_force.h"
#include "core/rules/adding/aggregator.h"

namespace cchc {

// The sums of a definition in the compared period, over those child units that have the figure in both periods, each as
// it is on the last day of the current one. Belongs to one thread.
class ComparedSums {
 public:
  // Borrows the input and the tree.
  ComparedSums(std::shared_ptr<const CompiledDefinition> definition, const ConsolidationInput& input,
               const UnitTree& tree, ComparisonKind kind, const Period& compared);

  // Whether the definition compares a figure of its sums in this way.
  static bool asked(const SectionDefinition& form, ComparisonKind kind);

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
  // After finish(). The figures of both periods over the same units; blank if no unit has both.
  const Evaluation& then() const { return then_.evaluation; }
  const Evaluation& now() const { return now_.evaluation; }
  // How many child units have the figure in both periods. nullopt: it is computed from figures of different units, or
  // from figures that are not summed, so it cannot be compared.
  std::optional<int> reported(std::size_t field) const;
  int expected() const { return expected_; }
  // An information core.comparison-sums that names the units that could not be compared; none if all could.
  std::vector<Finding> findings(const SectionKey& key) const;

 private:
  struct Sum {
    std::unique_ptr<Aggregator> aggregator;
    std::vector<Circumstances> units;  // each once
    SectionData data;
    Evaluation evaluation;
  };
  static void addUnit(Sum& sum, Circumstances unit);
  using SectionOf = std::pair<OrgUnitId, PeriodId>;
  struct Earlier {
    Contribution contribution;
    Circumstances circumstances;
  };

  Status readPeriod(SubmissionSource& source, const PeriodId& period);
  ComparisonBasis basis() const;
  std::optional<Earlier> earlier(const OrgUnitId& unit);
  Earlier sumOf(Adding adding, std::vector<Earlier> sections) const;
  const Period& periodOf(const PeriodId& id) const;
  void tell(const OrgUnitId& unit, const Error& reason);

  std::shared_ptr<const CompiledDefinition> definition_;
  const SectionDefinition& form_;
  const ConsolidationInput& input_;
  const UnitTree& tree_;
  ComparisonKind kind_;
  Period compared_;
  std::map<SectionOf, std::string> sections_;       // contributionText
  std::map<SectionOf, Contribution> longSections_;  // those that have no such text
  Sum then_, now_;
  std::vector<std::vector<bool>> matched_;  // by field and child unit, in the order in which they were added
  std::vector<int> counts_;                 // by field
  UnitCircumstances circumstances_;
  bool regrouped_ = false;
  int expected_ = 0;
  std::vector<std::pair<std::string, Error>> untold_;  // the first units that could not be compared, with the reason
  std::size_t unmatched_ = 0;
};

}  // namespace cchc
