// A section of an earlier period, as the figures of a current one are compared with it: the unit's own, or the sum of
// several sections (comparison_plan.h).
#pragma once
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/consolidation/comparing/comparison_plan.h"
#include "core/model/finding.h"
#include "core/rules/evaluation.h"

namespace cchc {

class ComparedSection {
 public:
  // One of the sections that were added.
  struct Part {
    OrgUnitId unit;
    PeriodId period;
    std::string unitName, periodName;
    SectionData data;
    Evaluation evaluation;
  };
  // The data of one section. Errors end `make`.
  using Load = std::function<Result<std::optional<SectionData>>(const OrgUnitId&, const PeriodId&)>;

  // Loads the sections of the plan and adds them. `compared`: the period that `current` is compared with. nullptr: the
  // plan has neither sections nor reasons. Errors: those of `load`.
  static Result<std::shared_ptr<const ComparedSection>> make(std::shared_ptr<const CompiledDefinition> definition,
                                                             const ComparisonPlan& plan, const ComparisonBasis& basis,
                                                             const Period& current, const Period& compared,
                                                             const Load& load);
  ComparedSection(const ComparedSection&) = delete;
  ComparedSection& operator=(const ComparedSection&) = delete;

  const Period& period() const { return period_; }  // the compared one
  const CompiledDefinition& definition() const { return *definition_; }
  // The figures. A figure that cannot be compared is blank. nullptr: none can.
  const SectionView* view() const { return comparable_ ? &view_ : nullptr; }
  bool regrouped() const { return regrouped_; }  // by the units after a change of units
  const std::vector<Part>& parts() const { return parts_; }

  // Why the figure cannot be compared; nullptr: it can, or it is blank. The codes are those of ComparisonPlan, and
  //   core.comparison-unlike   the figures of one period are cumulative, those of the other are not
  //   core.comparison-basis    the definition does not say how the figure is added (addingWay)
  //   core.comparison-rate     a percentage whose parts are not all known
  //   core.comparison-figure   the {unit} has no figure in the {section_period}
  //   core.comparison-differs  the sections say different things
  //   core.comparison-range    the sum is beyond the range of exact figures
  const Error* reasonOf(std::size_t field) const;
  const std::vector<Error>& reasons() const { return reasons_; }  // all of them, each once
  // Opening stocks among the added sections that are not the closing stocks before them.
  const std::vector<Error>& openingDifferences() const { return openingDifferences_; }  // Error::place is the field's

 private:
  friend class ComparedSectionMaker;
  ComparedSection() = default;

  std::shared_ptr<const CompiledDefinition> definition_;
  Period period_;
  bool comparable_ = false, regrouped_ = false;
  std::vector<Part> parts_;
  SectionData data_;
  Evaluation evaluation_;
  SectionView view_;
  std::vector<Error> reasons_;
  std::vector<std::optional<std::size_t>> reasonByField_;  // index into reasons_
  std::vector<Error> openingDifferences_;
};
using ComparedSections = std::map<DefinitionId, std::shared_ptr<const ComparedSection>>;

// The kinds of comparison that a field may ask for.
enum class ComparisonKind : unsigned char { previousPeriod, lastYear };
bool comparesWith(const FieldDefinition& field, ComparisonKind kind);

// Whether the figure is of the span that its period says (PeriodSpan). A number without a basis may be.
bool followsPeriodSpan(const FieldDefinition& field);

// An information for each reason for which a field that asks for a comparison cannot be compared; and a warning
// core.added-opening-differs for each of openingDifferences(), with the explanation that the current `data` have for
// it. Each once, although both comparisons may be with one period. nullptr: there is no such comparison.
std::vector<Finding> comparisonFindings(const SectionKey& key, const ComparedSection* previous,
                                        const ComparedSection* lastYear, const SectionData& data);

// Sets the earlier explanations of the section's warnings, from what it is compared with, or else from the section that
// ended on the eve; only if that is one section, whose rows have the same ids. Both may be nullptr.
void setEarlierExplanations(std::vector<Finding>& findings, const ComparedSection* previous,
                            const ComparedSection* preceding);

}  // namespace cchc
