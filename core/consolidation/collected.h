// What consolidation collects before it writes: the unit's own sections, and one aggregate for each definition that
// child units report. Private to consolidation/.
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "core/consolidation/annex_rows.h"
#include "core/consolidation/comparing/compared_sums.h"
#include "core/consolidation/consolidate.h"
#include "core/consolidation/unit_tree.h"
#include "core/rules/adding/aggregator.h"

namespace cchc {

struct OwnSection {
  SectionKey key;
  std::shared_ptr<const CompiledDefinition> definition;
  SectionData data;
  std::vector<Finding> receiptFindings;  // made on receipt; they cannot be derived from the data
  Evaluation evaluation;
  SectionView view;
  // Borrowed from the input.
  const ComparedSection *previous = nullptr, *lastYear = nullptr, *preceding = nullptr, *sameStart = nullptr;
};

struct ChildSections {
  SectionKey key;  // of the reporting unit, whose sums these are
  std::shared_ptr<const CompiledDefinition> definition;
  Aggregator::Outcome outcome;
  Evaluation evaluation;
  AggregateView view;
  AnnexRows annex;
  std::unique_ptr<ComparedSums> previous, lastYear;  // null: not compared
};

class Collected {
 public:
  Collected(const ConsolidationInput& input, const UnitTree& tree) : input_(input), tree_(tree) {}

  // Reads everything once. Errors: those of `source`.
  Status read(SubmissionSource& source, const SectionChecks& checks);

  std::vector<std::unique_ptr<OwnSection>> own;          // in report order
  std::vector<std::unique_ptr<ChildSections>> children;  // in report order
  std::vector<Finding> childFindings;
  std::size_t moreChildFindings = 0;

  std::vector<const SectionView*> views() const;  // of `own`
  const OwnSection* ownSection(const DefinitionId& id) const;
  const ChildSections* childSections(const DefinitionId& id) const;

 private:
  Status readSections(const std::shared_ptr<const CompiledDefinition>& definition, SubmissionSource& source,
                      const SectionChecks& checks);
  Result<std::unique_ptr<ComparedSums>> comparedSums(const std::shared_ptr<const CompiledDefinition>& definition,
                                                     ComparisonKind kind, SubmissionSource& source) const;
  void addOwnSection(const std::shared_ptr<const CompiledDefinition>& definition, const ReceivedSection& section);
  void addChildFindings(std::vector<Finding> findings);
  void addChildFindings(const ReceivedSection& section);
  void evaluateOwn();

  const ConsolidationInput& input_;
  const UnitTree& tree_;
};

// The surroundings of a section in the report; `self` may be null. Everything is borrowed.
class ReportSurroundings final : public Surroundings {
 public:
  ReportSurroundings(const Collected& collected, const ConsolidationInput& input, const OwnSection* self)
      : collected_(collected), input_(input), self_(self) {}
  const SectionView* section(const DefinitionId& id) const override;
  std::vector<const SectionView*> sections() const override { return collected_.views(); }
  const AggregateView* children(const DefinitionId& id) const override;
  const SectionView* previous() const override { return viewOf(&OwnSection::previous); }
  const SectionView* lastYear() const override { return viewOf(&OwnSection::lastYear); }
  const SectionView* preceding() const override { return viewOf(&OwnSection::preceding); }
  const SectionView* sameStart() const override { return viewOf(&OwnSection::sameStart); }
  const Period* sameStartPeriod() const override {
    return sameStart() != nullptr ? &self_->sameStart->period() : nullptr;
  }
  const Period* period() const override { return &input_.period; }
  const Circumstances* circumstances() const override { return &input_.circumstances; }

 private:
  const SectionView* viewOf(const ComparedSection* OwnSection::*compared) const {
    const auto* section = self_ != nullptr ? self_->*compared : nullptr;
    return section != nullptr ? section->view() : nullptr;
  }

  const Collected& collected_;
  const ConsolidationInput& input_;
  const OwnSection* self_;
};

}  // namespace cchc
