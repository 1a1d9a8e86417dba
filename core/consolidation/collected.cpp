#include "core/consolidation/collected.h"

#include <algorithm>

namespace cchc {

const SectionView* ReportSurroundings::section(const DefinitionId& id) const {
  const auto* found = collected_.ownSection(id);
  return found != nullptr ? &found->view : nullptr;
}
const AggregateView* ReportSurroundings::children(const DefinitionId& id) const {
  const auto* found = collected_.childSections(id);
  return found != nullptr ? &found->view : nullptr;
}

const OwnSection* Collected::ownSection(const DefinitionId& id) const {
  for (const auto& section : own) {
    if (section->key.definition == id) return section.get();
  }
  return nullptr;
}
const ChildSections* Collected::childSections(const DefinitionId& id) const {
  for (const auto& section : children) {
    if (section->key.definition == id) return section.get();
  }
  return nullptr;
}

Status Collected::read(SubmissionSource& source, const SectionChecks& checks) {
  for (const auto& definition : input_.definitions) CCHC_CHECK(readDefinition(definition, source, checks));
  evaluateOwn();
  return {};
}

Status Collected::readDefinition(const std::shared_ptr<const CompiledDefinition>& definition, SubmissionSource& source,
                                 const SectionChecks& checks) {
  const auto& id = definition->definition().id;
  int expected = 0;
  for (const auto& assignment : input_.assignments) {
    if (assignment.definition == id && tree_.below(assignment.subject)) ++expected;
  }
  std::unique_ptr<ChildSections> sections;
  std::optional<Aggregator> aggregator;
  if (expected > 0) {
    sections = std::make_unique<ChildSections>();
    sections->annex = AnnexRows(definition);
    aggregator.emplace(definition);
  }
  const WithinPeriod surroundings(input_.period);
  Evaluation evaluation;
  Contribution worked;
  CCHC_CHECK(source.each(id, input_.unit.id, [&](const ReceivedSection& section) -> Status {
    const auto& unit = section.header.key.unit;
    if (unit == input_.unit.id) {
      addOwn(definition, section);
    } else if (sections && tree_.below(unit)) {
      const auto* contribution = section.contribution;
      if (contribution == nullptr) {
        evaluate(*definition, *section.data, surroundings, evaluation);
        contributionOf(*definition, *section.data, evaluation, worked);
        contribution = &worked;
        noteChildFindings(findings(*definition, section.header.key, *section.data, evaluation, surroundings, false));
        const SectionView view{definition.get(), section.data, &evaluation};
        noteChildFindings(checks(section.header.key, view, surroundings));
        noteChildFindings(findingsOfReceipt(section.findings, section.header.key));
      } else {
        noteChildFindings(section);
      }
      aggregator->add(*contribution);
      const auto& child = tree_.directChild(unit);
      sections->annex.add(child, tree_.inner(child), *contribution);
    }
    return {};
  }));
  if (!sections) return {};
  sections->key = {id, input_.unit.id, input_.period.id};
  sections->definition = definition;
  sections->outcome = aggregator->finish();
  sections->evaluation = evaluate(*definition, sections->outcome.data, surroundings);
  sections->view = {{definition.get(), &sections->outcome.data, &sections->evaluation},
                    sections->outcome.reported,
                    sections->outcome.reporting,
                    expected};
  children.push_back(std::move(sections));
  return {};
}

void Collected::addOwn(const std::shared_ptr<const CompiledDefinition>& definition, const ReceivedSection& section) {
  auto mine = std::make_unique<OwnSection>();
  mine->key = section.header.key;
  mine->definition = definition;
  mine->data = *section.data;
  mine->ofReceipt = findingsOfReceipt(section.findings, section.header.key);
  const auto comparison = [&](const std::map<DefinitionId, SectionData>& all, std::optional<SectionData>& data,
                              std::optional<Evaluation>& evaluation, SectionView& view) {
    const auto found = all.find(mine->key.definition);
    if (found == all.end()) return;
    data = found->second;
    evaluation = evaluate(*definition, *data, Surroundings());
    view = {definition.get(), &*data, &*evaluation};
  };
  comparison(input_.previous, mine->previousData, mine->previousEvaluation, mine->previous);
  comparison(input_.lastYear, mine->lastYearData, mine->lastYearEvaluation, mine->lastYear);
  // Others may look at it before it has been evaluated in its surroundings.
  mine->evaluation = evaluate(*definition, mine->data, Surroundings());
  mine->view = {definition.get(), &mine->data, &mine->evaluation};
  own.push_back(std::move(mine));
}

void Collected::noteChildFindings(std::vector<Finding> findings) {
  for (auto& finding : findings) {
    if (childFindings.size() < childFindingLimit)
      childFindings.push_back(std::move(finding));
    else
      ++moreChildFindings;
  }
}

// Past the limit they are only counted: a line each.
void Collected::noteChildFindings(const ReceivedSection& section) {
  if (section.findings.empty()) return;
  if (childFindings.size() < childFindingLimit)
    return noteChildFindings(readFindingLines(section.findings, section.header.key));
  moreChildFindings += static_cast<std::size_t>(std::count(section.findings.begin(), section.findings.end(), '\n'));
}

// Sections refer to one another, so each is evaluated until none changes any more; a definition's references are few
// and do not go round in circles for longer than there are sections.
void Collected::evaluateOwn() {
  for (std::size_t pass = 0; pass <= own.size(); ++pass) {
    bool changed = false;
    for (const auto& section : own) {
      auto evaluation =
          evaluate(*section->definition, section->data, ReportSurroundings(*this, input_.period, section.get()));
      if (evaluation == section->evaluation) continue;
      section->evaluation = std::move(evaluation);
      changed = true;
    }
    if (!changed) return;
  }
}

}  // namespace cchc
