#include "core/consolidation/unit_sections.h"

#include "core/consolidation/collected.h"
#include "core/consolidation/own_findings.h"

namespace cchc {

struct UnitSections::State {
  explicit State(ConsolidationInput given)
      : input(std::move(given)), tree(input.unit, input.descendants), collected(input, tree) {}

  ConsolidationInput input;
  const UnitTree tree;
  Collected collected;
};

UnitSections::UnitSections(std::unique_ptr<State> state) : state_(std::move(state)) {}
UnitSections::~UnitSections() = default;

Result<std::unique_ptr<UnitSections>> UnitSections::read(ConsolidationInput input, SubmissionSource& source) {
  auto state = std::make_unique<State>(std::move(input));
  // Only the values of child units are wanted, since their findings are those of other sections.
  const auto nothing = [](const SectionKey&, const SectionView&, const Surroundings&) {
    return std::vector<Finding>();
  };
  CCHC_CHECK(state->collected.read(source, nothing));
  return std::unique_ptr<UnitSections>(new UnitSections(std::move(state)));
}

const ConsolidationInput& UnitSections::input() const { return state_->input; }

const SectionView* UnitSections::section(const DefinitionId& id) const {
  const auto* found = state_->collected.ownSection(id);
  return found != nullptr ? &found->view : nullptr;
}

const AggregateView* UnitSections::children(const DefinitionId& id) const {
  const auto* found = state_->collected.childSections(id);
  return found != nullptr ? &found->view : nullptr;
}

std::vector<const SectionView*> UnitSections::sections() const { return state_->collected.views(); }

NarrativeContext UnitSections::context() const { return narrativeContext(state_->input); }

std::vector<Finding> UnitSections::findings(const DefinitionId& id, const SectionChecks& checks) const {
  const auto* section = state_->collected.ownSection(id);
  if (section == nullptr) return {};
  auto findings = ownFindings(state_->collected, *section, state_->input, checks);
  auto contributions = contributionFindings(*section, selectedSources(state_->collected));
  std::move(contributions.begin(), contributions.end(), std::back_inserter(findings));
  return findings;
}

}  // namespace cchc
